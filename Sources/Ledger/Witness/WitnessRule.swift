/// What a witness answers to a checkpoint, given the last one of the same ledger that it cosigned (C2SP `tlog-witness`).
package enum WitnessRule {
  /// A checkpoint that a witness knows of, as its note says it.
  package struct Known: Hashable, Sendable {
    package var size: Int64
    package var root: TreeHash

    package init(size: Int64, root: TreeHash) {
      self.size = size
      self.root = root
    }
  }

  /// What is answered; the number is the status of the answer.
  package enum Answer: Hashable, Sendable {
    /// 200: the checkpoint continues what is known, and may be cosigned.
    case cosign(Checkpoint, SignedNote)
    /// 400: the request cannot be read, or its sizes make no sense.
    case malformed
    /// 403: no trusted key has signed the checkpoint, or one of them is said to have and has not.
    case unsigned
    /// 404: the witness does not know the ledger.
    case unknown
    /// 409: the size that the proof starts from is not that of the last checkpoint, which is this.
    case stale(Int64)
    /// 422: the checkpoint bears the ledger's signature and could not be shown to continue the one that is known.
    case inconsistent(Checkpoint, isProved: Bool)
  }

  /// Judges a request.
  ///
  /// - Parameters:
  ///   - keys: The keys of a ledger by its origin; none when the witness does not know it.
  ///   - known: The last checkpoint of a ledger by its origin; nil when none was cosigned.
  package static func answer(
    _ request: AddCheckpointRequest, keys: (_ origin: String) throws -> [NoteVerifier],
    known: (_ origin: String) throws -> Known?
  ) rethrows -> Answer {
    guard let note = SignedNote(parsing: request.note), let checkpoint = Checkpoint(text: note.text) else {
      return .malformed
    }
    let keys = try keys(checkpoint.origin)
    if keys.isEmpty { return .unknown }
    let judgements = keys.map { $0.judge(note) }
    guard judgements.contains(.accepted), !judgements.contains(.forged) else { return .unsigned }
    guard request.oldSize <= checkpoint.size else { return .malformed }
    let known = try known(checkpoint.origin)
    guard request.oldSize == known?.size ?? 0 else { return .stale(known?.size ?? 0) }
    guard let known, known.size > 0 else {
      let isEmptyAsItMustBe = checkpoint.size > 0 || checkpoint.root == .emptyRoot
      guard request.proof.isEmpty, isEmptyAsItMustBe else { return .inconsistent(checkpoint, isProved: false) }
      return .cosign(checkpoint, note)
    }
    if checkpoint.size == known.size {
      // Two signed roots of one size: nothing else is needed to prove that there are two histories.
      guard checkpoint.root == known.root else { return .inconsistent(checkpoint, isProved: true) }
      return request.proof.isEmpty ? .cosign(checkpoint, note) : .inconsistent(checkpoint, isProved: false)
    }
    let proof = ConsistencyProof(
      oldSize: known.size, newSize: checkpoint.size, path: request.proof.map(\.bytes))
    guard proof.joins(oldRootHash: known.root.bytes, newRootHash: checkpoint.root.bytes) else {
      let isProved = proof.refutes(oldRootHash: known.root.bytes, newRootHash: checkpoint.root.bytes)
      return .inconsistent(checkpoint, isProved: isProved)
    }
    return .cosign(checkpoint, note)
  }
}
