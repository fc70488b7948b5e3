extension XMLReader {
  /// The value of an attribute of the element that was met last; nil when it has none of that name.
  func attribute(_ name: StaticString) throws(CursorOnTargetRefusal) -> String? {
    for attribute in attributes
    where attribute.name.count == name.utf8CodeUnitCount && bytes.holds(name, at: attribute.name.lowerBound) {
      return try text(attribute.value)
    }
    return nil
  }

  /// Whether a range holds a name.
  func holds(_ name: StaticString, in range: Range<Int>) -> Bool {
    range.count == name.utf8CodeUnitCount && bytes.holds(name, at: range.lowerBound)
  }

  /// The text of a range with its references replaced (XML 1.0, 4.1 and 4.6).
  func text(_ range: Range<Int>, isLiteral: Bool = false) throws(CursorOnTargetRefusal) -> String {
    let part = bytes.slice(range.lowerBound, range.upperBound)
    guard !isLiteral, part.contains(UInt8(ascii: "&")) else { return String(decoding: part, as: UTF8.self) }
    var text: [UInt8] = []
    var index = 0
    while index < part.count {
      guard part[index] == UInt8(ascii: "&") else {
        text.append(part[index])
        index += 1
        continue
      }
      // The longest reference is that of a character, in nine digits at most.
      guard let end = part.slice(0, index + Self.referenceBytesMost).firstOffset(of: UInt8(ascii: ";"), from: index)
      else { throw .unknownEntity }
      let character = try Self.character(part.slice(index + 1, end))
      text.append(contentsOf: String(Character(character)).utf8)
      index = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let referenceBytesMost = 12

  /// The character that a reference stands for, without its `&` and `;`.
  private static func character(_ name: UnsafeRawBufferPointer) throws(CursorOnTargetRefusal) -> UnicodeScalar {
    if name.first == UInt8(ascii: "#") {
      let isHexadecimal = name.count > 1 && name[1] == UInt8(ascii: "x")
      let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
      guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
        let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = UnicodeScalar(code), isAllowed(scalar)
      else { throw .badCharacters }
      return scalar
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: throw .unknownEntity
    }
  }

  /// XML 1.0, 2.2, production 2.
  static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
