import Testing

@testable import Feeds

/// Files of blocks: cut anywhere, with categories that are not ours, and damaged.
struct AsterixStreamTests {
  private static let input: [UInt8] =
    asterixBlock(48, plot(1), plot(2)) + asterixBlock(136, [1, 2, 3, 4])
    + asterixBlock(34, asterixRecord([(1, [1, 2])]))
    + [48, 0, 2] + asterixBlock(48, plot(3)) + asterixBlock(48, plot(4)) + [9, 9, 9, 9] + asterixBlock(48, plot(5))
    + asterixBlock(48, plot(6)).dropLast(2)

  private func numbers(_ lines: [String]) -> [Int] {
    lines.compactMap { line in
      line.firstRange(of: #""TRN":"#).flatMap { Int(line[$0.upperBound...].prefix { $0.isNumber }) }
    }
  }

  @Test func everyCutGivesTheSame() {
    let whole = asterixLines(Self.input)
    #expect(numbers(whole.lines) == [1, 2, 3, 4, 5])
    #expect(whole.diagnostics.blocksPassedOver == [136: 1])
    #expect(whole.diagnostics.recordsByCategory == [48: 5, 34: 1])
    #expect(whole.diagnostics.refusals == [.blockLength: 3])
    for step in 1...Self.input.count {
      let cut = asterixLines(Self.input, step: step)
      #expect(cut.lines == whole.lines)
      #expect(cut.diagnostics.refusals == whole.diagnostics.refusals)
      #expect(cut.diagnostics.examples == whole.diagnostics.examples)
      #expect(cut.diagnostics.bytesPassedOver == whole.diagnostics.bytesPassedOver)
    }
  }

  @Test func aRefusalSaysWhereAndWhy() {
    let unknown = asterixRecord([(1, [1, 2]), (2, [9])])
    let late = asterixRecord([(1, [1, 2]), (2, packed([(86_401 * 128, 24)]))])
    let beyondPole = asterixRecord([(1, [1, 2]), (6, packed([(5 << 20, 24), (0, 24)]))])
    let short = asterixRecord([(1, [1, 2]), (4, [1, 2, 3])])
    let endless: [UInt8] = [0x81, 0x01, 0x40, 1, 2] + [UInt8](repeating: 1, count: 300)
    let front = asterixBlock(48, plot(1))
    let cases: [(AsterixRefusal, UInt8, [UInt8])] = [
      (.unknownItem, 62, unknown), (.timeOfDay, 48, late), (.latitude, 21, beyondPole), (.cutShort, 48, short),
      (.unknownItem, 48, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), (.tooLong, 48, endless),
      (.noSource, 48, asterixRecord([(11, [1, 2])])),
    ]
    for (reason, category, record) in cases {
      let (lines, diagnostics) = asterixLines(front + asterixBlock(category, record) + front)
      #expect(lines.count == 2, "\(reason)")
      #expect(diagnostics.refusals == [reason: 1])
      let example = diagnostics.examples.first
      #expect(example?.byteOffset == front.count + 3 && example?.category == Int(category))
      #expect(example?.bytes == Array(record.prefix(AsterixDiagnostics.maximumExampleBytes)))
    }
  }

  /// The records before the refused one are good, and those behind it cannot be found.
  @Test func recordsBeforeARefusedOneAreHandedOn() {
    let (lines, diagnostics) = asterixLines(asterixBlock(62, asterixRecord([(1, [1, 2])]), [0x40, 1], plot(3)))
    #expect(lines.count == 1 && diagnostics.refused == 1)
  }

  /// A later edition may extend an item; what it adds is passed over and counted.
  @Test func laterExtentsArePassedOver() {
    let record = asterixRecord([(1, [1, 2]), (14, [0x01, 0x01, 0x03, 0x06]), (16, [0x02])])
    let (lines, diagnostics) = asterixLines(asterixBlock(48, record))
    #expect(lines.first?.hasSuffix(#""TCC":0},"I048/030":[1]}"#) == true)
    #expect(diagnostics.extents == 2 && diagnostics.refused == 0)
  }

  @Test func aLengthThatSwallowsOtherBlocksIsDoubted() {
    var input = asterixBlock(48, plot(1)) + asterixBlock(48, plot(2)) + asterixBlock(48, plot(3))
    input[2] += 7
    #expect(numbers(asterixLines(input + asterixBlock(48, plot(4))).lines) == [1, 2, 3, 4])
  }

  @Test func aDatagramIsReadByItself() {
    var decoder = AsterixDecoder()
    var seen: [Int64?] = []
    func read(_ datagram: [UInt8]) {
      datagram.withUnsafeBytes { bytes in
        decoder.consume(datagram: bytes, receivedNanoseconds: 5) { seen.append($0.receivedNanoseconds) }
      }
    }
    read(asterixBlock(48, plot(1)).dropLast())
    read(asterixBlock(48, plot(2)) + asterixBlock(1, [0]) + asterixBlock(48, plot(3)) + [0])
    read([])
    #expect(seen == [5, 5])
    #expect(decoder.diagnostics.refusals == [.blockLength: 2] && decoder.diagnostics.blocksPassedOver == [1: 1])
  }

  /// However long blocks say that they are, no more is kept than one of them and the head of the next.
  @Test func whatIsKeptIsBounded() {
    var decoder = AsterixDecoder()
    var most = 0
    for _ in 0..<4_000 {
      decoder.consume([UInt8](repeating: 48, count: 97)) { _ in }
      decoder.consume([48, 0xFF, 0xFF]) { _ in }
      most = max(most, decoder.carriedBytes)
    }
    #expect(most > 10_000 && most <= decoder.limits.blockBytes + 3)
  }

  /// Damaged blocks among good ones, each followed by a stretch of good ones long enough to be found again.
  @Test func fortyThousandDamagedBlocks() {
    var numbers = SeededNumbers(state: 48)
    var found = Set<Int>()
    var decoder = AsterixDecoder()
    let track = AsterixField.named("161/TRN", of: 48)!
    var chunk: [UInt8] = []
    for index in 0..<40_000 {
      var bad = asterixBlock([10, 21, 34, 48, 62, 240].randomElement(using: &numbers)!, plot(0), plot(0))
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        let place = Int.random(in: 3..<bad.count, using: &numbers)
        bad[place] = UInt8.random(in: 0...255, using: &numbers)
      }
      chunk += bad + asterixBlock(48, plot(index % 4_000 + 1))
      if chunk.count > 50_000 || index == 39_999 {
        let bytes = chunk
        decoder.consume(bytes) { if let number = $0[track] { found.insert(Int(number)) } }
        chunk.removeAll(keepingCapacity: true)
      }
    }
    decoder.finish { _ in }
    #expect(found.isSuperset(of: 1...3_999))
    #expect(decoder.diagnostics.refused > 20_000 && decoder.diagnostics.records > 40_000)
    #expect(decoder.diagnostics.refusals[.blockLength] == nil, "lengths were not touched")
  }

  /// Any bytes at all: nothing traps, and what is handed on can be written and read.
  @Test func anyBytes() {
    var numbers = SeededNumbers(state: 62)
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...120, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      if bytes.count > 3, Bool.random(using: &numbers) {
        bytes.replaceSubrange(
          0..<3, with: [[10, 21, 34, 48, 62, 240].randomElement(using: &numbers)!, 0, UInt8(bytes.count)])
      }
      #expect(asterixLines(bytes).diagnostics.records == asterixReports(bytes).count)
    }
  }
}
