/// The destruction of the keys of a subject, which an entry of the ledger's own announces.
///
/// The entry comes first and is durable together with the purged views; the keys follow. A process that ends between
/// the two finds the entry when it opens the ledger again, and destroys the keys then. A restored key store that still
/// has them is treated in the same way.
struct Erasure {
  /// The kind of the entry that announces an erasure; its subjects are those erased.
  static let kind = "ledger.erased"

  let store: any EntryStore
  let ring: KeyRing

  /// The draft that announces the erasure of a subject.
  static func draft(subject: String, marking: String, atMilliseconds milliseconds: Int64) -> EntryDraft {
    EntryDraft(
      kind: kind, aggregate: "ledger.erasure/\(subject)", aboutMilliseconds: milliseconds, marking: marking,
      subjects: [subject])
  }

  /// Every erasure that is announced after a sequence.
  static func announced(in store: any EntryStore, after sequence: Int64) throws -> [Entry] {
    let stored = try store.read { session in
      try session.sequences(ofKind: kind, after: sequence).compactMap { try session.stored($0) }
    }
    return try stored.map { try PartOpener(ring: nil).open($0) }
  }

  /// Carries out every erasure that is announced after a sequence, again or for the first time, and removes from the
  /// files what the purged rows have left there.
  func carryOutAnnounced(after sequence: Int64 = 0) throws {
    let announced = try Self.announced(in: store, after: sequence)
    for erased in announced {
      for subject in erased.subjects {
        // A key that was made later belongs to what was recorded after the erasure, and stays.
        try ring.destroy(owner: subject, firstUsedBefore: erased.sequence)
      }
    }
    if !announced.isEmpty { try store.scrub() }
  }
}
