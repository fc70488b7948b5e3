/// An agency that takes part in the centre.
package struct Agency: Sendable, Hashable, Codable {
  /// Its short name: 2 to 32 of `a–z`, `0–9` and `-`, beginning with a letter.
  package var code: String
  /// Its name in full.
  package var name: String
  /// Its nation, as a two-letter ISO 3166 code.
  package var nation: String

  package init(code: String, name: String, nation: String) {
    self.code = code
    self.name = name
    self.nation = nation
  }

  /// Whether a text can be an agency's code.
  package static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...32).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  static let badCode = OperationsError(
    .invalid, "An agency's code has 2 to 32 of a–z, 0–9 and -, and begins with a letter.")

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
