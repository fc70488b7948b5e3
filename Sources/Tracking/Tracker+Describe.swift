import Geodesy

extension Tracker {
  /// Takes in what a craft says of itself.
  ///
  /// - Returns: what it did to the track, or nil when the craft has not reported a position yet: then the report is kept
  ///   for when it does.
  public mutating func describe(_ report: StaticReport) -> TrackUpdate? {
    let note = take(report)
    return note.slot.flatMap { self.track(slot: $0) }.map {
      TrackUpdate(track: $0, change: note.change, diagnostic: nil)
    }
  }

  /// Takes in what a craft says of itself as `describe` does, and names the track by its slot; nil while it has none.
  public mutating func take(_ report: StaticReport) -> TrackNote {
    let identity = CraftIdentity(mmsi: report.mmsi)
    guard let slot = association.slot(identity, exercise: report.exercise) else {
      pending.add(report)
      return TrackNote(slot: nil, change: .unchanged, diagnostic: nil)
    }
    let changed = records[slot].describe(report, limits: limits)
    return TrackNote(slot: slot, change: changed ? .described : .unchanged, diagnostic: nil)
  }
}

extension TrackRecord {
  /// Merges a report; whether a value changed.
  mutating func describe(_ report: StaticReport, limits: TrackerLimits) -> Bool {
    noteHeard(source: report.source, at: report.at, limit: limits.sourcesPerTrack)
    guard track.statics.merge(report) else { return false }
    track.trackClass = TrackClass(mmsi: track.mmsi, shipType: track.statics.shipType?.value)
    return true
  }
}
