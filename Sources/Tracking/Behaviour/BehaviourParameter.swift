/// One number of a rule, by name, with its unit and the range in which the rule means something.
public struct BehaviourParameter: Hashable, Sendable {
  /// What the number is.
  public enum Name: Int, Hashable, Sendable, CaseIterable {
    /// A speed at most or at least, as the kind says.
    case speed
    /// The least speed at which the rule looks at a craft.
    case leastSpeed
    /// The speed that it made before.
    case speedBefore
    /// Mean change of course from one report to the next.
    case scatter
    /// Angle between bow and course.
    case leeway
    /// For how long it has to be so.
    case duration
    /// Within how long it has to happen.
    case within
    /// A change of speed.
    case change
    /// A change of course.
    case turn
    /// How long a transponder is silent.
    case silence
    /// How many of its reports are missing.
    case missed
    /// How many others are heard thereabouts.
    case others
    /// A distance at most.
    case distance
    /// How many craft at least.
    case count
    /// How far ahead in time the rule looks.
    case horizon
    /// How likely at least.
    case probability
    /// For how long it has to be over before the alert ends.
    case clear
    /// For how long after an alert the same one is held back.
    case refractory

    /// A stable word for files and tables of translations: `leastSpeed`.
    public var code: String { String(describing: self) }

    /// The name of a stable word; nil when no number is called so.
    public init?(code: String) {
      guard let name = Self.allCases.first(where: { $0.code == code }) else { return nil }
      self = name
    }
  }

  /// What the number is.
  public let name: Name
  /// Its unit.
  public let unit: BehaviourUnit
  /// The least and the greatest value that it may have.
  public let range: ClosedRange<Double>
  /// The value that it has until somebody says otherwise.
  public let standard: Double

  init(_ name: Name, _ unit: BehaviourUnit, _ standard: Double, _ range: ClosedRange<Double>) {
    self.name = name
    self.unit = unit
    self.standard = standard
    self.range = range
  }

  /// The nearest value in the range; the standard one for what is no number.
  public func held(_ value: Double) -> Double {
    value.isNaN ? standard : min(max(value, range.lowerBound), range.upperBound)
  }
}
