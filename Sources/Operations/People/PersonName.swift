/// The name under which a person signs in and stands in the record: 2 to 64 of `a–z`, `0–9`, `.`, `-` and `_`,
/// beginning with a letter.
package struct PersonName: Hashable, Sendable, Codable, CustomStringConvertible {
  package let text: String

  /// The longest name, in characters.
  package static let longest = 64

  /// Reads a name as typed: blanks around it go, capital letters become small ones.
  ///
  /// - Returns: nil when what is left is no name.
  package init?(_ typed: String) {
    guard typed.utf8.count <= 4 * Self.longest else { return nil }
    var bytes: [UInt8] = []
    for byte in typed.utf8.drop(while: { $0 == UInt8(ascii: " ") }) {
      bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte)
    }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    guard (2...Self.longest).contains(bytes.count), let first = bytes.first, Self.isLetter(first),
      bytes.allSatisfy({ Self.isLetter($0) || Self.isFurther($0) })
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let name = PersonName(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no name of a person")
    }
    self = name
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isFurther(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || [UInt8]("._-".utf8).contains(byte)
  }
}
