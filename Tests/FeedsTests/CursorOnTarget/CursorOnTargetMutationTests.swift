import Testing

@testable import Feeds

struct CursorOnTargetMutationTests {
  private static let detail =
    "<contact callsign=\"BOAT\"/><track course=\"1\" speed=\"2\"/><remarks>a &amp; b<![CDATA[ c ]]></remarks><x y='1'/>"

  private func json(_ input: [UInt8], cutEvery size: Int, limit: Int = 1 << 16) -> (
    [UInt8], [CursorOnTargetRefusal: Int]
  ) {
    var limits = CursorOnTargetDecoder.Limits()
    limits.eventBytes = limit
    var decoder = CursorOnTargetDecoder(limits: limits)
    var out = ByteWriter()
    for start in stride(from: 0, to: input.count, by: size) {
      Array(input[start..<min(start + size, input.count)]).withUnsafeBytes {
        decoder.consume($0) { CursorOnTargetJSONWriter().write($0, to: &out) }
      }
    }
    decoder.finish { CursorOnTargetJSONWriter().write($0, to: &out) }
    return (out.bytes, decoder.diagnostics.refusals.counts)
  }

  @Test func cuttingAnywhereChangesNothing() {
    let long = eventXML(uid: "long", detail: String(repeating: "x", count: 900))
    let text = [
      "junk\0", eventXML(uid: "1", detail: Self.detail), "<!-- c -->\n", eventXML(uid: "2").prefix(60) + "<event ",
      long, eventXML(uid: "3", detail: "<a></b>"), "<!DOCTYPE x>", eventXML(uid: "4"), eventXML(uid: "5"), "<event",
    ].joined()
    let input = Array(text.utf8)
    let whole = json(input, cutEvery: input.count, limit: 600)
    #expect(whole.1[.tooLong] == 1 && whole.1[.documentType] == 1 && whole.1[.unfinished] == 1)
    for size in 1..<input.count where size < 300 || size % 7 == 0 {
      #expect(json(input, cutEvery: size, limit: 600) == whole, "\(size)")
    }
  }

  @Test func goodEventsAmongDamagedOnes() {
    var numbers = SeededNumbers(state: 20)
    let template = Array(eventXML(uid: "damaged", detail: Self.detail).utf8)
    var input: [UInt8] = []
    for index in 0..<10_000 {
      // A section whose end is damaged hides what follows, as XML has it, so that no section is begun here.
      let copy = damagedCopy(template, &numbers).filter { $0 != UInt8(ascii: "!") }
      input += copy + Array(eventXML(uid: "e-\(index)").utf8)
    }
    var decoder = CursorOnTargetDecoder()
    var found = Set<String>()
    input.withUnsafeBytes { decoder.consume($0) { found.insert($0.uid) } }
    decoder.finish { found.insert($0.uid) }
    #expect((0..<10_000).allSatisfy { found.contains("e-\($0)") })
    #expect(decoder.diagnostics.refusals.total > 4_000)
    #expect(decoder.heldBytes <= 4 << 16)
  }

  /// A section that is never closed costs no more than the limit.
  @Test func anOpenSectionHidesNoMoreThanTheLimit() {
    let events = (0..<2_000).map { eventXML(uid: "e-\($0)") }
    let input = Array(("<event><![CDATA[" + events.joined()).utf8)
    let (output, refusals) = json(input, cutEvery: 1_000)
    let lost = (1 << 16) / events[0].utf8.count + 2
    #expect(output.filter { $0 == 0x0A }.count >= 2_000 - lost)
    #expect(refusals == [.tooLong: 1])
  }

  @Test func anyBytesAtAll() {
    var numbers = SeededNumbers(state: 21)
    let pieces = [
      "<event", "</event>", "<!--", "-->", "<![CDATA[", "]]>", "\"", "'", "<", ">", "/>", "&", "<?xml", "?>", " ", "a",
      "=",
    ]
    var refused = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }
        .joined()
      let input = Array(text.utf8)
      let whole = json(input, cutEvery: max(1, input.count), limit: 64)
      #expect(json(input, cutEvery: 3, limit: 64) == whole, "\(text)")
      refused += whole.1.values.reduce(0, +)
    }
    #expect(refused > 10_000)
  }
}
