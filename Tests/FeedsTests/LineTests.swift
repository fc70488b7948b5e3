import Foundation
import Geodesy
import Testing

@testable import Feeds

struct LineTests {
  private let sentence = positionReport(mmsi: 235_000_001).sentence()

  private func only(_ line: String) throws -> AISReception {
    let receptions = AISDecoder.decode(bytes([line])).receptions
    #expect(receptions.count == 1)
    return try #require(receptions.first)
  }

  @Test(arguments: ["AI", "AB", "BS", "SA", "AN", "XX"])
  func anyTalker(talker: String) throws {
    let reception = try only(positionReport(mmsi: 1).sentence(talker: talker))
    #expect(reception.talker == talker)
    #expect(reception.channel == "A")
    #expect(!reception.isOwnStation)
  }

  @Test func ownStationAndMissingChannel() throws {
    let body = sentence.dropFirst().split(separator: "*")[0]
    let own = body.replacingOccurrences(of: "VDM", with: "VDO").replacingOccurrences(of: ",A,", with: ",,")
    let reception = try only(checked(own))
    #expect(reception.isOwnStation)
    #expect(reception.channel == nil)
    #expect(try only(checked(String(body), start: "$")).message.mmsi == 235_000_001)
  }

  @Test func timesOfReceivers() throws {
    let expected: Int64 = 1_327_992_119_173
    let lines = [
      "1327992119173 \(sentence)", "1327992119.173,\(sentence)", "1327992119173499123 \(sentence)",
      "2012-01-31T06:41:59.173Z \(sentence)", "[2012-01-31 06:41:59.173] \(sentence)", "\(sentence),1327992119173",
      "\(sentence),b003669976,1327992119173", tagged("c:1327992119173,s:dover", sentence),
      "$PGHP,1,2012,1,31,6,41,59,173,316,2,316000002,1AIS_S,51*77\n\(sentence)",
    ]
    for line in lines {
      #expect(try only(line).receivedAt?.millisecondsSince1970 == expected, "\(line)")
      let first = Array(line.split(separator: "\n")[0].utf8)
      #expect(first.withUnsafeBytes { ReceiverTime.milliseconds(inLine: $0) } == expected, "\(line)")
    }
    #expect(try only(sentence).receivedAt == nil)
    #expect(try only("99 \(sentence)").receivedAt == nil)
    #expect(try only("2012-13-31T06:41:59Z \(sentence)").receivedAt == nil)
  }

  @Test func sourcesOfReceivers() throws {
    #expect(try only(tagged("s:r003669945,c:1327992119", sentence)).source == "r003669945")
    #expect(try only("\(sentence),b003669976,1272412827").source == "b003669976")
    #expect(try only(tagged("s:a name that is far too long", sentence)).source == "a name that is f")
    #expect(try only(sentence).source == nil)
  }

  @Test func aDamagedTagBlockCostsOnlyItself() throws {
    let damaged = "\\c:1327992119*00\\\(sentence)"
    #expect(try only(damaged).receivedAt == nil)
    #expect(AISDecoder.decode(bytes([damaged])).diagnostics.refusals == [.badTagBlock: 1])
    #expect(try only("\\c:1327992119 \(sentence)").message.mmsi == 235_000_001)
  }

  @Test func twoSentencesOnALine() {
    let both = sentence + positionReport(mmsi: 235_000_002).sentence()
    #expect(AISDecoder.decode(bytes([both])).receptions.map(\.message.mmsi) == [235_000_001, 235_000_002])
  }

  @Test func aGoodSentenceBehindACutOneIsRead() {
    let cut = sentence.prefix(20)
    let (receptions, diagnostics) = AISDecoder.decode(bytes([cut + sentence, "$GPZDA,12" + sentence]))
    #expect(receptions.map(\.message.mmsi) == [235_000_001, 235_000_001])
    #expect(diagnostics.refusals == [.malformedSentence: 1])
    #expect(diagnostics.otherSentences == 1)
  }

  @Test func limitsAreHeldWhereStorageCanFollow() {
    var limits = AISDecoder.Limits()
    limits.lineBytes = 0
    limits.partCharacters = Int.max
    limits.openGroups = -1
    let (receptions, _) = AISDecoder.decode(bytes(shipStatic(mmsi: 5).sentences(parts: 2)), limits: limits)
    #expect(receptions.count == 1)
  }

  @Test func theLastLineNeedsNoNewline() {
    #expect(AISDecoder.decode(Array(sentence.utf8)).receptions.count == 1)
  }

  @Test func eachRefusalHasItsReason() {
    let body = String(sentence.dropFirst().split(separator: "*")[0])
    let cases: [(String, RefusalReason)] = [
      ("no sentence here", .notASentence), ("!AIVDM,1,1,,A", .malformedSentence), ("!" + body, .missingChecksum),
      ("!" + body + "*", .missingChecksum), ("!" + body + "*00", .badChecksum),
      (checked("AIVDM,1,2,,A,15RTgt,0"), .malformedSentence), (checked("AIVDM,0,0,,A,15RTgt,0"), .malformedSentence),
      (checked("AIVDM,1,1,,A,,0"), .badArmouring),
      (checked("AIVDM,1,1,,A,15RT~t0PAso;90TKcjM8h6g208CQ,0"), .badArmouring),
      (checked("AIVDM,1,1,,A,15RTgt0PAso;90,0"), .wrongLength), (checked("AIVDM,1,1,,A,15RTg,0"), .wrongLength),
      (BitMaker(type: 0, mmsi: 1).sentence(), .unknownType), (BitMaker(type: 28, mmsi: 1).sentence(), .unknownType),
      (String(repeating: "x", count: 1_025), .tooLong),
      (checked("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,9"), .malformedSentence),
    ]
    for (line, reason) in cases {
      let (receptions, diagnostics) = AISDecoder.decode(bytes([line, sentence]))
      #expect(diagnostics.refusals == [reason: 1], "\(line)")
      #expect(receptions.map(\.message.mmsi) == [235_000_001])
    }
  }

  @Test func otherLinesAreCountedAndNotRefused() {
    let diagnostics = AISDecoder.decode(bytes(["# comment", "", "  ", checked("GPZDA,1,2", start: "$")])).diagnostics
    #expect(diagnostics.emptyLines == 3)
    #expect(diagnostics.otherSentences == 1)
    #expect(diagnostics.refused == 0)
    #expect(diagnostics.lines == 4)
  }

  @Test func examplesAreBoundedAndSayWhere() {
    let bad = sentence.dropLast(2) + "zz"
    let lines = ["# first"] + [String](repeating: String(bad), count: 50)
    let diagnostics = AISDecoder.decode(bytes(lines)).diagnostics
    #expect(diagnostics.refusals == [.missingChecksum: 50])
    #expect(diagnostics.examples.count == AISDiagnostics.maximumExamples)
    #expect(diagnostics.examples.map(\.lineNumber) == [2, 3, 4, 5])
    #expect(diagnostics.examples.map(\.byteOffset) == (0..<4).map { 8 + $0 * (bad.utf8.count + 1) })
    #expect(diagnostics.examples[0].bytes == Array(bad.utf8))
    let long = AISDecoder.decode([UInt8](repeating: 0x41, count: 100_000)).diagnostics
    #expect(long.refusals == [.tooLong: 1])
    #expect(long.examples[0].bytes.count == AISDiagnostics.maximumExampleBytes)
  }
}
