import Testing

@testable import Ledger

@Suite("Deterministic encoding")
struct CBORTests {
  /// RFC 8949, appendix A.
  @Test(
    arguments: [
      (Int64(0), [0x00]), (23, [0x17]), (24, [0x18, 0x18]), (100, [0x18, 0x64]), (1000, [0x19, 0x03, 0xE8]),
      (1_000_000, [0x1A, 0x00, 0x0F, 0x42, 0x40]),
      (1_000_000_000_000, [0x1B, 0x00, 0x00, 0x00, 0xE8, 0xD4, 0xA5, 0x10, 0x00]),
      (-1, [0x20]), (-10, [0x29]), (-100, [0x38, 0x63]), (-1000, [0x39, 0x03, 0xE7]),
    ] as [(Int64, [UInt8])])
  func integersAreWrittenAsTheStandardShows(value: Int64, bytes: [UInt8]) throws {
    var writer = CBORWriter()
    writer.integer(value)
    #expect(writer.bytes == bytes)
    let read = try bytes.withUnsafeBytes { buffer in
      var reader = CBORReader(buffer)
      return try reader.integer()
    }
    #expect(read == value)
  }

  @Test func extremesSurvive() throws {
    for value in [Int64.min, .min + 1, -1, 0, 255, 256, 65535, 65536, 4_294_967_295, 4_294_967_296, .max] {
      var writer = CBORWriter()
      writer.integer(value)
      let read = try writer.bytes.withUnsafeBytes { buffer in
        var reader = CBORReader(buffer)
        return try reader.integer()
      }
      #expect(read == value)
    }
  }

  @Test func textsAndBytesAreWrittenAsTheStandardShows() {
    var writer = CBORWriter()
    writer.text("IETF")
    writer.text("\u{6C34}")
    writer.byteString([1, 2, 3, 4])
    writer.array(3)
    writer.map(1)
    writer.yes()
    #expect(
      writer.bytes == [
        0x64, 0x49, 0x45, 0x54, 0x46, 0x63, 0xE6, 0xB0, 0xB4, 0x44, 1, 2, 3, 4, 0x83, 0xA1, 0xF5,
      ])
  }

  @Test(
    arguments: [
      [0x18, 0x17], [0x19, 0x00, 0xFF], [0x1A, 0x00, 0x00, 0xFF, 0xFF], [0x1F], [0x1C],
      [0x1B, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [],
      [0x19, 0x01],
    ] as [[UInt8]])
  func otherSpellingsOfAnIntegerAreRefused(bytes: [UInt8]) {
    #expect(throws: CBORError.self) {
      try bytes.withUnsafeBytes { buffer in
        var reader = CBORReader(buffer)
        _ = try reader.integer()
      }
    }
  }

  @Test(
    arguments: [[0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x58, 0xFF, 0x00], [0x45, 1, 2], [0x61]]
      as [[UInt8]])
  func aLengthBeyondTheBytesIsRefused(bytes: [UInt8]) {
    #expect(throws: CBORError.self) {
      try bytes.withUnsafeBytes { buffer in
        var reader = CBORReader(buffer)
        _ = try reader.byteString()
      }
    }
  }
}
