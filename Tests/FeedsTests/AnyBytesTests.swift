import Testing

@testable import Feeds

struct AnyBytesTests {
  /// Damaged lines never trap, and every good line between them is decoded.
  @Test(arguments: [1, 2, 3])
  func goodLinesAmongDamagedOnes(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let templates =
      [
        positionReport(mmsi: 1).sentence(), tagged("g:1-2-7,s:dover,c:1700000000", positionReport(mmsi: 1).sentence()),
        "1327992119173 " + positionReport(mmsi: 1).sentence() + ",b003669976,1272412827",
        "$PGHP,1,2012,1,31,6,41,59,173,316,2,316000002,1AIS_S,51*77",
      ] + shipStatic(mmsi: 1).sentences(parts: 2, sequence: "")
    var lines: [[UInt8]] = []
    for index in 0..<1_000 {
      var damaged = Array(templates.randomElement(using: &numbers)!.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &numbers) { damage(&damaged, &numbers) }
      damaged.removeAll { $0 == 0x0A }
      lines.append(damaged)
      lines.append(Array(positionReport(mmsi: 300_000_000 + index).sentence().utf8))
    }
    let input = Array(lines.joined(separator: [0x0A])) + [0x0A]
    let found = Set(AISDecoder.decode(input).receptions.map(\.message.mmsi)).filter { $0 >= 300_000_000 }
    #expect(found.count >= 1_000)
    #expect(Set((0..<1_000).map { UInt32(300_000_000 + $0) }).isSubset(of: found))
  }

  private func damage(_ line: inout [UInt8], _ numbers: inout SeededNumbers) {
    guard !line.isEmpty else { return }
    let place = Int.random(in: 0..<line.count, using: &numbers)
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: line[place] = UInt8.random(in: 0...255, using: &numbers)
    case 1: line.remove(at: place)
    case 2: line.insert(UInt8(ascii: ["!", "$", "\\", ",", "*", "9"].randomElement(using: &numbers)!), at: place)
    case 3: line.removeLast(line.count - place)
    default: line.insert(contentsOf: line[place...], at: place)
    }
  }

  /// Payloads of any bits for every type go through every reader and writer.
  @Test func anyBitsForEveryType() {
    var numbers = SeededNumbers(state: 5)
    var messages = 0
    for _ in 0..<1_500 {
      var maker = BitMaker(
        type: Int.random(in: 0...31, using: &numbers), mmsi: Int.random(in: 0..<(1 << 30), using: &numbers))
      let length = [40, 72, 96, 160, 168, 248, 312, 352, 424, 1_008].randomElement(using: &numbers)!
      if Bool.random(using: &numbers) {
        maker.add(0, maker.bits.prefix(6).elementsEqual([false, false, true, false, false, false]) ? 2 : 34)
        maker.add([1, 200, 235].randomElement(using: &numbers)!, 10)
        maker.add(Int.random(in: 10...32, using: &numbers), 6)
      }
      while maker.bits.count < length { maker.add(Bool.random(using: &numbers)) }
      let input = bytes(maker.sentences(parts: 3))
      messages += AISDecoder.decode(input).receptions.count
      for reception in AISDecoder.decode(input).receptions {
        _ = reception.message.content
        _ = reception.message.summary
      }
      input.withUnsafeBytes { _ = decodeAnyAISBytes($0) }
    }
    #expect(messages > 700)
  }

  @Test func anyBytesAtAll() {
    var numbers = SeededNumbers(state: 6)
    for _ in 0..<300 {
      let input = (0..<Int.random(in: 0...3_000, using: &numbers)).map { _ in
        Bool.random(using: &numbers)
          ? UInt8.random(in: 0...255, using: &numbers) : Array("!$\\,*\nAIVDM0123".utf8).randomElement(using: &numbers)!
      }
      input.withUnsafeBytes { _ = decodeAnyAISBytes($0) }
    }
    let none = [UInt8]().withUnsafeBytes { decodeAnyAISBytes($0) }
    #expect(none == 0)
    let one = bytes([positionReport(mmsi: 1).sentence()]).withUnsafeBytes { decodeAnyAISBytes($0) }
    #expect(one > 300)
  }

  /// A message that its handler keeps is not overwritten by the next.
  @Test func keptMessagesStay() {
    let lines = (0..<50).map { positionReport(mmsi: 300_000_000 + $0).sentence() }
    let kept = AISDecoder.decode(bytes(lines)).receptions.map(\.message.mmsi)
    #expect(kept == (0..<50).map { UInt32(300_000_000 + $0) })
  }
}
