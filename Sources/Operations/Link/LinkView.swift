import GRDB
import Ledger

/// What crosses links: which own entries may, which of others came, up to where, and what was refused.
///
/// It holds no word of any payload.
struct LinkView: LedgerView {
  let name = "link"
  let version = 1

  private static let tables = [
    "link_code", "link_outgoing", "link_taken", "link_reached", "link_sent", "link_refused",
  ]

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE link_code (sequence INTEGER PRIMARY KEY, code TEXT NOT NULL);
        CREATE TABLE link_outgoing (
          sequence INTEGER PRIMARY KEY, marking TEXT NOT NULL, agency TEXT NOT NULL);
        CREATE TABLE link_taken (
          ledger TEXT NOT NULL, origin_sequence INTEGER NOT NULL, sequence INTEGER NOT NULL,
          PRIMARY KEY (ledger, origin_sequence)) WITHOUT ROWID;
        CREATE TABLE link_reached (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, partner TEXT NOT NULL, ledger TEXT NOT NULL,
          through INTEGER NOT NULL, taken INTEGER NOT NULL, note TEXT NOT NULL, size INTEGER NOT NULL,
          root TEXT NOT NULL);
        CREATE INDEX link_reached_ledger ON link_reached (ledger, sequence);
        CREATE TABLE link_sent (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, partner TEXT NOT NULL, last INTEGER NOT NULL,
          given INTEGER NOT NULL);
        CREATE INDEX link_sent_partner ON link_sent (partner, sequence);
        CREATE TABLE link_refused (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, partner TEXT NOT NULL, reason TEXT NOT NULL,
          offered TEXT);
        CREATE INDEX link_refused_partner ON link_refused (partner, sequence);
        """)
  }

  func drop(_ db: Database) throws {
    for table in Self.tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
  }

  func fold(_ entry: Entry, into db: Database) throws {
    if CrossingKinds.include(entry.kind) {
      try db.cachedStatement(sql: "INSERT INTO link_outgoing VALUES (?, ?, ?)")
        .execute(arguments: [entry.sequence, entry.marking, entry.agency])
    } else if let received = try entry.fact(LinkReceived.self) {
      try db.cachedStatement(sql: "INSERT INTO link_taken VALUES (?, ?, ?)")
        .execute(arguments: [received.ledger, received.sequence, entry.sequence])
    } else if let named = try entry.fact(CentreNamed.self) {
      try db.execute(sql: "INSERT INTO link_code VALUES (?, ?)", arguments: [entry.sequence, named.code])
    } else if let reached = try entry.fact(LinkReached.self) {
      try db.cachedStatement(sql: "INSERT INTO link_reached VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          entry.sequence, entry.recordedMilliseconds, reached.partner, reached.ledger, reached.through, reached.taken,
          reached.note, reached.size, reached.root,
        ])
    } else if let sent = try entry.fact(LinkSent.self) {
      try db.cachedStatement(sql: "INSERT INTO link_sent VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [entry.sequence, entry.recordedMilliseconds, sent.partner, sent.last, sent.given])
    } else if let refused = try entry.fact(LinkRefused.self) {
      try db.execute(
        sql: "INSERT INTO link_refused VALUES (?, ?, ?, ?, ?)",
        arguments: [entry.sequence, entry.recordedMilliseconds, refused.partner, refused.reason, refused.offered])
    }
  }

  func purge(subject: String, from db: Database) throws {}
}
