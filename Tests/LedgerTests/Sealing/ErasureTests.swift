import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Erasure")
struct ErasureTests {
  static let secret = "Marguerite asked for shelter at the lighthouse"

  private func expectNoTrace(of text: String, in folder: TestFolder) throws {
    for (name, bytes) in try folder.contents() {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(name) still holds the text.")
    }
  }

  @Test func nothingOfASubjectRemainsInAnyFile() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("before", aggregate: "a"))
    try await ledger.write(.note(Self.secret, aggregate: "b", subjects: ["subject-1"]))
    try await ledger.write(.note("after", aggregate: "c", subjects: ["subject-2"]))
    let keys = try KeyStore.open(path: folder.location.keysPath, readonly: true)
    let key = try #require(try keys.key(of: "subject-1")).material
    #expect(try folder.contents().values.contains { $0.range(of: Data(Self.secret.utf8)) != nil })
    let root = try ledger.reader.head(size: 3)

    let receipt = try await ledger.erase(subject: "subject-1", marking: "OFFICIAL", context: .sample())
    #expect(receipt.firstSequence == 4)
    try expectNoTrace(of: Self.secret, in: folder)
    for (name, bytes) in try folder.contents() {
      #expect(bytes.range(of: Data(key)) == nil, "\(name) still holds the key.")
    }
    let entry = try #require(try ledger.entry(2))
    #expect(entry.part("text") == nil)
    #expect(entry.parts.first?.state == .erased)
    #expect(try ledger.entry(3)?.part("text") == [UInt8]("after".utf8))
    #expect(try ledger.entry(4)?.kind == "ledger.erased")
    #expect(try ledger.reader.head(size: 3) == root)
    #expect(try ledger.reader.verify().isSound)
    #expect(try ledger.reader.read { try NoteView.texts($0) } == ["before", "erased", "after"])

    try await ledger.rebuild()
    #expect(try ledger.reader.read { try NoteView.texts($0) } == ["before", "erased", "after"])
    try ledger.close()
    try expectNoTrace(of: Self.secret, in: folder)
  }

  @Test func aPartAboutTwoStaysUntilBothAreErased() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("both", subjects: ["s-1", "s-2"]))
    _ = try await ledger.erase(subject: "s-1", marking: "OFFICIAL", context: .sample())
    #expect(try ledger.entry(1)?.part("text") == [UInt8]("both".utf8))
    _ = try await ledger.erase(subject: "s-2", marking: "OFFICIAL", context: .sample())
    #expect(try ledger.entry(1)?.parts.first?.state == .erased)
  }

  @Test func whatIsRecordedAfterAnErasureCanBeRead() async throws {
    let folder = try TestFolder()
    var ledger = try Ledger.sample(folder)
    try await ledger.write(.note("old", subjects: ["s"]))
    _ = try await ledger.erase(subject: "s", marking: "OFFICIAL", context: .sample())
    try await ledger.write(.note("new", subjects: ["s"]))
    try ledger.close()
    ledger = try Ledger.sample(folder)
    #expect(try ledger.entry(1)?.parts.first?.state == .erased)
    #expect(try ledger.entry(3)?.part("text") == [UInt8]("new".utf8))
  }

  /// A process that ends after the entry and before the keys are destroyed, and an old copy of the keys, look the same.
  @Test func anAnnouncedErasureIsCarriedOutWhenTheKeysComeBack() async throws {
    let folder = try TestFolder()
    var ledger = try Ledger.sample(folder)
    try await ledger.write(.note(Self.secret, subjects: ["s"]))
    try ledger.reader.backup(to: folder.path("unused"), keys: folder.path("old-keys"))
    _ = try await ledger.erase(subject: "s", marking: "OFFICIAL", context: .sample())
    try ledger.close()
    try FileManager.default.removeItem(atPath: folder.location.keysPath)
    try FileManager.default.moveItem(atPath: folder.path("old-keys"), toPath: folder.location.keysPath)
    ledger = try Ledger.sample(folder)
    #expect(try ledger.entry(1)?.parts.first?.state == .erased)
    #expect(try KeyStore.open(path: folder.location.keysPath, readonly: true).key(of: "s") == nil)
  }

  @Test func aViewThatErasureCannotReachStopsIt() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder, views: [NoteView()])
    try await ledger.write(.note("x", subjects: ["s"]))
    try ledger.close()
    let blind = try Ledger.sample(folder, views: [])
    let error = await #expect(throws: LedgerError.self) {
      try await blind.erase(subject: "s", marking: "OFFICIAL", context: .sample())
    }
    #expect(error?.code == .invalid)
    #expect(try blind.entry(1)?.parts.first?.state == .open)
  }

  @Test func aBoxMovedToAnotherEntryDoesNotOpen() throws {
    let folder = try TestFolder()
    let store = try KeyStore.create(
      path: folder.path("keys"), origin: "o/1", signingSeed: [UInt8](repeating: 1, count: 32))
    let ring = try KeyRing(store: store, randomBytes: LedgerEnvironment.systemRandomBytes, limit: 10)
    let sealer = PartSealer(ring: ring, randomBytes: LedgerEnvironment.systemRandomBytes)
    let part = try sealer.seal(PayloadPart(name: "text", bytes: [1, 2, 3]), sequence: 5)
    func stored(_ sequence: Int64, _ part: SealedPart) -> StoredEntry {
      var entry = SealedEntryTests.sample()
      entry.envelope.sequence = sequence
      entry.parts = [part]
      return StoredEntry(sequence: sequence, sealed: entry.encoded(), leaf: .zero)
    }
    let opener = PartOpener(ring: ring)
    #expect(try opener.open(stored(5, part)).part("text") == [1, 2, 3])
    var renamed = part
    renamed.name = "other"
    var flipped = part
    flipped.box[14] ^= 1
    for (sequence, part) in [(6, part), (5, renamed), (5, flipped)] as [(Int64, SealedPart)] {
      let error = #expect(throws: LedgerError.self) { try opener.open(stored(sequence, part)) }
      #expect(error?.code == .corrupt)
    }
    #expect(try PartOpener(ring: nil).open(stored(5, part)).parts.first?.state == .locked)
  }

  @Test func onlyTheOwnerMayReadTheFiles() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("x"))
    for path in [folder.location.ledgerPath, folder.location.keysPath] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? Int) == 0o600)
    }
  }

  @Test func aSmallCacheOfKeysChangesNothing() async throws {
    let folder = try TestFolder()
    var limits = LedgerLimits()
    limits.keysCached = 2
    let ledger = try Ledger.sample(folder, limits: limits)
    let drafts = (0..<20).map { EntryDraft.note("\($0)", subjects: ["s-\($0 % 7)", "t-\($0 % 5)"]) }
    _ = try await ledger.perform(.sample()) { _ in drafts }
    for (index, entry) in try ledger.entries(from: 1, limit: 50).enumerated() {
      #expect(entry.part("text") == [UInt8]("\(index)".utf8))
    }
  }
}
