import Geodesy

extension Tracker {
  /// Takes in one observation and says what it did to which track.
  ///
  /// Observations may come late and out of order: up to a minute late they still improve the motion, later they are only
  /// reported. The same report heard twice counts once.
  public mutating func observe(_ observation: SensorObservation) -> TrackUpdate {
    let slot = association.slot(observation.identity, exercise: observation.exercise)
    guard observation.isUsable else { return unusable(observation, slot: slot) }
    guard let slot, let outcome = records[slot]?.observe(observation, limits: limits), let record = records[slot]
    else { return start(observation) }
    return TrackUpdate(track: record.track, change: outcome.change, diagnostic: outcome.diagnostic)
  }

  private mutating func start(_ observation: SensorObservation) -> TrackUpdate {
    guard count < limits.tracks else {
      return TrackUpdate(
        track: TrackRecord(observation, statics: StaticData()).track, change: .refused,
        diagnostic: .tooManyTracks(limit: limits.tracks))
    }
    let statics = pending.take(observation.identity, exercise: observation.exercise) ?? StaticData()
    let record = TrackRecord(observation, statics: statics)
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
      records[free] = record
    } else {
      slot = records.count
      records.append(record)
    }
    association.assign(slot, to: observation.identity, exercise: observation.exercise)
    return TrackUpdate(track: record.track, change: .started, diagnostic: nil)
  }

  private func unusable(_ observation: SensorObservation, slot: Int?) -> TrackUpdate {
    if let record = slot.flatMap({ records[$0] }) {
      return TrackUpdate(track: record.track, change: .unchanged, diagnostic: .unusable)
    }
    return TrackUpdate(
      track: TrackRecord(observation, statics: StaticData()).track, change: .refused, diagnostic: .unusable)
  }
}

extension SensorObservation {
  /// Whether its spreads are numbers that a filter can work with.
  var isUsable: Bool {
    positionStandardDeviationMetres > 0 && positionStandardDeviationMetres < 1e6
      && timeStandardDeviationSeconds >= 0 && timeStandardDeviationSeconds < 3600
  }
}
