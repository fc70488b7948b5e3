import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Verification")
struct VerifyTests {
  /// A ledger of some entries, closed, with a checkpoint at its end.
  static func filled(_ count: Int, checkpoint: Bool = true) async throws -> TestFolder {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    for number in 0..<count {
      try await ledger.write(
        .note("note \(number)", aggregate: "log-\(number % 3)"), key: number % 4 == 0 ? "k\(number)" : nil)
    }
    if checkpoint { _ = try await ledger.checkpoint() }
    try ledger.close()
    return folder
  }

  /// Changes the file behind the ledger's back, past the triggers that guard it.
  static func tamper(_ folder: TestFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.location.ledgerPath)
    try queue.write { db in
      for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  static func verify(_ folder: TestFolder) throws -> VerifyReport {
    let reader = try LedgerReader.open(folder.location)
    defer { try? reader.close() }
    return try reader.verify()
  }

  @Test(arguments: [0, 1, 2, 3, 13, 64])
  func whatWasWrittenIsSound(count: Int) async throws {
    let report = try Self.verify(try await Self.filled(count))
    #expect(report.isSound, "\(report)")
    #expect(report.head.size == Int64(count))
    #expect(report.checkpoints == 1)
    #expect(report.views == 1)
  }

  @Test(
    arguments: [1, 2, 7, 12, 13],
    [
      "sealed = CAST(substr(sealed, 1, 40) || x'00' || substr(sealed, 42) AS BLOB)",
      "sealed = CAST(sealed || x'00' AS BLOB)", "sealed = x''",
      "leaf = zeroblob(32)", "leaf = x'00'", "recorded = recorded + 1", "about = about - 1", "kind = kind || 'x'",
      "aggregate = 'elsewhere'", "version = version + 100", "actor = 'someone'", "agency = ''", "purpose = 'other'",
      "marking = 'UNMARKED'", "command = 'new'", "command = CASE WHEN command IS NULL THEN '' END",
    ])
  func aChangeInAnyColumnNamesItsEntry(sequence: Int64, change: String) async throws {
    let folder = try await Self.filled(13)
    try Self.tamper(folder, "UPDATE entry SET \(change) WHERE sequence = \(sequence)")
    let report = try Self.verify(folder)
    #expect(report.firstBadSequence == sequence, "\(report)")
    #expect(report.faults.filter { if case .entry = $0.place { true } else { false } }.count == 1, "\(report)")
    #expect(report.description.contains("The first bad entry is \(sequence)."))
  }

  /// Every single byte of an entry's stored form.
  @Test func everyByteOfTheSealedColumnCounts() async throws {
    let folder = try await Self.filled(3)
    let reader = try LedgerReader.open(folder.location)
    let sealed = try #require(try reader.sealedBytes(2))
    try reader.close()
    let row = SealedRow(sealed: sealed)
    #expect(row.complaint(sealed) == nil)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 0x10
      #expect(row.complaint(changed) != nil)
    }
  }

  @Test(arguments: [(1, 1), (6, 6), (13, 13)] as [(Int64, Int64)])
  func aMissingEntryIsNamed(removed: Int64, named: Int64) async throws {
    let folder = try await Self.filled(13)
    try Self.tamper(folder, "DELETE FROM entry WHERE sequence = \(removed)")
    #expect(try Self.verify(folder).firstBadSequence == named)
  }

  @Test func anEntryReplacedWithItsHashIsFoundByTheChain() async throws {
    let folder = try await Self.filled(13)
    try Self.replace(5, in: folder)
    let report = try Self.verify(folder)
    #expect(report.firstBadSequence == 5, "\(report)")
  }

  @Test func theLastEntryReplacedWithItsHashIsFoundByTheCheckpoint() async throws {
    let folder = try await Self.filled(13)
    try Self.replace(13, in: folder)
    let report = try Self.verify(folder)
    #expect(!report.isSound)
    #expect(report.faults.contains { $0.place == .checkpoint(13) })
  }

  @Test(arguments: [(1, 2, 5), (2, 0, 1), (3, 0, 1)] as [(Int, Int64, Int64)])
  func aNodeOfTheTreeIsNamed(level: Int, index: Int64, sequence: Int64) async throws {
    for change in ["UPDATE tree SET hash = zeroblob(32)", "DELETE FROM tree"] {
      let folder = try await Self.filled(13)
      try Self.tamper(folder, "\(change) WHERE level = \(level) AND \"index\" = \(index)")
      let report = try Self.verify(folder)
      #expect(report.faults.contains { $0.place == .node(level: level, index: index) }, "\(report)")
      #expect(report.firstBadSequence == sequence)
    }
  }

  @Test(arguments: [
    "UPDATE checkpoint SET note = replace(note, char(10) || '9' || char(10), char(10) || '8' || char(10))",
    "UPDATE checkpoint SET note = ''", "UPDATE checkpoint SET size = 8",
    "UPDATE setting SET value = 'x' WHERE name = 'verifier'", "INSERT INTO tree VALUES (9, 9, zeroblob(32))",
    "UPDATE view SET position = 99", "UPDATE entry SET sequence = 4000000000000 WHERE sequence = 9",
    "UPDATE entry SET sequence = -1 WHERE sequence = 9", "UPDATE setting SET value = 'other/1' WHERE name = 'origin'",
  ])
  func whatStandsBesideTheEntriesIsCheckedToo(change: String) async throws {
    let folder = try await Self.filled(9)
    try Self.tamper(folder, change)
    let outcome = Result { try Self.verify(folder) }
    switch outcome {
    case .success(let report): #expect(!report.isSound, "\(change)")
    case .failure(let error): #expect((error as? LedgerError)?.code == .corrupt)
    }
  }

  /// An index from which an entry was left out hides it from whoever looks for it.
  @Test(arguments: [
    ("entry_aggregate", "ON entry (aggregate, version)", "aggregate"),
    ("entry_recorded", "ON entry (recorded)", "recorded"),
    ("entry_command", "ON entry (command, actor) WHERE command IS NOT NULL", "command"),
  ])
  func anIndexThatHidesAnEntryIsNamed(index: String, definition: String, name: String) async throws {
    let folder = try await Self.filled(13)
    // The index is blind while the row is put back.
    let blind = definition.components(separatedBy: " WHERE")[0] + " WHERE sequence < 0"
    try Self.tamper(
      folder,
      """
      CREATE TABLE kept AS SELECT * FROM entry WHERE sequence = 5; DELETE FROM entry WHERE sequence = 5;
      \(Self.redefinition(index, blind, unique: false))
      """)
    try Self.tamper(
      folder,
      """
      INSERT INTO entry SELECT * FROM kept; DROP TABLE kept;
      \(Self.redefinition(index, definition, unique: index == "entry_aggregate"))
      """)
    let report = try Self.verify(folder)
    #expect(report.faults.map(\.place) == [.index(name)], "\(report)")
    #expect(report.firstBadSequence == 5)
  }

  private static func redefinition(_ index: String, _ definition: String, unique: Bool) -> String {
    """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_master SET sql = 'CREATE \(unique ? "UNIQUE " : "")INDEX \(index) \(definition)'
    WHERE name = '\(index)';
    """
  }

  @Test func entriesCutOffAreMissedByTheCheckpoint() async throws {
    let folder = try await Self.filled(9)
    try Self.tamper(folder, "DELETE FROM entry WHERE sequence > 8; UPDATE view SET position = 8")
    let report = try Self.verify(folder)
    #expect(report.firstBadSequence == 9, "\(report)")
  }

  @Test func aTornPageIsAFaultAndNoCrash() async throws {
    let folder = try await Self.filled(200)
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.location.ledgerPath))
    let size = try handle.seekToEnd()
    for page in stride(from: UInt64(2 * 4096), to: size, by: 3 * 4096) {
      try handle.seek(toOffset: page)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 512))
    }
    try handle.close()
    let outcome = Result { try Self.verify(folder) }
    switch outcome {
    case .success(let report): #expect(!report.isSound)
    case .failure(let error): #expect((error as? LedgerError)?.code == .corrupt)
    }
  }

  @Test func itNeedsNoKeysAndDisturbsNoWriter() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(20)
    let reader = try LedgerReader.open(StoreLocation(path: folder.location.ledgerPath, keys: folder.path("none")))
    #expect(try reader.verify().isSound)
    #expect(try reader.entry(1)?.parts.first?.state == .locked)
    try await ledger.fill(20)
    #expect(try reader.verify().head.size == 40)
  }

  /// More than one stretch, so that stretches, their borders and the levels above them are exercised.
  @Test func severalStretchesAreJoined() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder, views: [])
    func verify() throws -> VerifyReport {
      let reader = try LedgerReader.open(folder.location)
      defer { try? reader.close() }
      return try LedgerVerification(reader: reader, stretchLevel: 3).run { _ in }
    }
    for size in [8, 16, 17, 63, 100] {
      try await ledger.fill(size - Int(ledger.head.size))
      let report = try verify()
      #expect(report.isSound, "\(report)")
      #expect(report.head == ledger.head)
    }
    try ledger.close()
    try Self.replace(64, in: folder)
    #expect(try verify().firstBadSequence == 64)
    try Self.replace(33, in: folder)
    #expect(try verify().firstBadSequence == 33)
    try Self.tamper(folder, "UPDATE tree SET hash = zeroblob(32) WHERE level = 4 AND \"index\" = 1")
    let report = try verify()
    #expect(report.firstBadSequence == 17)
    #expect(report.faults.first?.place == .node(level: 4, index: 1))
  }

  /// Puts a forged entry, with the leaf hash that belongs to it, in the place of another.
  static func replace(_ sequence: Int64, in folder: TestFolder) throws {
    let reader = try LedgerReader.open(folder.location)
    let bytes = try #require(try reader.sealedBytes(sequence))
    var entry = try SealedEntry(decoding: bytes)
    try reader.close()
    entry.envelope.actor = "forger"
    let sealed = entry.encoded()
    let hex = { (bytes: [UInt8]) in bytes.map { String(format: "%02x", $0) }.joined() }
    try tamper(
      folder,
      """
      UPDATE entry SET actor = 'forger', sealed = x'\(hex(sealed))', leaf = x'\(hex(TreeHash.leaf(sealed).bytes))'
      WHERE sequence = \(sequence)
      """)
  }
}

/// A row that says in its columns what its sealed bytes say.
private struct SealedRow {
  let sealed: [UInt8]

  func complaint(_ bytes: [UInt8]) -> String? {
    guard let entry = try? SealedEntry(decoding: sealed).envelope else { return "unreadable" }
    func raw(_ text: String?) -> UnsafeRawBufferPointer? {
      guard let text else { return nil }
      return UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer.copy(of: text))
    }
    return bytes.withUnsafeBytes { bytes in
      // The hash over the changed bytes stands in the column, so that only the columns can give the change away, and
      // where they do not, the chain and the tree must.
      TreeHash.leaf(bytes).withBytes { leaf in
        let texts = [
          entry.kind, entry.aggregate, entry.actor, entry.agency, entry.purpose, entry.marking, entry.idempotencyKey,
        ].map(raw)
        defer { for text in texts { text?.deallocate() } }
        let row = ScannedRow(
          sequence: entry.sequence, recordedMilliseconds: entry.recordedMilliseconds,
          aboutMilliseconds: entry.aboutMilliseconds, version: entry.version, kind: texts[0], aggregate: texts[1],
          actor: texts[2], agency: texts[3], purpose: texts[4], marking: texts[5], command: texts[6], leaf: leaf,
          sealed: bytes)
        return RowCheck(row).complaint ?? (TreeHash.leaf(bytes) == TreeHash.leaf(sealed) ? nil : "another leaf")
      }
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate static func copy(of text: String) -> UnsafeMutableRawBufferPointer {
    let copy = allocate(byteCount: text.utf8.count, alignment: 1)
    copy.copyBytes(from: text.utf8)
    return copy
  }
}
