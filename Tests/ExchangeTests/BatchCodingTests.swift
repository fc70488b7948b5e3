import Exchange
import Ledger
import Testing

@Suite("Batches as they are sent")
struct BatchCodingTests {
  private static let item = LinkBatch.Item(
    disclosure: EntryDisclosure(sealed: [1, 2, 3], partKeys: [[UInt8](repeating: 9, count: 32), nil]), centre: "DOVER",
    actorName: "Mara Quill", path: [.zero, .emptyRoot])

  private static let batch = LinkBatch(
    centre: "DOVER", through: 12, waiting: 3, milliseconds: 1_637_718_480_000, exercise: false, note: "a\n\n— b c\n",
    consistency: [.emptyRoot], items: [item, item])

  private func fault(_ bytes: [UInt8], _ limits: LinkLimits = LinkLimits()) -> LinkFault? {
    do {
      _ = try LinkBatch(decoding: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func aBatchIsReadAsItWasWritten() throws {
    #expect(try LinkBatch(decoding: Self.batch.encoded()) == Self.batch)
    let empty = LinkBatch(centre: "CALAIS", through: 0, waiting: 0, milliseconds: -1, exercise: true)
    #expect(try LinkBatch(decoding: empty.encoded()) == empty)
  }

  @Test func everyShorterBatchIsGarbled() {
    let bytes = Self.batch.encoded()
    for count in bytes.indices { #expect(fault(Array(bytes.prefix(count)))?.reason == .garbled) }
    #expect(fault(bytes + [0])?.reason == .garbled)
    #expect(fault(Array("<html>502 Bad Gateway</html>".utf8))?.reason == .garbled)
  }

  @Test func everyLimitIsHeldWithItsName() {
    func refused(_ adjust: (inout LinkLimits) -> Void) -> LinkFault? {
      var limits = LinkLimits()
      adjust(&limits)
      return fault(Self.batch.encoded(), limits)
    }
    for (name, adjust) in [
      ("batchBytes", { $0.batchBytes = 100 }), ("entriesInBatch", { $0.entriesInBatch = 1 }),
      ("noteBytes", { $0.noteBytes = 3 }), ("nameBytes", { $0.nameBytes = 9 }),
      ("hashesInProof", { $0.hashesInProof = 1 }), ("partsInEntry", { $0.partsInEntry = 1 }),
    ] as [(String, (inout LinkLimits) -> Void)] {
      let fault = refused(adjust)
      #expect(fault?.reason == .large, "\(name)")
      #expect(fault?.detail.contains(name) == true, "\(fault?.detail ?? "")")
    }
  }

  @Test func aCountOfMillionsReservesNothing() {
    // The head of an array of 2^32 - 1 entries where the entries begin.
    let empty = LinkBatch(centre: "DOVER", through: 0, waiting: 0, milliseconds: 0, exercise: false).encoded()
    #expect(fault(empty.dropLast() + [0x9A, 0xFF, 0xFF, 0xFF, 0xFF])?.reason == .garbled)
  }

  @Test(arguments: ["DOVER", "CROSS-GN", "A1"]) func aCode(text: String) { #expect(Partner.isCode(text)) }

  @Test(arguments: ["", "A", "dover", "1A", "-A", "DOVER DOVER", "ABCDEFGHIJKLM", "CAFÉ"])
  func noCode(text: String) { #expect(!Partner.isCode(text)) }
}
