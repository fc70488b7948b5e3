/// The values that a store keeps beside the entries.
package enum StoreSetting: String, CaseIterable, Sendable {
  /// The ledger's name in checkpoints.
  case origin

  /// The public key of the checkpoints, in the text form of `NoteVerifier`.
  case verifier

  /// The public key with which the ledger's desk cosigns the checkpoints of others, in the same form.
  case cosigner
}
