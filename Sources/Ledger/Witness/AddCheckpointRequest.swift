import Foundation

/// What a ledger asks of a witness: to cosign a checkpoint, given the proof that it continues the one before (C2SP
/// `tlog-witness`, `add-checkpoint`).
package struct AddCheckpointRequest: Sendable, Hashable {
  /// Hashes that a proof may have; a tree of 2^63 entries needs no more.
  package static let longestProof = 63

  /// The largest request, in bytes: a full proof and a note with a good many signatures.
  package static let largestBytes = 128 << 10

  /// The size of the checkpoint that the witness is thought to have cosigned last.
  package var oldSize: Int64
  package var proof: [TreeHash]
  /// The checkpoint as a signed note.
  package var note: String

  package init(oldSize: Int64, proof: [TreeHash], note: String) {
    self.oldSize = oldSize
    self.proof = proof
    self.note = note
  }

  /// Reads the body of a request; nil when it is none.
  package init?(parsing body: String) {
    guard let gap = body.range(of: "\n\n") else { return nil }
    let lines = body[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("old "), let size = Int64(first.dropFirst(4)), size >= 0,
      String(size) == first.dropFirst(4), lines.count - 1 <= Self.longestProof
    else { return nil }
    var proof: [TreeHash] = []
    for line in lines.dropFirst() {
      guard let bytes = Data(base64Encoded: String(line)), let hash = TreeHash([UInt8](bytes)) else { return nil }
      proof.append(hash)
    }
    self.init(oldSize: size, proof: proof, note: String(body[gap.upperBound...]))
  }

  /// The body of the request.
  package var body: String {
    proof.reduce("old \(oldSize)\n") { $0 + Data($1.bytes).base64EncodedString() + "\n" } + "\n" + note
  }
}
