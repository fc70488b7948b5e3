import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Upgrade of a store in place")
struct UpgradeTests {
  private func store(_ folder: TestFolder) async throws -> LedgerHead {
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(40)
    try await ledger.write(.note("a sentence in plain words"))
    defer { try? ledger.close() }
    return ledger.head
  }

  private let clock: () -> Int64 = { 1_790_000_000_000 }

  @Test func aStoreOfThePresentFormIsNotCopied() async throws {
    let folder = try TestFolder()
    #expect(try StoreUpgrade.backUp(folder.location.ledgerPath, clock: clock) == nil)
    _ = try await store(folder)
    #expect(try StoreUpgrade.backUp(folder.location.ledgerPath, clock: clock) == nil)
    #expect(try Ledger.sample(folder).upgrade == nil)
  }

  @Test func anEarlierFormIsCopiedFirstAndTheCopyLeadsBack() async throws {
    let folder = try TestFolder()
    let head = try await store(folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.location.ledgerPath))
    let upgrade = try #require(
      try StoreUpgrade.backUp(folder.location.ledgerPath, to: SQLiteSchema.version + 1, clock: clock))
    #expect(upgrade.from == SQLiteSchema.version && upgrade.to == SQLiteSchema.version + 1)
    #expect(upgrade.backupPath.hasSuffix(".before-form-\(upgrade.to)-20260921T141320Z"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.location.ledgerPath)) == before, "the store is untouched")
    let copy = try Data(contentsOf: URL(fileURLWithPath: upgrade.backupPath))
    #expect(copy.range(of: Data("in plain words".utf8)) == nil, "views stay behind")

    let moved = try Ledger.moveAside(folder.location, withArchive: false, at: Date(timeIntervalSince1970: 0))
    #expect(moved.map(\.to).contains { $0.hasSuffix(".replaced-19700101T000000Z") })
    let report = try Ledger.restore(from: upgrade.backupPath, keys: nil, to: folder.location)
    #expect(report.isSound && report.head == head)
    let restored = try Ledger.sample(folder)
    #expect(restored.head == head)
    #expect(try restored.reader.read { try NoteView.count($0) } == Int(head.size))
    #expect(try restored.entry(head.size)?.part("text") == [UInt8]("a sentence in plain words".utf8))
  }

  @Test func anInterruptedCopyIsMadeAnewAndAFinishedOneIsKept() async throws {
    let folder = try TestFolder()
    _ = try await store(folder)
    let path = folder.location.ledgerPath
    let partial = "\(path).before-form-\(SQLiteSchema.version + 1)-20260921T141320Z.partial"
    try Data("half a copy".utf8).write(to: URL(fileURLWithPath: partial))
    let upgrade = try #require(try StoreUpgrade.backUp(path, to: SQLiteSchema.version + 1, clock: clock))
    #expect(!FileManager.default.fileExists(atPath: partial))
    let first = try Data(contentsOf: URL(fileURLWithPath: upgrade.backupPath))
    #expect(try StoreUpgrade.backUp(path, to: SQLiteSchema.version + 1, clock: clock) == upgrade)
    #expect(try Data(contentsOf: URL(fileURLWithPath: upgrade.backupPath)) == first)
  }

  @Test func aLedgerInUseIsNotMovedAside() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("x"))
    let error = #expect(throws: LedgerError.self) {
      try Ledger.moveAside(folder.location, withArchive: true, at: Date())
    }
    #expect(error?.code == .locked)
    #expect(FileManager.default.fileExists(atPath: folder.location.ledgerPath))
    try ledger.close()
  }
}
