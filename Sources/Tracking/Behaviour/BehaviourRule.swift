public import Geodesy

/// One rule of a watch: data that the watch can edit, try and switch off.
public struct BehaviourRule: Hashable, Sendable {
  /// An area with a name that people know it by.
  public struct Area: Hashable, Sendable, Codable {
    /// Its name.
    public var name: String
    /// Its border.
    public var polygon: Polygon

    /// An area with a name.
    public init(name: String, polygon: Polygon) {
      self.name = name
      self.polygon = polygon
    }
  }

  /// Which craft a rule looks at.
  public enum Subjects: String, Hashable, Sendable, Codable, CaseIterable {
    /// All craft.
    case all
    /// Those that are small boats, or more likely than not.
    case small
    /// Those of which no transponder is heard.
    case silent
  }

  /// Its name within the watch; an alert carries it.
  public let id: String
  /// What it looks for.
  public let kind: BehaviourKind
  /// Whether it is on.
  public var isEnabled: Bool
  /// How loudly its alerts should be shown.
  public var severity: BehaviourSeverity
  /// Which craft it looks at.
  public var subjects: Subjects
  /// The classes that it looks at; empty for all.
  public var classes: Set<TrackClass>
  /// Where it holds; empty for everywhere. Land, for `implausiblePosition`.
  public var areas: [Area]
  /// Where it does not hold: harbours, anchorages, fishing grounds.
  public var exceptAreas: [Area]
  /// Shore lines, for `shoreApproach`.
  public var lines: [[Position]]
  private var values: [BehaviourParameter.Name: Double]

  /// Corners of areas and points of lines that one rule may have; further areas and lines are not taken.
  public static let greatestPoints = 100_000
  /// Bytes of a name.
  public static let greatestNameBytes = 100

  /// A rule with the standard numbers of its kind.
  public init(
    id: String, kind: BehaviourKind, isEnabled: Bool = true, severity: BehaviourSeverity = .notice,
    subjects: Subjects = .all, classes: Set<TrackClass> = [], areas: [Area] = [], exceptAreas: [Area] = [],
    lines: [[Position]] = []
  ) {
    self.id = id
    self.kind = kind
    self.isEnabled = isEnabled
    self.severity = severity
    self.subjects = subjects
    self.classes = classes
    self.areas = areas
    self.exceptAreas = exceptAreas
    self.lines = lines
    values = [:]
  }

  /// The value of one of its numbers, held in its range; setting one that the kind does not have changes nothing.
  public subscript(name: BehaviourParameter.Name) -> Double? {
    get {
      kind.parameters.first { $0.name == name }.map { parameter in
        parameter.held(values[name] ?? parameter.standard)
      }
    }
    set {
      guard let parameter = kind.parameters.first(where: { $0.name == name }) else { return }
      // A number that is as usual is not kept, so that rules which say the same are the same.
      let held = newValue.map(parameter.held)
      values[name] = held == parameter.standard ? nil : held
    }
  }

  /// The same rule with one number changed.
  public func with(_ name: BehaviourParameter.Name, _ value: Double) -> BehaviourRule {
    var rule = self
    rule[name] = value
    return rule
  }

  /// Whether it is the same rule, in the same places or in others.
  func isSame(as other: BehaviourRule) -> Bool {
    var (here, there) = (self, other)
    (here.areas, here.exceptAreas, here.lines) = ([], [], [])
    (there.areas, there.exceptAreas, there.lines) = ([], [], [])
    return here == there
  }

  /// The same rule, also in the places of another.
  public func with(placesOf other: BehaviourRule) -> BehaviourRule {
    var rule = self
    rule.areas += other.areas
    rule.exceptAreas += other.exceptAreas
    rule.lines += other.lines
    return rule
  }
}
