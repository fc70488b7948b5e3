import Geodesy

/// AIS sentences as a receiver hands them on, built bit by bit (ITU-R M.1371-5, annex 8).
struct AISLines {
  private var bits: [UInt8] = []

  private mutating func add(_ value: Int, _ count: Int) {
    for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(UInt8((value >> bit) & 1)) }
  }

  private mutating func add(_ text: String, characters count: Int) {
    var bytes = Array(text.utf8.prefix(count))
    bytes += repeatElement(64, count: count - bytes.count)
    for byte in bytes { add(Int(byte) & 0x3F, 6) }
  }

  /// Type 1: a position, at a moment that the transponder does not say.
  static func position(_ mmsi: UInt32, _ latitude: Double, _ longitude: Double, knots: Double = 12) -> [UInt8] {
    var lines = AISLines()
    lines.add(1, 6)
    lines.add(0, 2)
    lines.add(Int(mmsi), 30)
    lines.add(0, 4)
    lines.add(128, 8)
    lines.add(Int(knots * 10), 10)
    lines.add(1, 1)
    lines.add(Int((longitude * 600_000).rounded()), 28)
    lines.add(Int((latitude * 600_000).rounded()), 27)
    lines.add(450, 12)
    lines.add(45, 9)
    lines.add(60, 6)
    lines.add(0, 25)
    return lines.sentences()
  }

  /// Type 5: name, call sign, IMO number and type, in two sentences.
  static func statics(
    _ mmsi: UInt32, name: String, callSign: String = "", imo: Int = 0, message: Int = 1
  ) -> [UInt8] {
    var lines = AISLines()
    lines.add(5, 6)
    lines.add(0, 2)
    lines.add(Int(mmsi), 30)
    lines.add(2, 2)
    lines.add(imo, 30)
    lines.add(callSign, characters: 7)
    lines.add(name, characters: 20)
    lines.add(70, 8)
    lines.add(0, 34)
    lines.add(24 << 6 | 60, 20)
    lines.add(0, 8)
    lines.add("", characters: 20)
    lines.add(0, 2)
    return lines.sentences(message: message)
  }

  /// Type 14: a safety text.
  static func safetyText(_ mmsi: UInt32, _ text: String) -> [UInt8] {
    var lines = AISLines()
    lines.add(14, 6)
    lines.add(0, 2)
    lines.add(Int(mmsi), 30)
    lines.add(0, 2)
    lines.add(text, characters: text.utf8.count)
    return lines.sentences()
  }

  /// Lines, each with the receiver's name and time before it.
  static func heard(_ lines: [UInt8], at moment: Instant, source: String = "shore") -> [UInt8] {
    let block = Array("s:\(source),c:\(moment.millisecondsSince1970 / 1000)".utf8)
    let tag = Array("\\".utf8) + block + checksum(block) + Array("\\".utf8)
    return lines.split(separator: 0x0A).flatMap { tag + $0 + [0x0A] }
  }

  private func sentences(message: Int = 1) -> [UInt8] {
    var characters: [UInt8] = []
    for start in stride(from: 0, to: bits.count, by: 6) {
      let value = (0..<6).reduce(UInt8(0)) { $0 << 1 | (start + $1 < bits.count ? bits[start + $1] : 0) }
      characters.append(value < 40 ? value + 48 : value + 56)
    }
    let parts = stride(from: 0, to: characters.count, by: 60).map { characters[$0..<min($0 + 60, characters.count)] }
    return parts.enumerated().flatMap { index, part -> [UInt8] in
      let isLast = index == parts.count - 1
      let fill = isLast ? (6 - bits.count % 6) % 6 : 0
      let number = parts.count > 1 ? "\(message)" : ""
      let content = Array("AIVDM,\(parts.count),\(index + 1),\(number),A,".utf8) + part + Array(",\(fill)".utf8)
      return Array("!".utf8) + content + Self.checksum(content) + [0x0D, 0x0A]
    }
  }

  private static func checksum(_ content: [UInt8]) -> [UInt8] {
    let sum = content.reduce(0, ^)
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x2A, digits[Int(sum >> 4)], digits[Int(sum & 15)]]
  }
}
