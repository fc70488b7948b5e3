/// The statement of a witness about a checkpoint, as the store keeps it.
package struct StoredCosignature: Hashable, Sendable {
  package var size: Int64
  /// The name of the witness's key.
  package var witness: String
  /// The public key that the line was verified with, in the text form of `NoteVerifier`.
  package var key: String
  /// The signature line with its newline.
  package var line: String

  package init(size: Int64, witness: String, key: String, line: String) {
    self.size = size
    self.witness = witness
    self.key = key
    self.line = line
  }
}
