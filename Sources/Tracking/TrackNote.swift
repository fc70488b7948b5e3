/// What an input did to a track that is named by where the tracker keeps it: a track is large, and most inputs only move it.
public struct TrackNote: Sendable {
  /// Where the tracker keeps the track; nil when there is none. Stays the same until the track ends, and is then used again.
  public var slot: Int?
  /// What became of the track.
  public var change: TrackUpdate.Change
  /// What was odd about the input, if anything was.
  public var diagnostic: TrackDiagnostic?
}

extension Tracker {
  /// The track that is kept in a slot, or nil when none is.
  public func track(slot: Int) -> Track? {
    isHeld(slot) ? records[slot].track : nil
  }

  /// The slot of the track of a transponder, or nil when it is unknown or has ended.
  public func slot(mmsi: UInt32, exercise: Bool) -> Int? {
    association.slot(CraftIdentity(mmsi: mmsi), exercise: exercise)
  }

  /// The name and the flags of the track in a slot, or nil when none is kept there.
  public func label(slot: Int) -> (id: TrackID, flags: Set<TrackFlag>)? {
    isHeld(slot) ? (records[slot].track.id, records[slot].track.flags) : nil
  }

  /// Looks at the track that is kept in a slot without copying it out; does nothing when none is.
  public func look(slot: Int, _ body: (Track) -> Void) {
    if isHeld(slot) { body(records[slot].track) }
  }

  /// Looks at every live and coasting track without copying it out, in an order that depends only on the calls made.
  public func forEachTrack(_ body: (_ slot: Int, _ track: Track) -> Void) {
    for slot in records.indices where records[slot].isHeld { body(slot, records[slot].track) }
  }

  private func isHeld(_ slot: Int) -> Bool { records.indices.contains(slot) && records[slot].isHeld }
}
