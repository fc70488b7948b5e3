import Feeds
import Foundation
import Testing

struct IMAPBTests {
  /// Worked by hand from ST 1201.5, 7.1: steps that are powers of two, and zero that stays zero.
  @Test(arguments: [
    (-900.0, 40_000.0, 3, 0x05_F500 as UInt64, 2_150.0), (-900, 40_000, 3, 0, -900), (0, 360, 2, 0x1F40, 125),
    (1, 99_999, 3, 0, 1), (-1, 1, 1, 0x40, 0), (-1, 1, 1, 0x80, 1), (0, 1_500_000, 3, 0x00_D92A, 13_898.5),
  ])
  func byHand(minimum: Double, maximum: Double, length: Int, code: UInt64, number: Double) throws {
    let mapping = try #require(IMAPB(minimum, maximum, length: length))
    #expect(mapping.value(of: code) == .number(number))
    #expect(mapping.mapped(number) == code)
  }

  @Test(arguments: [
    (0xC8 as UInt64, IMAPB.Special.positiveInfinity), (0xE8, .negativeInfinity), (0xD0, .positiveQuietNaN),
    (0xF0, .negativeQuietNaN), (0xD8, .positiveSignalNaN), (0xF8, .negativeSignalNaN), (0xE0, .belowMinimum),
    (0xE1, .aboveMaximum), (0xE2, .standardDefined), (0xC1, .userDefined), (0x90, .reserved),
  ])
  func specialValues(first: UInt64, special: IMAPB.Special) throws {
    for length in 1...8 {
      let mapping = try #require(IMAPB(-10, 1_000, length: length))
      #expect(mapping.value(of: first << UInt64(8 * length - 8)) == .special(special))
    }
  }

  @Test func impossibleMappings() {
    #expect(IMAPB(1, 1, length: 2) == nil)
    #expect(IMAPB(0, .infinity, length: 2) == nil)
    #expect(IMAPB(.nan, 1, length: 2) == nil)
    #expect(IMAPB(0, 1, length: 0) == nil)
    #expect(IMAPB(0, 1, length: 9) == nil)
    #expect(IMAPB(0, .leastNonzeroMagnitude, length: 8) == nil)
    #expect(IMAPB(0, 1, length: 1)?.mapped(1.5) == nil)
    #expect(IMAPB(0, 1, length: 1)?.mapped(.nan) == nil)
  }

  private struct Vector: Decodable {
    enum Number: Decodable {
      case number(Double)
      case words(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { self = .number(try container.decode(Double.self)) } catch {
          self = .words(try container.decode(String.self))
        }
      }
    }
    enum CodingKeys: String, CodingKey {
      case a, b, x, forwardResultHex, reverseResult
      case length = "L"
    }
    let a: Double
    let b: Double
    let length: Int
    let x: Number
    let forwardResultHex: String
    let reverseResult: Number
  }

  /// Every golden vector, both ways.
  @Test(.enabled(if: klvFolder != nil, "needs the folder that FORELAND_DATA names"))
  func everyGoldenVector() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: klvFolder! + "st1201tests.json"))
    let vectors = try JSONDecoder().decode([Vector].self, from: data)
    #expect(vectors.count == 2_128)
    for vector in vectors {
      let mapping = try #require(IMAPB(vector.a, vector.b, length: vector.length))
      let code = try #require(UInt64(vector.forwardResultHex.dropFirst(2), radix: 16))
      switch (vector.x, vector.reverseResult) {
      case (.number(let sent), .number(let read)):
        #expect(mapping.mapped(sent) == code, "\(vector)")
        #expect(mapping.value(of: code) == .number(read), "\(vector)")
      case (_, .words(let words)):
        let special = words.hasPrefix("-") || words.hasPrefix("+") ? words : "+" + words
        #expect(mapping.value(of: code) == .special(try #require(IMAPB.Special(rawValue: special))), "\(vector)")
      default: Issue.record("\(vector)")
      }
    }
  }
}

/// The folder of KLV samples, when it is there.
let klvFolder: String? = sampleFolder.map { $0.replacingOccurrences(of: "/ais/", with: "/klv/") }
