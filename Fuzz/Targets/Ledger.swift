@testable import Ledger

extension FuzzTarget {
  /// Stored entries in CBOR, which a backup, an import or a damaged disk may hold.
  static let entry = FuzzTarget(name: "entry") { bytes in
    guard let entry = try? SealedEntry(decoding: Array(bytes)) else { return }
    demand(entry.encoded().elementsEqual(bytes), "only what the writer writes is read")
  }

  /// Signed notes, the checkpoints in them, and verifier keys.
  static let note = FuzzTarget(name: "note") { bytes in
    let text = bytes.text
    if let key = NoteVerifier(text: text), let note = SignedNote(parsing: text) { _ = key.accepts(note) }
    if let note = SignedNote(parsing: text) {
      demand(SignedNote(parsing: note.encoded) == note, "a note is read back as it was")
      _ = Checkpoint(text: note.text)
    }
    if let checkpoint = Checkpoint(text: text) {
      demand(Checkpoint(text: checkpoint.text) == checkpoint, "a checkpoint is read back as it was")
    }
  }

  /// Proofs of a partner: two numbers and a path of hashes.
  static let proof = FuzzTarget(name: "proof") { bytes in
    guard bytes.count >= 16 else { return }
    let first = bytes.loadUnaligned(fromByteOffset: 0, as: Int64.self)
    let second = bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self)
    let hashBytes = TreeHash.byteCount
    let path = stride(from: 16, to: bytes.count, by: hashBytes).map {
      Array(bytes[$0..<min($0 + hashBytes, bytes.count)])
    }
    let hash = path.first ?? []
    _ = InclusionProof(sequence: first, size: second, leafHash: hash, path: path).leads(to: hash)
    _ = ConsistencyProof(oldSize: first, newSize: second, path: path).joins(oldRootHash: hash, newRootHash: hash)
  }

  /// What a witness and a verifier are sent: a request to cosign, the cosignatures of a note, the path of a tile.
  static let witness = FuzzTarget(name: "witness") { bytes in
    let text = bytes.text
    if let request = AddCheckpointRequest(parsing: text) {
      demand(request.proof.count <= AddCheckpointRequest.longestProof, "a proof is no longer than a tree is high")
      demand(AddCheckpointRequest(parsing: request.body) == request, "a request is read back as it was")
      for signature in SignedNote(parsing: request.note)?.signatures ?? [] { _ = signature.cosignedSeconds }
    }
    let elements = text.split(separator: "/", omittingEmptySubsequences: false)
    if let tile = TilePath(elements: elements) {
      demand(tile.text == "tile/" + text, "a tile has one path")
      _ = tile.exists(size: .max)
    }
  }
}
