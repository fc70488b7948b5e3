import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Crashes")
struct CrashTests {
  /// The files as they lie at this moment, which is what a killed process leaves behind. The shared memory goes with it.
  private func remains(of folder: TestFolder, logBytes: Int? = nil) throws -> TestFolder {
    let copy = try TestFolder()
    for name in ["foreland.sqlite", "foreland.sqlite-wal", "foreland.sqlite.keys", "foreland.sqlite.keys-wal"] {
      var bytes = FileManager.default.contents(atPath: folder.path(name)) ?? Data()
      if name.hasSuffix("sqlite-wal"), let logBytes { bytes = bytes.prefix(logBytes) }
      try bytes.write(to: URL(fileURLWithPath: copy.path(name)))
    }
    return copy
  }

  @Test func whatWasAcknowledgedSurvivesAKilledProcess() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    for round in 1...5 {
      let receipt = try await ledger.write(.note("\(round)", subjects: ["s-\(round)"]), .note("x"), key: "key-\(round)")
      // The folder goes with its value, and reading connections are opened in it as they are needed.
      let copy = try remains(of: folder)
      defer { withExtendedLifetime(copy) {} }
      let survivor = try Ledger.sample(copy)
      #expect(survivor.head == ledger.head)
      #expect(survivor.head.size == receipt.lastSequence)
      #expect(try survivor.entry(receipt.firstSequence)?.part("text") == [UInt8]("\(round)".utf8))
      #expect(try survivor.reader.read { try NoteView.count($0) } == Int(receipt.lastSequence))
      let report = try survivor.reader.verify()
      #expect(report.isSound, "\(report)")
      #expect(try await survivor.write(.note("again"), key: "key-\(round)").repeated)
      try survivor.close()
    }
  }

  /// A log cut off anywhere gives an earlier state of the ledger, whole in itself, and never half a command.
  @Test func aTornLogGivesAnEarlierWholeState() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    var heads = [ledger.head]
    for round in 1...8 {
      try await ledger.write(.note("\(round)"), .note("second of \(round)"), .note("third"))
      heads.append(ledger.head)
    }
    let length = FileManager.default.contents(atPath: folder.path("foreland.sqlite-wal"))?.count ?? 0
    #expect(length > 0)
    var sizes: Set<Int64> = []
    for bytes in stride(from: length, through: length / 3, by: -length / 23) {
      let torn = try remains(of: folder, logBytes: bytes)
      defer { withExtendedLifetime(torn) {} }
      let survivor = try Ledger.sample(torn)
      #expect(heads.contains(survivor.head))
      #expect(try survivor.reader.read { try NoteView.count($0) } == Int(survivor.head.size))
      #expect(try survivor.reader.verify().isSound)
      sizes.insert(survivor.head.size)
      try await survivor.write(.note("goes on"))
      #expect(try survivor.reader.verify().isSound)
      try survivor.close()
    }
    #expect(sizes.count > 2)
  }

  @Test func aFullDiskRefusesAndTheLedgerGoesOnWhenThereIsRoom() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(10)
    try limitPages(to: 1, ledger)
    let head = ledger.head
    var refusals = 0
    for number in 0..<40 {
      do {
        try await ledger.write(.note(String(repeating: "much \(number) ", count: 400), subjects: ["n-\(number)"]))
      } catch let error as LedgerError {
        #expect(error.code == .diskFull)
        refusals += 1
      }
    }
    #expect(refusals > 20)
    #expect(ledger.head.size == head.size + Int64(40 - refusals))
    try limitPages(to: 1_000_000, ledger)
    let receipt = try await ledger.write(.note("room again", subjects: ["n-39"]))
    #expect(receipt.firstSequence == ledger.head.size)
    #expect(try ledger.entry(receipt.firstSequence)?.part("text") == [UInt8]("room again".utf8))
    #expect(try ledger.reader.verify().isSound)
  }

  /// SQLite takes a limit below the present size to mean the present size.
  private func limitPages(to pages: Int, _ ledger: Ledger) throws {
    try ledger.reader.store.write { session in
      try session.views.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  @Test func aClosedLedgerIsOneFile() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(50)
    try ledger.close()
    let log = FileManager.default.contents(atPath: folder.path("foreland.sqlite-wal")) ?? Data()
    #expect(log.isEmpty)
    let copy = try TestFolder()
    for name in ["foreland.sqlite", "foreland.sqlite.keys"] {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
    }
    let copied = try Ledger.sample(copy)
    #expect(copied.head == ledger.head)
    try copied.close()
  }
}
