/// This desk cosigned the checkpoint of another ledger.
struct CheckpointCosigned: Fact {
  static let kind = "witness.cosigned"

  /// The other ledger, by the name in its checkpoints.
  var origin: String
  var size: Int64
  /// The root in base64, as the checkpoint says it.
  var root: String
  /// The checkpoint with the ledger's signature and this desk's.
  var note: String

  var aggregate: String { "witness" }
}

/// Another ledger offered a checkpoint that bears its signature and does not continue the one that this desk cosigned.
struct HistoryForked: Fact {
  static let kind = "witness.forked"

  var origin: String
  var size: Int64
  var root: String
  /// What was offered, with the ledger's signature.
  var offered: String
  /// The last checkpoint that this desk cosigned, with the ledger's signature; nil when there was none.
  var known: String?
  var knownSize: Int64
  /// The hashes that came as the proof, in base64.
  var proof: [String]
  /// Whether both checkpoints and the proof show that there are two histories: one size with two roots, or a proof that
  /// leads to the new root and from another old one. Otherwise the proof that came did not join them, and whoever sent
  /// it may merely have sent a wrong one.
  var proved: Bool

  var aggregate: String { "witness" }
}

/// A witness would not cosign a checkpoint of this ledger.
struct WitnessDisagreed: Fact {
  static let kind = "witness.disagreed"

  /// The name of the witness's key.
  var witness: String
  /// The status of its answer: 409 when it knows a larger ledger than this, 422 when it could not be shown that this
  /// ledger continues the one it knows.
  var status: Int
  /// The size of the checkpoint that it was asked to cosign.
  var size: Int64
  /// The size that it knows, where it said one.
  var theirSize: Int64?

  var aggregate: String { "witness" }
}
