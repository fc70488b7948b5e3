import Testing

@testable import Feeds

/// Messages whose checksum or end is missing: refused, or, where it is asked for, handed on and marked.
struct DoubtTests {
  private func decode(_ lines: [String], tolerant: Bool = true) -> ([AISReception], AISDiagnostics) {
    var limits = AISDecoder.Limits()
    limits.handsOnDoubtful = tolerant
    let (receptions, diagnostics) = AISDecoder.decode(bytes(lines), limits: limits)
    return (receptions, diagnostics)
  }

  private func json(_ reception: AISReception) -> String {
    var out = ByteWriter()
    GpsdWriter().write(doubtful: reception, to: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private let good = positionReport(mmsi: 235_000_001).sentence()

  @Test func aWrongChecksumIsMarkedAndNothingElseChanges() throws {
    let wrong = String(good.dropLast(2)) + "00"
    #expect(decode([wrong], tolerant: false).0.isEmpty)
    let (receptions, diagnostics) = decode([wrong, good])
    #expect(receptions.map(\.doubts) == [.checksumWrong, []])
    #expect(diagnostics.doubts == [.badChecksum: 1])
    #expect(diagnostics.refused == 0)
    #expect(diagnostics.messages == 2)
    #expect(diagnostics.examples.map(\.reason) == [.badChecksum])
    var out = ByteWriter()
    GpsdWriter().write(receptions[1].message, to: &out)
    let plain = String(decoding: out.bytes, as: UTF8.self)
    #expect(json(receptions[0]) == plain.dropLast(2) + ",\"checksum\":\"wrong\"}\n")
  }

  @Test(arguments: ["", "*", "*z"])
  func aMissingChecksumIsMarked(end: String) throws {
    let missing = good.prefix { $0 != "*" } + end
    let (receptions, diagnostics) = decode([String(missing)])
    #expect(receptions.map(\.doubts) == [.checksumMissing])
    #expect(diagnostics.doubts == [.missingChecksum: 1])
    #expect(json(receptions[0]).hasSuffix(",\"checksum\":\"missing\"}\n"))
  }

  /// Two halves of which one is damaged could carry the name of one ship and the number of another.
  @Test func aPartWithAWrongChecksumIsNeverJoined() {
    let parts = shipStatic(mmsi: 5).sentences(parts: 2)
    let (receptions, diagnostics) = decode([parts[0], parts[1].dropLast(2) + "00", parts[1]])
    #expect(receptions.map(\.doubts) == [[]])
    #expect(diagnostics.refusals == [.badChecksum: 1])
  }

  /// The half of a message 5 tells what stands in it and invents nothing: no zero for what is missing.
  @Test func aShortMessageTellsWhatIsThere() throws {
    var half = shipStatic(mmsi: 235_000_001, name: "HALF A SHIP")
    half.bits.removeLast(half.bits.count - 240)
    #expect(decode([half.sentence()], tolerant: false).1.refusals == [.wrongLength: 1])
    let (receptions, diagnostics) = decode([half.sentence()])
    #expect(diagnostics.doubts == [.wrongLength: 1])
    let text = json(try #require(receptions.first))
    #expect(text.contains("\"mmsi\":235000001"))
    #expect(text.contains("\"shipname\":\"HALF A SHIP\""))
    #expect(text.contains("\"length\":\"short\",\"payload\":\"240:"))
    for member in ["to_bow", "eta", "draught", "destination", "dte"] { #expect(!text.contains(member), "\(member)") }
  }

  @Test func aPositionThatIsNotThereIsNotWritten() throws {
    var cut = positionReport(mmsi: 235_000_001)
    cut.bits.removeLast(cut.bits.count - 70)
    let text = json(try #require(decode([cut.sentence()]).0.first))
    #expect(text.contains("\"speed\":12.3"))
    #expect(!text.contains("\"lon\"") && !text.contains("\"lat\""))
  }

  @Test func typeZeroTellsNothingButItsBits() throws {
    let (receptions, _) = decode([checked("AIVDM,1,1,,A,00,4")])
    #expect(
      json(try #require(receptions.first))
        == "{\"class\":\"AIS\",\"type\":0,\"repeat\":0,\"scaled\":true,\"length\":\"short\",\"payload\":\"8:00\"}\n")
    #expect(decode([BitMaker(type: 28, mmsi: 1).sentence()]).0.isEmpty)
  }

  /// A doubtful part A must not name the ship of a good part B.
  @Test func aDoubtfulNameIsNotKept() throws {
    var partA = BitMaker(type: 24, mmsi: 235_000_009)
    partA.add(0, 2)
    partA.add("FALSE NAME", characters: 20)
    partA.add(0, 8)
    var partB = BitMaker(type: 24, mmsi: 235_000_009)
    partB.add(1, 2)
    for _ in 0..<16 { partB.add(0, 8) }
    let (receptions, _) = decode([partA.sentence().dropLast(2) + "zz", partB.sentence()])
    #expect(receptions.count == 2)
    #expect(receptions.last?.message.nameFromPartA == nil)
  }
}
