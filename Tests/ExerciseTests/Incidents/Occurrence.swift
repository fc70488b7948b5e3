import Geodesy
import Tracking

/// Something that truly happens in a night: what, to whom, and from when to when a rule's sentence is true of it.
struct Occurrence {
  var kind: BehaviourKind
  var mmsis: Set<UInt32>
  var from: Int
  var until: Int
  /// How often its transponder reports: sooner nobody can know.
  var interval: Int

  func matches(_ alert: BehaviourAlert, second: Int) -> Bool {
    // The truth asks for more than the rule, so that an approach is told well before it is sure to count.
    alert.kind == kind && (from - (kind == .closestApproach ? 600 : 120)...until + 180).contains(second)
      && alert.craft.contains { name in mmsis.contains { TrackID(mmsi: $0, exercise: true) == name } }
  }
}

/// The sentences of the rules, asked of the truth alone.
struct Sentences {
  let performers: [Performer]
  let harbours: [BehaviourRule.Area]
  let guarded: BehaviourRule.Area

  private func states(_ performer: Int, _ second: Int, back: Int) -> [Performer.State] {
    let last = second / Performer.step
    let first = max(0, last - back / Performer.step)
    let all = performers[performer].states
    guard all.indices.contains(last) else { return [] }
    return all[first...last].compactMap { $0 }
  }

  private func isInHarbour(_ position: Position) -> Bool { harbours.contains { $0.polygon.contains(position) } }

  /// Whether a sentence about one craft is true; `slack` above 1 asks for less than the rule, below 1 for more.
  func holds(_ kind: BehaviourKind, _ performer: Int, _ second: Int, slack: Double) -> Bool {
    guard let now = performers[performer].state(second), !now.isStill else { return false }
    let craft = performers[performer]
    if kind == .areaEntry { return guarded.polygon.contains(now.position) }
    guard !isInHarbour(now.position) else { return false }
    let isServant = BehaviourRules.servants.contains(craft.trackClass)
    switch kind {
    case .suddenStop:
      guard !isServant, craft.trackClass != .fishing, now.knots <= 1 * slack else { return false }
      let before = states(performer, second, back: 600)
      let slow = before.reversed().prefix { $0.knots <= 1 * slack }.count
      return before.dropLast(slow).suffix(18).contains { $0.knots >= 6 / slack }
    case .speedChange:
      guard !isServant, craft.trackClass != .fishing, now.knots >= 3 / slack,
        let mean = meanBefore(performer, second, spread: slack)
      else { return false }
      return (now.knots - mean).magnitude >= 7 / slack
    case .headingChange:
      guard BehaviourRules.merchants.contains(craft.trackClass), now.knots >= 8 / slack, let course = now.course,
        let old = states(performer, second - 180, back: 180).first?.course,
        states(performer, second - 180, back: 180).allSatisfy({
          $0.knots >= 8 / slack && Units.turn(fromDegrees: $0.course ?? 0, toDegrees: old).magnitude < 8 * slack
        })
      else { return false }
      return Units.turn(fromDegrees: old, toDegrees: course).magnitude >= 60 / slack
    case .loitering:
      guard !isServant, craft.trackClass != .fishing else { return false }
      let around = states(performer, second, back: 2700)
      guard around.count >= 270 else { return false }
      let middle = around[around.count / 2].position
      let mean = around.reduce(0) { $0 + $1.knots } / Double(around.count)
      return mean >= 0.3 / slack
        && around.allSatisfy { Sphere.distanceMetres(from: middle, to: $0.position) <= 1000 * slack }
    case .drifting:
      let adrift = states(performer, second, back: 480)
      guard adrift.count >= 48, adrift.allSatisfy({ (0.35...2.4).contains($0.knots) }) else { return false }
      let leeway = adrift.reduce(0) {
        $0 + Units.turn(fromDegrees: $1.heading, toDegrees: $1.course ?? $1.heading).magnitude / Double(adrift.count)
      }
      let fastest = states(performer, second - 480, back: 5400).map(\.knots).max() ?? 0
      return leeway >= 36
        || (craft.trackClass != .fishing && fastest >= 4 && (adrift.map(\.knots).max() ?? 9) <= 0.4 * fastest)
    default: return false
    }
  }

  private func meanBefore(_ performer: Int, _ second: Int, spread: Double) -> Double? {
    let before = states(performer, second - 180, back: 180).map(\.knots)
    guard before.count > 12, let least = before.min(), let most = before.max(), most - least <= 2.8 * spread else {
      return nil
    }
    return before.reduce(0, +) / Double(before.count)
  }

  /// Metres at and seconds to the closest approach of two craft by their true motion now; nil when they draw apart.
  func approach(_ first: Int, _ second: Int, at moment: Int) -> (metres: Double, seconds: Double)? {
    guard let one = performers[first].state(moment), let other = performers[second].state(moment), !other.isStill,
      one.knots >= 5, !isInHarbour(other.position),
      (one.position.latitudeDegrees - other.position.latitudeDegrees).magnitude < 0.2
    else { return nil }
    let way = TangentPlane(origin: one.position).local(other.position)
    let oneVelocity = Self.velocity(one)
    let otherVelocity = Self.velocity(other)
    let east = otherVelocity.east - oneVelocity.east
    let north = otherVelocity.north - oneVelocity.north
    let square = east * east + north * north
    guard square > 0.01 else { return nil }
    let seconds = -(way.eastMetres * east + way.northMetres * north) / square
    guard seconds > 0 else { return nil }
    let miss = (way.eastMetres * north - way.northMetres * east).magnitude / square.squareRoot()
    return (miss, seconds)
  }

  private static func velocity(_ state: Performer.State) -> (east: Double, north: Double) {
    guard let course = state.course else { return (0, 0) }
    let origin = TangentPlane(origin: state.position)
    let end = Sphere.destination(
      from: state.position, bearingDegrees: course, distanceMetres: state.knots * 1852 / 3600 * 100)
    let way = origin.local(end)
    return (way.eastMetres / 100, way.northMetres / 100)
  }

  /// Whether two craft lie close together, slow, for as long as the rule asks.
  func meet(_ first: Int, _ second: Int, _ moment: Int) -> Bool {
    let ones = states(first, moment, back: 600)
    let others = states(second, moment, back: 600)
    guard ones.count > 55, others.count == ones.count else { return false }
    return zip(ones, others).allSatisfy { one, other in
      one.knots <= 2.8 && other.knots <= 2.8
        && Sphere.distanceMetres(from: one.position, to: other.position) <= 260
    }
  }
}
