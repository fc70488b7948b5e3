import Feeds
import Foundation
import Geodesy
import Testing

/// The public samples; skipped where the data folder is absent.
@Suite(.enabled(if: sampleFolder != nil, "needs the folder that FORELAND_DATA names"))
struct SampleFileTests {
  /// Every report of gpsd's golden file comes out the same, byte for byte, in the same order. What we have beyond them is
  /// parts of message 24 that gpsd holds back.
  @Test func everyFieldOfGpsdsGoldenFile() throws {
    let expected = String(decoding: try sample("gpsd-sample.aivdm.js.chk"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { $0.replacingOccurrences(of: "\"device\":\"stdin\",", with: "") }
    var ours = gpsdLines(try sample("gpsd-sample.aivdm"))[...]
    #expect(expected.count == 97)
    for line in expected {
      while let first = ours.first, first != line {
        #expect(first.contains("\"type\":24") && first.contains("\"part\":"), "not in the golden file: \(first)")
        ours.removeFirst()
      }
      #expect(ours.first == line)
      ours = ours.dropFirst()
    }
    #expect(ours.isEmpty)
  }

  /// No fewer messages than the best peer finds, but for sentences with a wrong checksum and half messages, which peers
  /// that do not look at checksums and lengths take in.
  @Test(arguments: [
    ("amsa-vdm.nmea", 34_007), ("aislib-stream.txt", 4_051), ("ee1.txt", 3_965), ("goais.nmea", 904),
    ("kystverket1000.nm4", 877), ("libais-typeexamples.nmea", 26), ("libais-tagblock.nmea", 4),
  ])
  func messagesFound(file: String, least: Int) throws {
    let (receptions, diagnostics) = AISDecoder.decode(try sample(file))
    #expect(receptions.count >= least)
    #expect(diagnostics.messages == receptions.count)
  }

  @Test func receiverTimesAreRead() throws {
    func first(_ file: String) throws -> Int64? {
      AISDecoder.decode(try sample(file)).receptions.first?.receivedAt?.millisecondsSince1970
    }
    #expect(try first("kystverket1000.nm4") == 1_565_218_798_000)
    #expect(try first("goais.nmea") == 1_550_303_566_167)
    #expect(try first("ee1.txt") == 1_327_992_119_173)
    #expect(try first("aislib-stream.txt") == 1_276_256_771_390)
    #expect(try first("libais-tagblock.nmea") == 1_418_172_113_000)
  }

  /// Every kind of chunk gives the same as the whole file.
  @Test(arguments: [1, 7, 64, 1_000, 65_536])
  func chunksGiveTheSame(size: Int) throws {
    let input = try sample("gpsd-sample.aivdm")
    let whole = AISDecoder.decode(input)
    var decoder = AISDecoder()
    var messages: [AISMessage] = []
    for start in stride(from: 0, to: input.count, by: size) {
      decoder.consume(Array(input[start..<min(start + size, input.count)])) { messages.append($0.message) }
    }
    decoder.finish { messages.append($0.message) }
    #expect(messages == whole.receptions.map(\.message))
    #expect(decoder.diagnostics.examples == whole.diagnostics.examples)
  }
}
