import Geodesy

extension TrackRecord {
  /// Deals with an observation that lies where the track cannot have got to.
  mutating func observeElsewhere(
    _ observation: SensorObservation, distanceMetres: Double, impliedSpeedMetresPerSecond: Double
  ) -> Outcome {
    let changesPlace = otherPlace.map { $0.run == 0 } ?? true
    if var place = otherPlace, place.canReach(observation, model: model) {
      place.add(observation)
      otherPlace = place
      if changesPlace { alternations += 1 }
    } else {
      otherPlace = OtherPlace(observation)
      alternations = 0
    }
    var flagged = raise(.implausibleJump, at: observation.at)
    if alternations >= OtherPlace.alternationsThatConvince {
      flagged = raise(.duplicateIdentity, at: observation.at) || flagged
    }
    if let place = otherPlace, place.convinces, mayLeave(at: observation.at) {
      otherPlace = OtherPlace(leaving: track)
      beginAnew(at: observation)
      return (.moved, .reinitiated(distanceMetres: distanceMetres))
    }
    let change: TrackUpdate.Change = flagged ? .described : .unchanged
    guard !track.flags.contains(.duplicateIdentity) else {
      return (change, .duplicateIdentity(distanceMetres: distanceMetres))
    }
    return (
      change,
      .implausibleJump(
        distanceMetres: distanceMetres, impliedSpeedKnots: impliedSpeedMetresPerSecond / metresPerSecondInKnot)
    )
  }

  /// Notes that a report came from the track's own place again.
  mutating func noteOwnPlace(at moment: Instant) -> Bool {
    guard var place = otherPlace else { return false }
    guard moment.seconds(since: place.at).magnitude <= OtherPlace.memorySeconds else {
      otherPlace = nil
      alternations = 0
      return false
    }
    // A single stray report is no second place.
    if place.run > 0, place.count > 1 { alternations += 1 }
    place.run = 0
    otherPlace = place
    return alternations >= OtherPlace.alternationsThatConvince && raise(.duplicateIdentity, at: moment)
  }

  /// Whether the track may move to the other place: with a shared number, only when its own place has fallen silent.
  private func mayLeave(at moment: Instant) -> Bool {
    !track.flags.contains(.duplicateIdentity)
      || moment.seconds(since: track.lastObservation.at) > OtherPlace.silenceThatConvincesSeconds
  }
}
