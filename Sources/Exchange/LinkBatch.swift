package import Ledger

/// What one centre answers to another that asks for its entries: those that the other may have, in their order, each with
/// what proves it.
package struct LinkBatch: Sendable, Hashable {
  /// The version of the form.
  package static let version: Int64 = 1

  /// One entry.
  package struct Item: Sendable, Hashable {
    /// The stored bytes, over which the tree is, and the keys of the parts.
    package var disclosure: EntryDisclosure
    /// The short code of the centre when it was appended.
    package var centre: String
    /// What whoever acted is called on screens; empty when nobody knows. It is not part of the entry, and not proved.
    package var actorName: String
    /// The hashes from the entry's sibling in the tree up to the child of the root.
    package var path: [TreeHash]

    package init(disclosure: EntryDisclosure, centre: String, actorName: String, path: [TreeHash]) {
      self.disclosure = disclosure
      self.centre = centre
      self.actorName = actorName
      self.path = path
    }
  }

  /// The short code of the centre now.
  package var centre: String
  /// The sequence up to which the ledger has been gone through for the partner.
  package var through: Int64
  /// How many entries for the partner come after it.
  package var waiting: Int64
  /// The centre's clock, in milliseconds since 1970.
  package var milliseconds: Int64
  /// Whether the centre is in exercise.
  package var exercise: Bool
  /// A checkpoint of the ledger as a signed note, under which the entries are proved; empty in a batch without entries.
  package var note: String
  /// The proof that the checkpoint continues the one that the partner said it knew.
  package var consistency: [TreeHash]
  package var items: [Item]

  package init(
    centre: String, through: Int64, waiting: Int64, milliseconds: Int64, exercise: Bool, note: String = "",
    consistency: [TreeHash] = [], items: [Item] = []
  ) {
    self.centre = centre
    self.through = through
    self.waiting = waiting
    self.milliseconds = milliseconds
    self.exercise = exercise
    self.note = note
    self.consistency = consistency
    self.items = items
  }
}
