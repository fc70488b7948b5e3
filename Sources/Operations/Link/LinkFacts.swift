import Ledger

/// The centre has a short code, by which its facts are told from those of others on every desk.
struct CentreNamed: Fact {
  static let kind = "centre.named"
  var code: String
  var aggregate: String { "centre" }
}

/// An entry of another centre came over a link. Its payload stands beside, part by part, sealed for the same subjects under
/// the keys of this ledger.
struct LinkReceived: Fact {
  static let kind = "link.received"
  /// What is put before the names of the other ledger's parts, so that they meet none of this ledger's.
  static let copyPrefix = "copy."

  /// The other ledger, by its name in checkpoints.
  var ledger: String
  /// The entry's sequence there.
  var sequence: Int64
  /// The short code of its centre.
  var centre: String
  /// When it was recorded there, in milliseconds since 1970.
  var recorded: Int64
  var actor: String
  var agency: String
  var purpose: String
  /// The kind of the entry there.
  var kind: String
  /// What it happened to there.
  var aggregate: String
  /// The leaf hash of the entry in base64, which was proved to stand in the other ledger.
  var leaf: String
  /// The parts that had been erased there before they could be sent.
  var erasedParts: [String]

  var subjects: [String] { [] }
}

/// Entries of another ledger were taken, up to here. One such entry follows those that were taken together.
struct LinkReached: Fact {
  static let kind = "link.reached"
  var partner: String
  var ledger: String
  /// The sequence up to which the other ledger has been gone through.
  var through: Int64
  /// How many entries were taken.
  var taken: Int
  /// The checkpoint under which they were proved, with the other ledger's signature.
  var note: String
  var size: Int64
  /// Its root in base64.
  var root: String

  var aggregate: String { "link:\(partner)" }
  var subjects: [String] { [aggregate] }
}

/// Entries of this ledger were given to another centre: a disclosure.
struct LinkSent: Fact {
  static let kind = "link.sent"
  var partner: String
  /// The first and the last that were given.
  var first: Int64
  var last: Int64
  /// How many of those between them were given.
  var given: Int

  var aggregate: String { "link:\(partner)" }
  var subjects: [String] { [aggregate] }
}

/// What another centre sent was refused, and none of it taken.
struct LinkRefused: Fact {
  static let kind = "link.refused"
  var partner: String
  /// Why, by a code that the desk has words for.
  var reason: String
  /// The checkpoint that was offered, if one was.
  var offered: String?
  /// The last checkpoint that was taken before.
  var known: String?

  var aggregate: String { "link:\(partner)" }
  var subjects: [String] { [aggregate] }
}
