/// What people decide, obeyed until they let go.
extension CraftTracker {
  /// Holds an identity on a track, or keeps it away from it.
  ///
  /// Together: the identity is on the track whatever the odds say; where the transponder claims to be and what sensors see are
  /// still not mixed when they disagree. Apart: the identity never comes upon the track.
  ///
  /// - Returns: whether there is such a track.
  @discardableResult
  package mutating func hold(track number: Int, identity: UInt32, together: Bool) -> Bool {
    guard let index = candidates.firstIndex(where: { $0.number == number }) else { return false }
    latePicture = nil
    holds.add(IdentityHolds.Hold(number: number, identity: identity, isTogether: together))
    guard let slot = transponderOf[identity] else { return true }
    if together {
      joinByHand(slot, to: index)
    } else if candidates[index].transponder == slot {
      transponders[slot].isHeld = false
      if transponders[slot].watched != nil {
        part(slot, mark: [])
      } else {
        candidates[index].transponder = nil
        transponders[slot].leave(parting: true)
      }
      if let index = candidates.firstIndex(where: { $0.number == number }) {
        candidates[index].marks.remove(.heldByHand)
      }
    }
    return true
  }

  /// Takes back what was said of an identity and a track; the odds decide again.
  package mutating func letGo(track number: Int, identity: UInt32) {
    holds.remove(number: number, identity: identity)
    guard let slot = transponderOf[identity], holds.number(heldTogetherWith: identity) == nil else { return }
    transponders[slot].isHeld = false
    if let index = index(of: transponders[slot].home) { candidates[index].marks.remove(.heldByHand) }
  }

  /// Brings a transponder upon the track that a person has said.
  mutating func obeyHolds(_ slot: Int, _ report: TransponderReport) {
    guard let number = holds.number(heldTogetherWith: transponders[slot].identity),
      let index = candidates.firstIndex(where: { $0.number == number })
    else { return }
    joinByHand(slot, to: index)
  }

  private mutating func joinByHand(_ slot: Int, to index: Int) {
    let id = candidates[index].id
    defer {
      transponders[slot].isHeld = true
      transponders[slot].trustByHand()
      if let index = self.index(of: id) { candidates[index].marks.insert(.heldByHand) }
    }
    guard transponders[slot].home != id else { return }
    if let other = candidates[index].transponder {
      transponders[other].isHeld = false
      part(other, mark: [])
    }
    // A transponder that was on another craft leaves that to its sensors first.
    if transponders[slot].watched != nil { part(slot, mark: []) }
    if let index = self.index(of: id) { bind(slot, to: index) }
  }
}
