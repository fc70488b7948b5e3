public import Geodesy

/// The members of a drift under one or several assumptions about wind and water, with weights that searches lower.
///
/// A search that found nothing lowers the weight of the members that lay in its area when it was made; they go on drifting
/// and take their weights along.
public struct DriftMembers: Sendable {
  /// One ensemble for each assumption, of one start, one length and the same hypotheses.
  public let ensembles: [DriftEnsemble]
  /// The weight of each member, ensemble by ensemble; before the first search they add up to 1.
  public private(set) var weights: [Double]

  /// The members of ensembles, all alike; nil without any, or when they differ in start, direction, hours or hypotheses.
  public init?(_ ensembles: [DriftEnsemble]) {
    guard let first = ensembles.first?.scenario else { return nil }
    let areAlike = ensembles.allSatisfy { ensemble in
      let scenario = ensemble.scenario
      return scenario.time == first.time && scenario.hours == first.hours && scenario.isBackward == first.isBackward
        && scenario.hypotheses == first.hypotheses
    }
    guard areAlike else { return nil }
    self.ensembles = ensembles
    let count = ensembles.reduce(0) { $0 + $1.count }
    weights = [Double](repeating: 1 / Double(count), count: count)
  }

  /// How many members there are.
  public var count: Int { weights.count }

  /// The moments between which the members are known, the earlier one first.
  public var span: ClosedRange<Instant> {
    let (start, end) = (ensembles[0].scenario.time, ensembles[0].instant(hour: ensembles[0].scenario.hours))
    return min(start, end)...max(start, end)
  }

  /// The members at a moment, between the hours in a straight line; nil outside the span.
  public func cloud(at instant: Instant) -> DriftCloud? {
    guard span.contains(instant) else { return nil }
    let scenario = ensembles[0].scenario
    return DriftCloud(
      instant: instant, origin: scenario.position, members: members(at: instant),
      hypotheses: scenario.hypotheses.count)
  }

  /// Every member at a moment within the span.
  private func members(at instant: Instant) -> [DriftMember] {
    let scenario = ensembles[0].scenario
    let hours = instant.seconds(since: scenario.time).magnitude / 3600
    let before = min(Int(hours), scenario.hours)
    let after = min(before + 1, scenario.hours)
    let fraction = hours - Double(before)
    var members = [DriftMember]()
    members.reserveCapacity(count)
    for ensemble in ensembles {
      for particle in 0..<ensemble.count {
        let (first, second) = (ensemble.status(particle, hour: before), ensemble.status(particle, hour: after))
        let leaves = fraction > 0 && second == .outsideCover
        members.append(
          DriftMember(
            place: Self.between(
              ensemble.position(particle, hour: before), ensemble.position(particle, hour: after), fraction),
            status: leaves ? .outsideCover : first, weight: weights[members.count],
            hypothesis: ensemble.hypotheses[particle]))
      }
    }
    return members
  }

  private static func between(_ first: Position, _ second: Position, _ fraction: Double) -> SIMD2<Double> {
    let turn = Units.turn(fromDegrees: first.longitudeDegrees, toDegrees: second.longitudeDegrees)
    let longitude = first.longitudeDegrees + fraction * turn
    return SIMD2(
      first.latitudeDegrees + fraction * (second.latitudeDegrees - first.latitudeDegrees),
      longitude.magnitude <= 180 ? longitude : longitude.remainder(dividingBy: 360))
  }

  /// Takes out what a search that found nothing has made less likely.
  ///
  /// - Returns: how likely the object lay in the area, and how likely the search would have found it, each of what was left
  ///   before it; nil when the search lies outside the span, and then nothing changes.
  @discardableResult
  public mutating func search(_ search: SearchedArea) -> (containment: Double, success: Double)? {
    guard span.contains(search.time) else { return nil }
    var (total, inside) = (0.0, 0.0)
    for (index, member) in members(at: search.time).enumerated() {
      total += member.weight
      guard member.status != .outsideCover,
        let place = Position(latitudeDegrees: member.place.x, longitudeDegrees: member.place.y),
        search.footprint.contains(place)
      else { continue }
      inside += member.weight
      weights[index] = member.weight * (1 - search.detectionProbability)
    }
    guard total > 0 else { return (0, 0) }
    return (inside / total, inside / total * search.detectionProbability)
  }

  /// How likely it is that the object was missed by all searches so far, of 1 before the first.
  public var remaining: Double { weights.reduce(0, +) }
}
