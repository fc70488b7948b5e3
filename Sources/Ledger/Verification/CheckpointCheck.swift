/// Checks the stored checkpoints: signature, origin, and the root that the tree had at their size.
struct CheckpointCheck {
  let reader: LedgerReader
  let size: Int64
  /// The first entry that is known to be in doubt, so that a checkpoint after it says nothing new about which.
  let firstFault: Int64?

  func run(_ checkpoints: [StoredCheckpoint]) throws -> [VerifyReport.Fault] {
    guard let verifier = NoteVerifier(text: reader.verifierKey), verifier.name == reader.origin else {
      return [
        VerifyReport.Fault(
          place: .store, message: "The public key of the checkpoints is unreadable or not this ledger's.")
      ]
    }
    var lastSound: Int64 = 0
    return try checkpoints.compactMap { stored in
      if let fault = try fault(stored, verifier, after: lastSound) { return fault }
      lastSound = stored.size
      return nil
    }
  }

  private func fault(
    _ stored: StoredCheckpoint, _ verifier: NoteVerifier, after lastSound: Int64
  ) throws -> VerifyReport.Fault? {
    func fault(_ complaint: String, _ sequence: Int64? = nil) -> VerifyReport.Fault {
      let isExplained = firstFault.map { $0 <= stored.size } ?? false
      return VerifyReport.Fault(
        place: .checkpoint(stored.size), message: "The checkpoint at size \(stored.size) \(complaint).",
        sequence: isExplained ? nil : sequence)
    }
    guard let note = SignedNote(parsing: stored.note), let checkpoint = Checkpoint(text: note.text) else {
      return fault("cannot be read")
    }
    guard verifier.accepts(note) else { return fault("does not bear this ledger's signature") }
    guard checkpoint.origin == reader.origin, checkpoint.size == stored.size else {
      return fault("says something else than the place where it is stored")
    }
    guard checkpoint.size <= size else {
      return fault("shows that entries from \(size + 1) on are missing", size + 1)
    }
    let cosignatures = try reader.store.read { try $0.cosignatures(size: stored.size) }
    for cosignature in cosignatures {
      guard let line = SignedNote(parsing: note.text + "\n" + cosignature.line),
        NoteVerifier(text: cosignature.key)?.accepts(line) ?? false
      else { return fault("bears a cosignature of \(cosignature.witness) that is not good") }
    }
    let root: TreeHash
    do {
      root = try reader.store.read { try $0.tree.root(size: checkpoint.size) }
    } catch let error as LedgerError where error.code == .corrupt {
      return fault("cannot be compared, because a node of the tree is missing", lastSound + 1)
    }
    guard root == checkpoint.root else {
      return fault("has another root than the entries: one after \(lastSound) was altered", lastSound + 1)
    }
    return nil
  }
}
