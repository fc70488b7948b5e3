public import Geodesy

/// Where the particles of a drift were at every hour.
public struct DriftEnsemble: Sendable {
  /// What was computed.
  public let scenario: DriftScenario
  /// The hypothesis of each particle, by its place in the scenario.
  public let hypotheses: [Int]
  private var places: [SIMD2<Double>]
  private var statuses: [ParticleStatus]

  init(_ scenario: DriftScenario, hypotheses: [Int]) {
    self.scenario = scenario
    self.hypotheses = hypotheses
    let count = scenario.particles * (scenario.hours + 1)
    places = [SIMD2<Double>](repeating: .zero, count: count)
    statuses = [ParticleStatus](repeating: .adrift, count: count)
  }

  /// How many particles there are.
  public var count: Int { scenario.particles }

  /// The moment of an hour of the drift: later than the start, or earlier in a backward drift.
  public func instant(hour: Int) -> Instant { scenario.instant(driftSeconds: Double(hour) * 3600) }

  /// What a particle had become at an hour.
  public func status(_ particle: Int, hour: Int) -> ParticleStatus { statuses[hour * count + particle] }

  /// Where a particle was at an hour: for one that left the cover of the fields, where it was seen last.
  public func position(_ particle: Int, hour: Int) -> Position {
    let place = places[hour * count + particle]
    // Places are held on the earth when they are taken; the start stands in for what cannot be.
    return Position(latitudeDegrees: place.x, longitudeDegrees: place.y) ?? scenario.position
  }

  /// Latitudes and longitudes of the particles at an hour whose place is known: adrift or aground.
  ///
  /// - Parameter hypothesis: only the particles of this hypothesis; nil for all.
  func known(hour: Int, hypothesis: Int? = nil) -> [SIMD2<Double>] {
    let range = (hour * count)..<((hour + 1) * count)
    if hypothesis == nil, !statuses[range].contains(.outsideCover) { return Array(places[range]) }
    return (0..<count).filter { particle in
      statuses[range.lowerBound + particle] != .outsideCover
        && (hypothesis == nil || hypotheses[particle] == hypothesis)
    }.map { places[range.lowerBound + $0] }
  }

  /// How many particles have a status at an hour.
  public func count(_ status: ParticleStatus, hour: Int, hypothesis: Int? = nil) -> Int {
    let range = (hour * count)..<((hour + 1) * count)
    guard let hypothesis else { return statuses[range].count { $0 == status } }
    return zip(statuses[range], hypotheses).count { $0 == status && $1 == hypothesis }
  }

  mutating func take(_ track: DriftTrack, at first: Int) {
    for hour in 0...track.hours {
      let (from, to) = (hour * track.count, hour * count + first)
      places.replaceSubrange(to..<(to + track.count), with: track.places[from..<(from + track.count)])
      statuses.replaceSubrange(to..<(to + track.count), with: track.statuses[from..<(from + track.count)])
    }
  }
}
