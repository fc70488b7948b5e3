import Geodesy
import Testing

@testable import Feeds

struct ReassemblyTests {
  private func names(_ input: [UInt8]) -> [String] {
    AISDecoder.decode(input).receptions.compactMap(\.message.summary.name)
  }

  /// A stream with interleaved messages gives the same wherever it is cut in two.
  @Test func everyPlaceToCut() {
    let first = shipStatic(mmsi: 235_000_001, name: "FIRST").sentences(parts: 2, sequence: "3")
    let second = shipStatic(mmsi: 235_000_002, name: "SECOND").sentences(parts: 3, sequence: "4")
    let lines = [
      tagged("c:1700000000,s:dover", first[0]), second[0], positionReport(mmsi: 235_000_003).sentence(), second[1],
      first[1], second[2],
    ]
    let input = bytes(lines, newline: "\r\n")
    let whole = AISDecoder.decode(input)
    #expect(whole.receptions.map(\.message.mmsi) == [235_000_003, 235_000_001, 235_000_002])
    for cut in 0...input.count {
      var decoder = AISDecoder()
      var messages: [AISMessage] = []
      decoder.consume(Array(input[..<cut])) { messages.append($0.message) }
      decoder.consume(Array(input[cut...])) { messages.append($0.message) }
      decoder.finish { messages.append($0.message) }
      #expect(messages == whole.receptions.map(\.message), "cut at \(cut)")
      #expect(decoder.diagnostics.refused == 0)
    }
  }

  @Test func sourcesWithTheSameSequenceNumberStayApart() {
    let first = shipStatic(mmsi: 235_000_001, name: "AT DOVER").sentences(parts: 2)
    let second = shipStatic(mmsi: 235_000_002, name: "AT CALAIS").sentences(parts: 2)
    let lines = [
      tagged("s:dover", first[0]), tagged("s:calais", second[0]), tagged("s:dover", first[1]),
      tagged("s:calais", second[1]),
    ]
    #expect(names(bytes(lines)) == ["AT DOVER", "AT CALAIS"])
  }

  @Test func tagBlockGroupsStayApartAndInheritTimeAndSource() throws {
    let first = shipStatic(mmsi: 235_000_001, name: "ONE").sentences(parts: 2)
    let second = shipStatic(mmsi: 235_000_002, name: "TWO").sentences(parts: 2)
    let lines = [
      tagged("g:1-2-101,s:dover,c:1700000001", first[0]), tagged("g:1-2-102,s:calais,c:1700000002", second[0]),
      tagged("g:2-2-102", second[1]), tagged("g:2-2-101", first[1]),
    ]
    let receptions = AISDecoder.decode(bytes(lines)).receptions
    #expect(receptions.map(\.message.summary.name) == ["TWO", "ONE"])
    #expect(receptions.map(\.source) == ["calais", "dover"])
    #expect(receptions.map(\.receivedAt?.millisecondsSince1970) == [1_700_000_002_000, 1_700_000_001_000])
    #expect(receptions.map(\.group) == [102, 101])
  }

  @Test func twoReceiversHearTheSameMessage() {
    let parts = shipStatic(mmsi: 235_000_001, name: "HEARD TWICE").sentences(parts: 2)
    #expect(names(bytes([parts[0], parts[0], parts[1], parts[1]])) == ["HEARD TWICE", "HEARD TWICE"])
  }

  /// A part that differs from the one held shows that the older message lost its end.
  @Test func aLostPartIsNotReplacedByAnotherMessages() {
    let lost = shipStatic(mmsi: 235_000_001, name: "LOST").sentences(parts: 2)
    let whole = shipStatic(mmsi: 235_000_002, name: "WHOLE").sentences(parts: 2)
    let (receptions, diagnostics) = AISDecoder.decode(bytes([lost[0], whole[0], whole[1], lost[1]]))
    #expect(receptions.map(\.message.mmsi) == [235_000_002])
    #expect(diagnostics.refusals == [.incompleteGroup: 2])
  }

  @Test func partsMayComeInAnyOrderButNotLongAfter() {
    let parts = shipStatic(mmsi: 235_000_001, name: "BACKWARDS").sentences(parts: 3)
    #expect(names(bytes(parts.reversed())) == ["BACKWARDS"])
    let between = (0..<40).map { positionReport(mmsi: 236_000_000 + $0).sentence() }
    let late = AISDecoder.decode(bytes([parts[1], parts[2]] + between + [parts[0]]))
    #expect(late.receptions.count == 40)
    #expect(late.diagnostics.refusals == [.incompleteGroup: 2])
  }

  @Test func theTableIsBounded() {
    var limits = AISDecoder.Limits()
    limits.openGroups = 4
    let messages = (0..<10).map {
      shipStatic(mmsi: 235_000_000 + $0, name: "SHIP \($0)").sentences(parts: 2, sequence: "\($0)")
    }
    let lines = messages.map { $0[0] } + messages.map { $0[1] }
    let (receptions, diagnostics) = AISDecoder.decode(bytes(lines), limits: limits)
    #expect(receptions.isEmpty)
    #expect(diagnostics.refusals[.incompleteGroup] == 20)
    let newest = AISDecoder.decode(bytes(messages.map { $0[0] } + messages.suffix(4).map { $0[1] }), limits: limits)
    #expect(newest.receptions.count == 4)
  }

  @Test func oldGroupsExpireBySentencesAndByTime() {
    let parts = shipStatic(mmsi: 235_000_001).sentences(parts: 2)
    var limits = AISDecoder.Limits()
    limits.groupSentences = 5
    let others = (0..<6).map { positionReport(mmsi: 236_000_000 + $0).sentence() }
    let aged = AISDecoder.decode(bytes([parts[0]] + others + [parts[1]]), limits: limits)
    #expect(aged.receptions.count == 6)
    #expect(aged.diagnostics.refusals == [.incompleteGroup: 2])

    let timely = [tagged("c:1700000000", parts[0]), tagged("c:1700000059", parts[1])]
    #expect(AISDecoder.decode(bytes(timely)).receptions.count == 1)
    let late = [tagged("c:1700000000", parts[0]), tagged("c:1700000061", parts[1])]
    #expect(AISDecoder.decode(bytes(late)).receptions.isEmpty)
  }

  @Test func longPartsAreRefused() {
    let long = checked("AIVDM,2,1,1,A,\(String(repeating: "0", count: 257)),0")
    #expect(AISDecoder.decode(bytes([long])).diagnostics.refusals == [.tooLong: 1])
    let parts = (1...9).map { checked("AIVDM,9,\($0),1,A,\(String(repeating: "8", count: 200)),0") }
    #expect(AISDecoder.decode(bytes(parts)).diagnostics.refusals == [.tooLong: 1])
  }
}
