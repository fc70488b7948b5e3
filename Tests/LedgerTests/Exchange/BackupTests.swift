import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Backup, restore, export")
struct BackupTests {
  @Test func aBackupTakenWhileWritingIsWholeAndCanBeRestored() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(300)
    let writing = Task { try await ledger.fill(2000) }
    try ledger.backup(to: folder.path("copy"), keys: folder.path("copy-keys"))
    try await writing.value
    try ledger.close()

    let elsewhere = StoreLocation(path: folder.path("new/place.sqlite"))
    let report = try Ledger.restore(from: folder.path("copy"), keys: folder.path("copy-keys"), to: elsewhere)
    #expect(report.isSound)
    #expect(report.head.size >= 300)
    let restored = try Ledger.open(elsewhere, views: [NoteView()])
    #expect(restored.origin == ledger.origin)
    #expect(restored.head == report.head)
    #expect(try restored.reader.read { try NoteView.count($0) } == Int(report.head.size))
    #expect(try restored.entry(7)?.part("text") == [UInt8]("note 6".utf8))
    try await restored.write(.note("goes on"))
    #expect(try restored.reader.verify().isSound)
  }

  @Test func aBackupHoldsNothingInPlain() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("a sentence in plain words"))
    try ledger.backup(to: folder.path("copy"))
    let copy = try #require(try folder.contents()["copy"])
    #expect(copy.range(of: Data("in plain words".utf8)) == nil)
    #expect(try folder.contents()["copy.partial"] == nil)
  }

  @Test func aBackupNeverReplacesAFile() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("x"))
    let error = #expect(throws: LedgerError.self) { try ledger.backup(to: folder.location.ledgerPath) }
    #expect(error?.code == .storeExists)
    try ledger.backup(to: folder.path("copy"), keys: folder.path("keys"))
    let keys = #expect(throws: LedgerError.self) {
      try ledger.backup(to: folder.path("copy-2"), keys: folder.path("keys"))
    }
    #expect(keys?.code == .storeExists)
    try ledger.close()
    let restoring = #expect(throws: LedgerError.self) {
      try Ledger.restore(from: folder.path("copy"), keys: folder.path("keys"), to: folder.location)
    }
    #expect(restoring?.code == .storeExists)
  }

  @Test func anUnsoundBackupIsNotRestored() async throws {
    let folder = try await VerifyTests.filled(9)
    let elsewhere = StoreLocation(path: folder.path("new.sqlite"))
    try VerifyTests.tamper(folder, "UPDATE entry SET actor = 'someone' WHERE sequence = 4")
    let error = #expect(throws: LedgerError.self) {
      try Ledger.restore(from: folder.location.ledgerPath, keys: folder.location.keysPath, to: elsewhere)
    }
    #expect(error?.code == .corrupt)
    #expect(error?.message.contains("The first bad entry is 4.") == true)
    #expect(!FileManager.default.fileExists(atPath: elsewhere.ledgerPath))
  }

  @Test func keysThatStillLieThereNeedNoCopy() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(4)
    try ledger.backup(to: folder.path("copy"))
    try ledger.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.location.ledgerPath + suffix)
    }
    let lost = #expect(throws: LedgerError.self) { try Ledger.sample(folder) }
    #expect(lost?.code == .storeMissing)
    _ = try Ledger.restore(from: folder.path("copy"), keys: nil, to: folder.location)
    let restored = try Ledger.sample(folder)
    #expect(try restored.entry(4)?.part("text") == [UInt8]("note 3".utf8))
  }

  @Test func everyLineOfAnExportCanBeProved() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("first line", subjects: ["s"]), key: "key-1")
    try await ledger.write(
      EntryDraft(
        kind: "k", aggregate: "a", aboutMilliseconds: 0, marking: "m",
        parts: [PayloadPart(name: "p", bytes: [0xFF, 0xFE])]))
    _ = try await ledger.erase(subject: "s", marking: "OFFICIAL", context: .sample())
    _ = try await ledger.checkpoint()
    var bytes: [UInt8] = []
    #expect(try ledger.reader.export(opened: true) { bytes += $0 } == 3)
    let lines = try bytes.split(separator: 0x0A).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
    #expect(lines.count == 5)
    let checkpoint = try ledger.reader.checkpoints().last
    #expect(lines[0]["ledger"] as? String == ledger.origin)
    #expect(lines[4]["checkpoint"] as? String == checkpoint)
    for (index, line) in lines[1...3].enumerated() {
      let text = try #require(line["sealed"] as? String)
      let sealed = try #require(Data(base64Encoded: text))
      let proof = try ledger.inclusionProof(of: Int64(index) + 1)
      #expect(proof.leafHash == InclusionProof.leafHash(ofSealedBytes: [UInt8](sealed)))
      #expect(proof.leads(to: ledger.head.rootHash))
    }
    let parts = lines[1...2].compactMap { ($0["parts"] as? [[String: Any]])?.first }
    #expect(parts[0]["state"] as? String == "erased")
    #expect(parts[0]["text"] == nil)
    #expect(parts[1]["bytes"] as? String == "//4=")
    #expect(lines[1]["recorded"] as? String == "2026-09-21T14:13:20.000Z")
    var sealedOnly: [UInt8] = []
    try ledger.reader.export(opened: false) { sealedOnly += $0 }
    #expect(!String(decoding: sealedOnly, as: UTF8.self).contains("\"parts\""))
  }
}
