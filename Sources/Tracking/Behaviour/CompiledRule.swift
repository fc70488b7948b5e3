import Geodesy

/// A rule made ready for many craft a second.
///
/// A class, since to copy a rule's many parts for each craft would cost more than to ask it.
final class CompiledRule: Sendable {
  let rule: BehaviourRule
  let timing: Episode.Timing
  let classMask: UInt32
  let areas: [BoundedArea]
  let exceptAreas: [BoundedArea]
  let shore: ShoreLines?
  private let values: [Double]

  /// An area with the box around it, so that most positions are refused by four comparisons.
  struct BoundedArea: Sendable {
    let name: String
    let polygon: Polygon
    let box: BoundingBox?

    init(_ area: BehaviourRule.Area) {
      name = area.name
      polygon = area.polygon
      let ring = area.polygon.ring
      let south = ring.map(\.latitudeDegrees).min() ?? 0
      let north = ring.map(\.latitudeDegrees).max() ?? 0
      let west = ring.map(\.longitudeDegrees).min() ?? 0
      let east = ring.map(\.longitudeDegrees).max() ?? 0
      // A ring that seems to span half the earth runs across the antimeridian: then only the ring itself answers.
      box = east - west < 180 ? BoundingBox(south: south, west: west, north: north, east: east) : nil
    }

    func contains(_ position: Position) -> Bool {
      if let box, !box.contains(position) { return false }
      return polygon.contains(position)
    }
  }

  init(_ rule: BehaviourRule) {
    self.rule = rule
    var numbers = [Double](repeating: 0, count: BehaviourParameter.Name.allCases.count)
    for parameter in rule.kind.parameters { numbers[parameter.name.rawValue] = rule[parameter.name] ?? 0 }
    let values = numbers
    self.values = values
    func seconds(_ name: BehaviourParameter.Name) -> Int32 { Int32(values[name.rawValue]) }
    // Where the time is what a rule measures, its finding contains the time already.
    let measuresTime = rule.kind == .drifting || rule.kind == .loitering
    timing = Episode.Timing(
      hold: measuresTime ? 0 : seconds(.duration), clear: seconds(.clear), refractory: seconds(.refractory))
    classMask = rule.classes.isEmpty ? .max : rule.classes.reduce(0) { $0 | WatchedCraft.bit($1) }
    areas = rule.areas.map(BoundedArea.init)
    exceptAreas = rule.exceptAreas.map(BoundedArea.init)
    shore = rule.kind == .shoreApproach ? ShoreLines(rule.lines) : nil
  }

  /// The value of a number; 0 for one that the kind does not have.
  subscript(name: BehaviourParameter.Name) -> Double { values[name.rawValue] }

  /// Whether the rule looks at such a craft.
  func regards(_ craft: WatchedCraft) -> Bool {
    guard craft.classBit & classMask != 0 else { return false }
    switch rule.subjects {
    case .all: return true
    case .small: return craft.isSmall
    case .silent: return craft.sighting.transponder == nil
    }
  }

  /// Whether the rule holds at a place.
  func holds(at position: Position) -> Bool {
    if exceptAreas.contains(where: { $0.contains(position) }) { return false }
    // Areas are land there, and where land is everything is to be told.
    if rule.kind == .implausiblePosition || areas.isEmpty { return true }
    return areas.contains { $0.contains(position) }
  }

  /// The name of the area at a place.
  func area(at position: Position) -> String? { areas.first { $0.contains(position) }?.name }
}
