import Geodesy

/// Why a sentence of radar targets or digital selective calling was not decoded.
public enum NMEARefusal: String, ReasonInWords, Error {
  /// The sentence has no checksum.
  case missingChecksum
  /// The checksum does not fit the sentence.
  case badChecksum
  /// The sentence has fewer fields than its formatter needs, or far more.
  case wrongFieldCount
  /// A field holds what its place does not allow.
  case badField

  /// The reason in words.
  public var words: String {
    switch self {
    case .missingChecksum: "checksum missing"
    case .badChecksum: "checksum does not fit"
    case .wrongFieldCount: "wrong number of fields for the sentence"
    case .badField: "a field that its place does not allow"
    }
  }
}

/// The fields of one checked sentence between its formatter and its checksum (IEC 61162-1:2016, 7.3).
struct SentenceFields {
  /// More fields than any sentence that is read here has.
  static let fieldsMost = 40

  private let line: UnsafeRawBufferPointer
  private var ends: InlineArray<40, Int> = .init(repeating: 0)
  private let first: Int
  /// How many fields there are.
  private(set) var count = 0
  /// The offset just behind the checksum.
  let end: Int

  /// Reads from the comma behind the formatter of a sentence that begins at an offset.
  init(_ line: UnsafeRawBufferPointer, from start: Int) throws(NMEARefusal) {
    self.line = line
    guard let star = line.firstOffset(of: UInt8(ascii: "*"), from: start),
      let checksum = line.hexadecimalByte(at: star + 1)
    else { throw .missingChecksum }
    guard checksum == line.checksum(start + 1, star) else { throw .badChecksum }
    end = star + 3
    first = start + 7
    var cursor = first
    while cursor <= star {
      guard count < Self.fieldsMost else { throw .wrongFieldCount }
      let comma = min(star, line.firstOffset(of: UInt8(ascii: ","), from: cursor) ?? star)
      ends[count] = comma
      count += 1
      cursor = comma + 1
    }
  }

  /// The bytes of a field, counted from 0; empty where there is none.
  subscript(index: Int) -> UnsafeRawBufferPointer {
    guard 0..<count ~= index else { return line.slice(0, 0) }
    return line.slice(index == 0 ? first : ends[index - 1] + 1, ends[index])
  }

  /// A decimal number such as `-12.5`; nil when the field is empty.
  func number(_ index: Int) throws(NMEARefusal) -> Double? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard let value = field.decimalFraction() else { throw .badField }
    return value
  }

  /// A number that a measurement gives, which is never below zero; nil when the field is empty.
  func magnitude(_ index: Int) throws(NMEARefusal) -> Double? {
    guard let value = try number(index) else { return nil }
    guard value >= 0 else { throw .badField }
    return value
  }

  /// A direction of 0 to 360 degrees; nil when the field is empty.
  func direction(_ index: Int) throws(NMEARefusal) -> Double? {
    guard let value = try magnitude(index) else { return nil }
    guard value <= 360 else { throw .badField }
    return value == 360 ? 0 : value
  }

  /// A whole number; nil when the field is empty.
  func integer(_ index: Int) throws(NMEARefusal) -> Int? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard let value = field.decimalNumber() else { throw .badField }
    return Int(value)
  }

  /// One letter; nil when the field is empty.
  func letter(_ index: Int) throws(NMEARefusal) -> UInt8? {
    let field = self[index]
    guard field.count <= 1 else { throw .badField }
    return field.first
  }

  /// Text; nil when the field is empty. Bytes outside ASCII are no text of this standard.
  func text(_ index: Int) throws(NMEARefusal) -> String? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard field.allSatisfy({ 0x20..<0x7F ~= $0 }) else { throw .badField }
    return String(decoding: field, as: UTF8.self)
  }

  /// A time of day `hhmmss.ss`, in milliseconds since midnight UTC; nil when the field is empty.
  func timeOfDay(_ index: Int) throws(NMEARefusal) -> Int? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard field.count >= 6, let clock = field.slice(0, 6).decimalNumber(),
      let seconds = field.slice(4, field.count).decimalFraction()
    else { throw .badField }
    let (hour, minute) = (Int(clock / 10_000), Int(clock / 100 % 100))
    guard hour < 24, minute < 60, seconds >= 0, seconds < 61 else { throw .badField }
    return (hour * 60 + minute) * 60_000 + Int((seconds * 1_000).rounded(.down))
  }

  /// A position in four fields, `llll.lll,a,yyyyy.yyy,a`; nil when all four are empty.
  func position(_ index: Int) throws(NMEARefusal) -> Position? {
    guard (index..<index + 4).contains(where: { !self[$0].isEmpty }) else { return nil }
    let latitude = try angle(index, degreeDigits: 2, positive: UInt8(ascii: "N"), negative: UInt8(ascii: "S"))
    let longitude = try angle(index + 2, degreeDigits: 3, positive: UInt8(ascii: "E"), negative: UInt8(ascii: "W"))
    guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else { throw .badField }
    return position
  }

  /// Degrees and minutes in one field and the hemisphere in the next.
  private func angle(
    _ index: Int, degreeDigits: Int, positive: UInt8, negative: UInt8
  ) throws(NMEARefusal) -> Double {
    let field = self[index]
    guard let degrees = field.slice(0, degreeDigits).decimalNumber(), field.count >= degreeDigits + 2,
      let minutes = field.slice(degreeDigits, field.count).decimalFraction(), minutes >= 0, minutes < 60,
      let hemisphere = try letter(index + 1), hemisphere == positive || hemisphere == negative
    else { throw .badField }
    let angle = Double(degrees) + minutes / 60
    return hemisphere == negative ? -angle : angle
  }
}

extension UnsafeRawBufferPointer {
  /// The number that fills the buffer: an optional minus, up to 15 digits, and a point among them or none.
  ///
  /// Fifteen digits and a power of ten below 10²² are exact, so the quotient is the nearest number that there is.
  func decimalFraction() -> Double? {
    var index = first == UInt8(ascii: "-") ? 1 : 0
    let isNegative = index == 1
    var (value, digits, scale) = (UInt64(0), 0, 1.0)
    var sawPoint = false
    while index < count {
      let byte = self[index]
      index &+= 1
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
        continue
      }
      guard 0x30...0x39 ~= byte, digits < 15 else { return nil }
      value = value &* 10 &+ UInt64(byte &- 0x30)
      digits &+= 1
      if sawPoint { scale *= 10 }
    }
    guard digits > 0 else { return nil }
    let magnitude = Double(value) / scale
    return isNegative ? -magnitude : magnitude
  }
}
