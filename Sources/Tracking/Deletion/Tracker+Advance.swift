public import Geodesy

extension Tracker {
  /// How long a flag stays after its last reason, in seconds; a test of a distress transmitter ends by itself.
  static let flagMemorySeconds = 43_200.0

  /// Tells the tracker what time it is: tracks that are silent for too long coast or end, and old flags fall.
  ///
  /// - Returns: an update for each track whose status or flags changed, in an order that depends only on the calls made. An
  ///   ended track is no longer among the tracks; what it said of itself is kept in case the craft returns.
  public mutating func advance(to moment: Instant) -> [TrackUpdate] {
    now = moment
    var updates: [TrackUpdate] = []
    for slot in records.indices where records[slot].isHeld {
      guard let change = records[slot].advance(to: moment) else { continue }
      updates.append(TrackUpdate(track: records[slot].track, change: change, diagnostic: nil))
      if change == .ended { end(records[slot], slot: slot) }
    }
    return updates
  }

  private mutating func end(_ record: TrackRecord, slot: Int) {
    freeSlots.append(slot)
    guard let mmsi = record.track.mmsi else { return }
    let identity = CraftIdentity(mmsi: mmsi)
    association.release(identity, exercise: record.track.exercise)
    pending.keep(record.track.statics, of: identity, exercise: record.track.exercise)
  }
}

extension TrackRecord {
  /// What the lapse of time changes, if anything.
  mutating func advance(to moment: Instant) -> TrackUpdate.Change? {
    let last = track.lastObservation
    let silence = moment.seconds(since: last.at)
    // Most tracks were heard a moment ago, and no rule is shorter than two minutes.
    guard silence >= 120 || !track.flags.isEmpty else { return nil }
    let rule = SilenceRule(
      trackClass: track.trackClass, stationary: track.isStationary,
      speedKnots: last.speedKnots ?? track.state.speedKnots, classA: last.navigationalStatus != nil,
      underTest: track.flags.contains(.sartTest))
    if silence >= rule.endingAfterSeconds {
      track.status = .ended
      return .ended
    }
    if silence >= rule.coastingAfterSeconds, track.status == .live {
      track.status = .coasting
      return .coasting
    }
    if let lastAnomaly, moment.seconds(since: lastAnomaly) > Tracker.flagMemorySeconds {
      self.lastAnomaly = nil
      track.flags.formIntersection([.sartTest])
      return .described
    }
    return nil
  }
}
