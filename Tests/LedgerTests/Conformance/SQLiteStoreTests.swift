import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("SQLite store")
struct SQLiteStoreTests {
  @Test(arguments: EntryStoreConformance.rules.map(\.name))
  func conforms(to name: String) throws {
    let folder = try TestFolder()
    let store = try SQLiteStore(path: folder.path("store"), readers: 4)
    let rule = try #require(EntryStoreConformance.rules.first { $0.name == name })
    try rule.rule(store)
    try store.close()
  }

  @Test func whatIsWrittenSurvivesReopening() throws {
    let folder = try TestFolder()
    for sequence in Int64(1)...3 {
      let store = try SQLiteStore(path: folder.path("store"), readers: 1)
      #expect(try store.read { try $0.size() } == sequence - 1)
      try store.write { try EntryStoreConformance.insert(EntryStoreConformance.envelope(sequence), $0) }
      try store.close()
    }
  }

  @Test func everyCommitReachesTheDisk() throws {
    let folder = try TestFolder()
    let store = try SQLiteStore(path: folder.path("store"), readers: 1)
    let (journal, synchronous, secure) = try store.write { session in
      (
        try String.fetchOne(session.views, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(session.views, sql: "PRAGMA synchronous"),
        try Int.fetchOne(session.views, sql: "PRAGMA secure_delete")
      )
    }
    #expect(journal == "wal")
    #expect(synchronous == 2)
    #expect(secure == 1)
  }

  @Test(arguments: [
    "UPDATE entry SET kind = 'x'", "DELETE FROM entry", "UPDATE tree SET hash = x'00'", "DELETE FROM tree",
    "UPDATE checkpoint SET note = 'x'", "DELETE FROM checkpoint",
  ])
  func rowsOfTheLedgerCannotBeChanged(sql: String) throws {
    let folder = try TestFolder()
    let store = try SQLiteStore(path: folder.path("store"), readers: 1)
    try store.write { session in
      try EntryStoreConformance.insert(EntryStoreConformance.envelope(1), session)
      try session.insert(MerkleTree.Node(level: 1, index: 0), hash: .zero)
      try session.insert(StoredCheckpoint(size: 1, note: "a"))
    }
    #expect(throws: LedgerError.self) { try store.write { try $0.views.execute(sql: sql) } }
  }

  @Test func aFullDiskIsSaidAndLosesNothing() throws {
    let folder = try TestFolder()
    let store = try SQLiteStore(path: folder.path("store"), readers: 1)
    try store.write { session in
      try EntryStoreConformance.insert(EntryStoreConformance.envelope(1), session)
      let pages = try Int.fetchOne(session.views, sql: "PRAGMA page_count") ?? 0
      try session.views.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let error = #expect(throws: LedgerError.self) {
      try store.write { session in
        for sequence in Int64(2)...500 {
          try EntryStoreConformance.insert(EntryStoreConformance.envelope(sequence), session)
        }
      }
    }
    #expect(error?.code == .diskFull)
    #expect(try store.read { try $0.size() } == 1)
  }

  @Test func aFileThatIsNoLedgerIsLeftAlone() throws {
    let folder = try TestFolder()
    let noise = [UInt8](repeating: 0x41, count: 8192)
    _ = FileManager.default.createFile(atPath: folder.path("noise"), contents: Data(noise))
    let other = try DatabaseQueue(path: folder.path("other"))
    try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try other.close()
    for name in ["noise", "other"] {
      let before = FileManager.default.contents(atPath: folder.path(name))
      let error = #expect(throws: LedgerError.self) { try SQLiteStore(path: folder.path(name), readers: 1) }
      #expect(error?.code == .corrupt)
      #expect(FileManager.default.contents(atPath: folder.path(name)) == before)
    }
  }

  @Test func aStoreOfANewerVersionIsRefused() throws {
    let folder = try TestFolder()
    let store = try SQLiteStore(path: folder.path("store"), readers: 1)
    try store.write { try $0.views.execute(sql: "PRAGMA user_version = 99") }
    try store.close()
    let before = FileManager.default.contents(atPath: folder.path("store"))
    let error = #expect(throws: LedgerError.self) { try SQLiteStore(path: folder.path("store"), readers: 1) }
    #expect(error?.code == .storeTooNew)
    #expect(FileManager.default.contents(atPath: folder.path("store")) == before)
  }
}
