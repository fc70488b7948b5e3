import Testing

@testable import Feeds

/// Damaged lines among good ones: every good one is decoded, every damaged one is counted once, and memory is bounded.
struct MutatedLineTests {
  private static let whole: [[UInt8]] = {
    let report = positionReport(mmsi: 1).sentence()
    let fronts = [
      report, tagged("s:dover,c:1700000000", report), "1700000000123 " + report,
      "[2023-11-14 22:13:20] " + report + ",b003669976,1272412827", report.replacing("AIVDM", with: "BSVDO"),
      "$PGHP,1,2012,1,31,6,41,59,173,316,2,316000002,1AIS_S,51*77", checked("GPZDA,1,2", start: "$"),
      positionReport(type: 3, mmsi: 2).sentence(channel: "B") + report,
    ]
    return fronts.map { Array($0.utf8) }
  }()

  private static let parts = shipStatic(mmsi: 3).sentences(parts: 2).map { Array($0.utf8) }

  /// Bytes, lengths, parts, tag blocks, prefixes, control characters, UTF-8, and lines far beyond the limit.
  private func damaged(_ templates: [[UInt8]], _ numbers: inout SeededNumbers) -> [UInt8] {
    var line = templates.randomElement(using: &numbers)!
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0...line.count, using: &numbers)
      switch Int.random(in: 0..<9, using: &numbers) {
      case 0: if place < line.count { line[place] = UInt8.random(in: 0...255, using: &numbers) }
      case 1: if place < line.count { line.remove(at: place) }
      case 2: line.insert(Array("!$\\,*#9\r\0".utf8).randomElement(using: &numbers)!, at: place)
      case 3: line.removeLast(line.count - place)
      case 4: line.insert(contentsOf: line[place...], at: place)
      case 5: line.insert(contentsOf: Array("\u{FEFF}é\u{202E}漢😀".utf8), at: place)
      case 6: line.insert(contentsOf: templates.randomElement(using: &numbers)!.prefix(place), at: place)
      case 7: line = line.map { 0x61...0x7A ~= $0 ? $0 & 0x5F : $0 }
      default:
        if Int.random(in: 0..<200, using: &numbers) == 0 {
          line.insert(contentsOf: repeatElement(UInt8.random(in: 32...126, using: &numbers), count: 20_000), at: place)
        }
      }
    }
    line.removeAll { $0 == 0x0A }
    return line
  }

  /// What a line is refused for when it stands alone; at most one reason, and none for half a message.
  private func reasonAlone(_ line: [UInt8]) -> RefusalReason? {
    var limits = AISDecoder.Limits()
    limits.openGroups = 2
    var decoder = AISDecoder(limits: limits)
    decoder.consume(line + [0x0A]) { _ in }
    #expect(decoder.diagnostics.refused <= 1)
    return decoder.diagnostics.refusals.keys.first
  }

  @Test func aHundredThousandLines() {
    var numbers = SeededNumbers(state: 20_261_121)
    var decoder = AISDecoder()
    var expected: [RefusalReason: Int] = [:]
    var isFound = [Bool](repeating: false, count: 50_000)
    var chunk: [UInt8] = []
    func feed() {
      decoder.consume(chunk) { reception in
        let number = Int(reception.message.mmsi) - 300_000_000
        if isFound.indices.contains(number) { isFound[number] = true }
      }
      chunk.removeAll(keepingCapacity: true)
    }
    for index in isFound.indices {
      let bad = damaged(Self.whole, &numbers)
      if let reason = reasonAlone(bad) { expected[reason, default: 0] += 1 }
      chunk += bad + [0x0A]
      chunk += Array(positionReport(mmsi: 300_000_000 + index).sentence().utf8) + [0x0A]
      if chunk.count > 50_000 { feed() }
    }
    feed()
    decoder.finish { _ in }
    #expect(!isFound.contains(false))
    var counted = decoder.diagnostics.refusals
    counted[.incompleteGroup] = nil
    #expect(counted == expected)
    #expect(expected.values.reduce(0, +) > 25_000)
    #expect(
      Set(expected.keys).isSuperset(of: [.notASentence, .malformedSentence, .badChecksum, .badTagBlock, .tooLong]))
    #expect(decoder.diagnostics.lines == 100_000)
    #expect(decoder.carriedBytes <= 4 * decoder.limits.lineBytes)
  }

  /// Damaged parts of messages cost no good message of several parts, which its group keeps apart from them.
  @Test func goodMessagesAmongDamagedParts() {
    var numbers = SeededNumbers(state: 7)
    var lines: [[UInt8]] = []
    for index in 0..<2_000 {
      let sent = shipStatic(mmsi: 300_000_000 + index).sentences(parts: 2)
      for (part, sentence) in sent.enumerated() {
        lines += (0..<3).map { _ in damaged(Self.parts, &numbers) }
        lines.append(Array(tagged("g:\(part + 1)-2-\(5_000 + index)", sentence).utf8))
      }
    }
    let (receptions, diagnostics) = AISDecoder.decode(Array(lines.joined(separator: [0x0A])))
    let found = Set(receptions.map(\.message.mmsi))
    #expect(found.isSuperset(of: (0..<2_000).map { UInt32(300_000_000 + $0) }))
    #expect(diagnostics.refused > 6_000)
  }
}
