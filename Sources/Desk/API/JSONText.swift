/// JSON written straight into bytes: for the answers that are made many times a second.
///
/// The caller keeps the structure balanced; numbers that JSON cannot say (infinite, not a number) become `null`.
struct JSONText: Sendable {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init(reserving capacity: Int = 256) {
    bytes.reserveCapacity(capacity)
  }

  mutating func object(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ value: String?) {
    guard let value else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 { escape(byte) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A member of an object whose name is not known beforehand.
  mutating func member(_ name: String, _ value: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    string(value)
  }

  mutating func integer(_ value: some BinaryInteger) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(UInt64(value.magnitude), digits: 1)
    needsComma = true
  }

  mutating func boolean(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  mutating func null() {
    raw("null")
  }

  /// A number with at most `decimals` digits after the point, `null` when absent or not finite.
  mutating func number(_ value: Double?, decimals: Int) {
    guard let value, value.isFinite, value.magnitude < 1e12 else { return null() }
    let decimals = min(decimals, Self.powersOfTen.count - 1)
    let scale = Self.powersOfTen[decimals]
    let scaled = Int64((value * Double(scale)).rounded())
    separate()
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = scaled.magnitude
    append(magnitude / scale, digits: 1)
    var fraction = magnitude % scale
    if fraction != 0 {
      var digits = decimals
      while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
      bytes.append(UInt8(ascii: "."))
      append(fraction, digits: digits)
    }
    needsComma = true
  }

  /// One for each number of decimals; with more of them, the largest number would not fit.
  private static let powersOfTen: [UInt64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// Writes a number with zeros before it up to so many digits.
  private mutating func append(_ number: UInt64, digits least: Int) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < least
    bytes[start...].reverse()
  }

  /// JSON that was made before, as one value (or several, already separated by commas).
  mutating func encoded(_ value: [UInt8]) {
    guard !value.isEmpty else { return }
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default:
      bytes.append(byte)
    }
  }
}
