/// A value of JSON (RFC 8259).
indirect enum JSONValue {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The first member of that name; nil when there is none, or when the value is no object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, when it is one.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The members, when it is an object.
  var members: [(name: String, value: JSONValue)] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

/// Reads one value of JSON, strictly and within bounds.
struct JSONReader {
  /// How deep values may lie within values.
  static let depthMost = 32
  /// How many values there may be.
  static let valuesMost = 16_384

  private let bytes: UnsafeRawBufferPointer
  private var cursor = 0
  private var values = 0

  /// Reads all bytes as one value.
  static func read(_ bytes: UnsafeRawBufferPointer) throws(DetectionRefusal) -> JSONValue {
    guard bytes.withMemoryRebound(to: UInt8.self, { String(validating: $0, as: UTF8.self) }) != nil else {
      throw .notJSON
    }
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.cursor == bytes.count else { throw .notJSON }
    return value
  }

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func value(depth: Int) throws(DetectionRefusal) -> JSONValue {
    values += 1
    guard depth < Self.depthMost, values <= Self.valuesMost else { throw .notJSON }
    skipBlanks()
    guard cursor < bytes.count else { throw .notJSON }
    switch bytes[cursor] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(DetectionRefusal) -> JSONValue {
    cursor += 1
    var members: [(name: String, value: JSONValue)] = []
    if take("}") { return .object(members) }
    while true {
      skipBlanks()
      guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\"") else { throw .notJSON }
      let name = try string()
      guard take(":") else { throw .notJSON }
      members.append((name, try value(depth: depth + 1)))
      if take("}") { return .object(members) }
      guard take(",") else { throw .notJSON }
    }
  }

  private mutating func array(depth: Int) throws(DetectionRefusal) -> JSONValue {
    cursor += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      if take("]") { return .array(elements) }
      guard take(",") else { throw .notJSON }
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(DetectionRefusal) -> JSONValue {
    guard bytes.holds(text, at: cursor) else { throw .notJSON }
    cursor += text.utf8CodeUnitCount
    return value
  }

  /// RFC 8259, 6: an optional minus, digits without a leading zero, an optional fraction and exponent.
  private mutating func number() throws(DetectionRefusal) -> Double {
    let start = cursor
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
    let first = cursor
    try digits()
    guard bytes[first] != UInt8(ascii: "0") || cursor == first + 1 else { throw .notJSON }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ".") {
      cursor += 1
      try digits()
    }
    if cursor < bytes.count, bytes[cursor] | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "+") || bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
      try digits()
    }
    let text = bytes.slice(start, cursor)
    if let plain = text.decimalFraction() { return plain }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { throw .notJSON }
    return value
  }

  private mutating func digits() throws(DetectionRefusal) {
    let start = cursor
    while cursor < bytes.count, 0x30...0x39 ~= bytes[cursor] { cursor += 1 }
    guard cursor > start else { throw .notJSON }
  }

  /// RFC 8259, 7.
  private mutating func string() throws(DetectionRefusal) -> String {
    cursor += 1
    let start = cursor
    while cursor < bytes.count, bytes[cursor] >= 0x20, bytes[cursor] != UInt8(ascii: "\\") {
      if bytes[cursor] == UInt8(ascii: "\"") {
        defer { cursor += 1 }
        return String(decoding: bytes.slice(start, cursor), as: UTF8.self)
      }
      cursor += 1
    }
    var text = Array(bytes.slice(start, cursor))
    while cursor < bytes.count, bytes[cursor] >= 0x20 {
      let byte = bytes[cursor]
      cursor += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: String(Character(try escape())).utf8)
      } else {
        text.append(byte)
      }
    }
    throw .notJSON
  }

  private mutating func escape() throws(DetectionRefusal) -> UnicodeScalar {
    guard cursor < bytes.count else { throw .notJSON }
    cursor += 1
    switch bytes[cursor - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try fourDigits()
      guard 0xD800...0xDBFF ~= first else { return try scalar(first) }
      guard bytes.holds("\\u", at: cursor) else { throw .notJSON }
      cursor += 2
      let second = try fourDigits()
      guard 0xDC00...0xDFFF ~= second else { throw .notJSON }
      return try scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    default: throw .notJSON
    }
  }

  private func scalar(_ code: UInt32) throws(DetectionRefusal) -> UnicodeScalar {
    guard let scalar = UnicodeScalar(code) else { throw .notJSON }
    return scalar
  }

  private mutating func fourDigits() throws(DetectionRefusal) -> UInt32 {
    guard let high = bytes.hexadecimalByte(at: cursor), let low = bytes.hexadecimalByte(at: cursor + 2) else {
      throw .notJSON
    }
    cursor += 4
    return UInt32(high) << 8 | UInt32(low)
  }

  private mutating func skipBlanks() {
    while cursor < bytes.count, isXMLBlank(bytes[cursor]) { cursor += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: mark) else { return false }
    cursor += 1
    return true
  }
}
