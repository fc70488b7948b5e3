import Foundation
import Testing

@testable import Feeds

/// Numbers come out as C's `printf` writes the quotient of the dialect's own division.
struct NumberFormatTests {
  private func text(_ body: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter(capacity: 64)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func degreesAsPrintfRoundsThem() {
    var numbers = SeededNumbers(state: 2)
    var values = [0, 1, -1, 2, 3, 108_600_000, -108_000_000, 134_217_727, -134_217_728]
    for _ in 0..<3_000 { values.append(Int.random(in: -134_217_728...134_217_727, using: &numbers)) }
    for value in values {
      #expect(text { $0.write(degrees: value, decimals: 7) } == String(format: "%.7f", Double(value) / 600_000))
      let fewer = value / 8
      #expect(text { $0.write(degrees: fewer, decimals: 6) } == String(format: "%.6f", Double(fewer) / 60_000))
    }
  }

  @Test func longRangePositions() {
    for value in -131_072...131_071 {
      let degrees = Double(value) / 600
      if value % 89 == 0 {
        #expect(text { $0.write(degrees: value, decimals: 4) } == String(format: "%.4f", degrees))
        #expect(text { $0.write(millionthsOf: value) } == String(format: "%.6f", degrees))
      }
      if value % 90 == 30 { #expect(text { $0.write(tenthsOf: value, per: 600) } == String(format: "%.1f", degrees)) }
    }
  }

  @Test func waterLevelsThatLieBetweenTwoTenths() {
    for value in stride(from: -1_000, through: 3_095, by: 5) {
      #expect(text { $0.write(tenthsOf: value, per: 100) } == String(format: "%.1f", Double(value) / 100))
    }
  }

  @Test func everyRateOfTurn() {
    let writer = GpsdWriter()
    for code in 1..<127 {
      let root = Double(code) / 4.733
      let expected = String(format: "%.2f", root * root)
      #expect(text { $0.write(writer.turnHundredths[code], decimals: 2, negative: false) } == expected)
    }
  }

  @Test func integers() {
    for value in [0, 9, 10, 99, 100, 999_999_999, 1_073_741_823, Int(UInt32.max), -1, -10, Int.max, Int.min] {
      #expect(text { $0.write(value) } == String(value))
    }
    #expect(text { $0.write(twoDigits: 7) } == "07")
    #expect(text { $0.write(twoDigits: 16_383) } == "16383")
  }

  @Test func theBufferGrows() {
    let long = text { writer in
      for _ in 0..<1_000 { writer.write("0123456789") }
    }
    #expect(long == String(repeating: "0123456789", count: 1_000))
  }
}
