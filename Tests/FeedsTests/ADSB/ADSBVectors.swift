import Foundation
import Geodesy

@testable import Feeds

/// Makes Mode S frames bit by bit, by a road of its own, with a parity that is divided bit by bit.
struct FrameMaker {
  var bits: [Bool] = []

  mutating func add(_ value: Int, _ width: Int) {
    for bit in (0..<width).reversed() { bits.append(value >> bit & 1 == 1) }
  }

  /// The frame with its parity, over which something may be laid.
  func bytes(under overlay: Int = 0) -> [UInt8] {
    Self.withParity(
      stride(from: 0, to: bits.count, by: 8).map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
      },
      under: overlay)
  }

  /// Bytes with the rest of their division by the generator, one bit after the other in a shift register.
  static func withParity(_ bytes: [UInt8], under overlay: Int = 0) -> [UInt8] {
    var register = 0
    for byte in bytes + [0, 0, 0] {
      for bit in (0..<8).reversed() {
        register = register << 1 | Int(byte >> bit & 1)
        if register & 0x100_0000 != 0 { register ^= 0x1FF_F409 }
      }
    }
    register ^= overlay
    return bytes + [UInt8(register >> 16), UInt8(register >> 8 & 255), UInt8(register & 255)]
  }

  /// An extended squitter of an address with fields of 56 bits together.
  static func squitter(_ address: Int, format: Int = 17, control: Int = 5, _ fields: [(Int, Int)]) -> [UInt8] {
    var maker = FrameMaker()
    for (value, width) in [(format, 5), (control, 3), (address, 24)] + fields { maker.add(value, width) }
    while maker.bits.count < 88 { maker.add(0, 1) }
    return maker.bytes()
  }

  /// A half of a position: the encoding of DO-260B, A.1.7.3 and A.1.7.4.
  static func position(
    _ address: Int, _ latitude: Double, _ longitude: Double, isOdd: Bool, isOnSurface: Bool = false
  ) -> [UInt8] {
    let span = isOnSurface ? 90.0 : 360
    let scale = 131_072.0
    func part(_ value: Double, _ size: Double) -> Double { value - size * (value / size).rounded(.down) }
    let height = span / (isOdd ? 59 : 60)
    let north = (scale * part(latitude, height) / height + 0.5).rounded(.down)
    let seen = height * (north / scale + (latitude / height).rounded(.down))
    let width = span / Double(max(1, zones(seen) - (isOdd ? 1 : 0)))
    let east = (scale * part(longitude, width) / width + 0.5).rounded(.down)
    let compact = [(isOdd ? 1 : 0, 1), (Int(north) & 131_071, 17), (Int(east) & 131_071, 17)]
    // 38,000 feet in steps of 25, or 17 knots towards the south-east.
    if isOnSurface { return squitter(address, [(6, 5), (41, 7), (1, 1), (48, 7), (0, 1)] + compact) }
    return squitter(address, [(11, 5), (0, 3), (0b1100_0011_1000, 12), (0, 1)] + compact)
  }

  /// The number of zones by the formula of A.1.7.2 d.
  static func zones(_ latitude: Double) -> Int {
    if abs(latitude) == 87 { return 2 }
    if abs(latitude) > 87 { return 1 }
    let cosine = cos(latitude * .pi / 180)
    return Int((2 * .pi / acos(1 - (1 - cos(.pi / 30)) / (cosine * cosine))).rounded(.down))
  }
}

/// Hexadecimal digits.
func digits(_ bytes: [UInt8]) -> String {
  let alphabet = Array("0123456789ABCDEF".utf8)
  return String(decoding: bytes.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }, as: UTF8.self)
}

/// A line of a table of values.
func timed(_ seconds: Double, _ frame: [UInt8]) -> String { String(format: "%.3f", seconds) + "," + digits(frame) }

/// A binary frame.
func beast(_ type: Character, _ ticks: Int, _ message: [UInt8]) -> [UInt8] {
  let body = (0..<6).map { UInt8(truncatingIfNeeded: ticks >> (40 - 8 * $0)) } + [0x1A] + message
  return [0x1A, type.asciiValue!] + body.flatMap { $0 == 0x1A ? [0x1A, 0x1A] : [$0] }
}

/// The positions that some lines come to.
func positions(_ lines: [String], limits: ADSBDecoder.Limits = .init(), station: Position? = nil) -> [Position?] {
  ADSBDecoder.decode(bytes(lines), limits: limits, station: station).receptions.map(\.position)
}

/// Each message as JSON.
func adsbLines(_ lines: [String]) -> [String] {
  let writer = ADSBWriter()
  var out = ByteWriter()
  for reception in ADSBDecoder.decode(bytes(lines)).receptions { writer.write(reception, to: &out) }
  return String(decoding: out.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
