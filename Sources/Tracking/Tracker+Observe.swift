import Geodesy

extension Tracker {
  /// Takes in one observation and says what it did to which track.
  ///
  /// Observations may come late and out of order: up to a minute late they still improve the motion, later they are only
  /// reported. The same report heard twice counts once.
  public mutating func observe(_ observation: SensorObservation) -> TrackUpdate {
    let note = take(observation)
    // What was refused has no track, and is shown as the track that it would have begun.
    let track = note.slot.flatMap { self.track(slot: $0) } ?? TrackRecord(observation, statics: StaticData()).track
    return TrackUpdate(track: track, change: note.change, diagnostic: note.diagnostic)
  }

  /// Takes in one observation as `observe` does, and names the track by its slot instead of copying it out.
  public mutating func take(_ observation: SensorObservation) -> TrackNote {
    let slot = association.slot(observation.identity, exercise: observation.exercise)
    guard observation.isUsable else {
      return TrackNote(slot: slot, change: slot == nil ? .refused : .unchanged, diagnostic: .unusable)
    }
    guard let slot else { return start(observation) }
    let outcome = records[slot].observe(observation, limits: limits)
    return TrackNote(slot: slot, change: outcome.change, diagnostic: outcome.diagnostic)
  }

  private mutating func start(_ observation: SensorObservation) -> TrackNote {
    guard count < limits.tracks else {
      return TrackNote(slot: nil, change: .refused, diagnostic: .tooManyTracks(limit: limits.tracks))
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
    return TrackNote(slot: slot, change: .started, diagnostic: nil)
  }
}

extension SensorObservation {
  /// Whether its spreads are numbers that a filter can work with.
  var isUsable: Bool {
    positionStandardDeviationMetres > 0 && positionStandardDeviationMetres < 1e6
      && timeStandardDeviationSeconds >= 0 && timeStandardDeviationSeconds < 3600
  }
}
