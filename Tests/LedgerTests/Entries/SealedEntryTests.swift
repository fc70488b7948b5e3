import Testing

@testable import Ledger

@Suite("Stored form of an entry")
struct SealedEntryTests {
  static func sample(key: String? = "key", stepped: Bool = true) -> SealedEntry {
    let draft = EntryDraft(
      kind: "note.written", aggregate: "log-1", aboutMilliseconds: -5, marking: "OFFICIAL-SENSITIVE",
      subjects: ["a", "b"])
    return SealedEntry(
      envelope: Envelope(
        sequence: 7, recordedMilliseconds: 1_790_000_000_000, clockStepped: stepped, version: 3, draft: draft,
        context: .sample(key: key)),
      previous: .leaf([1, 2, 3]),
      parts: [
        SealedPart(
          name: "text", subjects: ["a"], wrappedKeys: [SealedPart.WrappedKey(keyID: 300, bytes: [9, 9])],
          box: [UInt8](repeating: 5, count: 300)),
        SealedPart(name: "place", subjects: [], wrappedKeys: [], box: []),
      ])
  }

  @Test(arguments: [nil, "key"], [false, true])
  func whatIsWrittenIsRead(key: String?, stepped: Bool) throws {
    let entry = Self.sample(key: key, stepped: stepped)
    #expect(try SealedEntry(decoding: entry.encoded()) == entry)
    #expect(entry.encoded() == entry.encoded())
  }

  /// The stored form may never change: ledgers of years ago must be verified by programs of years to come.
  @Test func theStoredFormIsFixed() {
    var entry = Self.sample()
    entry.parts = [entry.parts[1]]
    let hash = TreeHash.leaf(entry.encoded()).bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(hash == "28ef7925b165e277984ed5510f449eef437349bf4e1aaf1d2b05c25599d565e6")
  }

  @Test func everyShorterStretchIsRefused() {
    let bytes = Self.sample().encoded()
    for count in 0..<bytes.count {
      #expect(throws: CBORError.self) { try SealedEntry(decoding: Array(bytes.prefix(count))) }
    }
    #expect(throws: CBORError.self) { try SealedEntry(decoding: bytes + [0]) }
  }

  /// Whatever byte is changed, the entry is refused or says something else; it never traps and never reads the same.
  @Test func noChangedByteGoesUnseen() throws {
    let entry = Self.sample()
    let bytes = entry.encoded()
    for index in bytes.indices {
      for change: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= change
        if let read = try? SealedEntry(decoding: changed) {
          #expect(read != entry)
          #expect(read.encoded() == changed)
        }
      }
    }
  }
}
