extension Ledger {
  /// Keeps what a witness said of a checkpoint of this ledger.
  ///
  /// - Parameters:
  ///   - signature: The line that the witness answered with.
  ///   - key: The witness's key, with which the line has been verified.
  ///   - size: The size of the checkpoint.
  /// - Throws: `invalid` when the line is not a good cosignature of a checkpoint that the ledger keeps.
  package func keep(_ signature: SignedNote.Signature, of key: NoteVerifier, size: Int64) async throws {
    try await writer.exclusively { [writer] in
      try writer.store.write { session in
        guard let checkpoint = try session.checkpoints().last(where: { $0.size == size }),
          var note = SignedNote(parsing: checkpoint.note)
        else { throw LedgerError(.invalid, "There is no checkpoint of size \(size) to cosign.") }
        note.signatures = [signature]
        guard key.algorithm == .cosignature, key.accepts(note) else {
          throw LedgerError(.invalid, "The cosignature of \(key.name) is not good for the checkpoint of size \(size).")
        }
        try session.insert(
          StoredCosignature(size: size, witness: key.name, key: key.text, line: signature.line))
      }
    }
  }
}

extension LedgerReader {
  /// The key with which the ledger's desk cosigns for others, in the text form of a verifier key; nil when the ledger
  /// has not been opened for writing since it has one.
  package func witnessKey() throws -> String? { try store.read { try $0.setting(.cosigner) } }

  /// The largest size of which a cosignature of a witness is kept; 0 when there is none.
  package func cosignedSize(witness: String) throws -> Int64 {
    try store.read { try $0.cosignedSize(witness: witness) }
  }

  /// The witnesses that cosigned the checkpoint of a size, with the time of each in seconds since 1970.
  package func cosignatures(size: Int64) throws -> [(witness: String, seconds: Int64)] {
    try store.read { try $0.cosignatures(size: size) }.compactMap { stored in
      SignedNote(parsing: "-\n\n" + stored.line)?.signatures.first?.cosignedSeconds.map { (stored.witness, $0) }
    }
  }
}
