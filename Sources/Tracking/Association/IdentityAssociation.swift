/// Finds the track that an observation belongs to, by the identity that the craft gives itself.
///
/// Observations without an identity will be associated by distance here; those of transponders need no more than this.
/// Exercise and reality are told apart, so that an invented craft never moves a real track.
struct IdentityAssociation: Sendable {
  private var slots: [UInt64: Int] = [:]

  var count: Int { slots.count }

  func slot(_ identity: CraftIdentity, exercise: Bool) -> Int? {
    slots[Self.key(identity, exercise: exercise)]
  }

  mutating func assign(_ slot: Int, to identity: CraftIdentity, exercise: Bool) {
    slots[Self.key(identity, exercise: exercise)] = slot
  }

  mutating func release(_ identity: CraftIdentity, exercise: Bool) {
    slots[Self.key(identity, exercise: exercise)] = nil
  }

  static func key(_ identity: CraftIdentity, exercise: Bool) -> UInt64 {
    UInt64(identity.mmsi) << 1 | (exercise ? 1 : 0)
  }
}
