public import Geodesy

extension CraftSighting {
  /// What is known of a craft by its transponder alone.
  public init(_ track: Track, elsewhere: Position? = nil, smallCraftProbability: Double? = nil) {
    let state = track.state
    let position = (state.covariance[0, 0] + state.covariance[1, 1]) / 2
    let velocity = (state.covariance[2, 2] + state.covariance[3, 3]) / 2
    let last = track.lastObservation
    self.init(
      track: track.id, at: state.at, position: state.position, deviationMetres: max(0, position).squareRoot(),
      speedKnots: state.speedKnots, speedDeviationKnots: max(0, velocity).squareRoot() / metresPerSecondInKnot,
      courseDegrees: state.courseDegrees, headingDegrees: last.headingDegrees, heard: track.lastHeard,
      transponder: track.mmsi.map { mmsi in
        Transponder(
          mmsi: mmsi, heard: track.lastHeard, isClassA: last.navigationalStatus != nil, elsewhere: elsewhere)
      },
      trackClass: track.trackClass, isLyingStill: track.isStationary,
      lengthMetres: track.statics.lengthMetres?.value ?? track.sensed?.lengthMetres,
      smallCraftProbability: smallCraftProbability,
      flags: track.flags, exercise: track.exercise)
  }
}

extension Tracker {
  /// What is known of each live and coasting craft, to be watched for its behaviour.
  public func forEachSighting(at moment: Instant, _ body: (CraftSighting) -> Void) {
    for slot in records.indices where records[slot].isHeld { body(sighting(records[slot], at: moment)) }
  }

  /// What is known of the craft in a slot, or nil when none is kept there.
  public func sighting(slot: Int, at moment: Instant) -> CraftSighting? {
    guard records.indices.contains(slot), records[slot].isHeld else { return nil }
    return sighting(records[slot], at: moment)
  }

  private func sighting(_ record: TrackRecord, at moment: Instant) -> CraftSighting {
    let place = record.otherPlace.flatMap { moment.seconds(since: $0.at) <= Self.elsewhereSeconds ? $0.position : nil }
    return CraftSighting(record.track, elsewhere: place)
  }

  /// For how long another place of a number is told after a report from there, in seconds.
  private static let elsewhereSeconds = 60.0
}
