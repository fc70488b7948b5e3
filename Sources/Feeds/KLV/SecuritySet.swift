/// The Security Metadata Local Set of MISB ST 0102.12, as it comes within a packet.
public struct SecuritySet: Hashable, Sendable {
  /// One item with its bytes.
  public struct Entry: Hashable, Sendable {
    /// The item's number.
    public let number: Int
    /// The bytes of its value.
    public let bytes: [UInt8]
  }

  /// How an item's bytes are read.
  public enum Mapping: Hashable, Sendable {
    case classification, countryCoding, objectCoding, text, wideText, whole, bytes
  }

  /// The most items that one set may have.
  public static let maximumItems = 64

  /// The items in the order in which they were sent.
  public let entries: [Entry]

  /// Reads a set without its key and length; nil when its items do not fill it exactly.
  public init?(_ bytes: [UInt8]) {
    var found: [Entry] = []
    let isWhole = bytes.withUnsafeBytes { bytes in
      var reader = KLVReader(bytes)
      while reader.rest > 0 {
        guard found.count < Self.maximumItems, let number = reader.objectIdentifier(), let length = reader.length(),
          let value = reader.slice(length)
        else { return false }
        found.append(Entry(number: number, bytes: Array(value)))
      }
      return true
    }
    guard isWhole else { return nil }
    entries = found
  }

  /// The name and mapping of an item (ST 0102.12, table 2); nil for a number that is not given out.
  public static func item(_ number: Int) -> (name: StaticString, mapping: Mapping)? {
    table[number]
  }

  /// The bytes of an item that was sent with a value.
  func bytes(_ number: Int) -> [UInt8]? {
    entries.last { $0.number == number && !$0.bytes.isEmpty }?.bytes
  }

  /// The text of an item, without blanks at its ends; nil when it is absent, empty or no text.
  public func text(_ number: Int) -> String? {
    guard let bytes = bytes(number) else { return nil }
    let text = Self.item(number)?.mapping == .wideText ? Self.wide(bytes) : String(validating: bytes, as: UTF8.self)
    guard let text else { return nil }
    let trimmed = text.drop { $0 == " " || $0 == "\0" }
    let kept = trimmed.lastIndex { $0 != " " && $0 != "\0" }.map { String(trimmed[...$0]) } ?? ""
    return kept.isEmpty ? nil : kept
  }

  /// The code of an item of one byte.
  public func code(_ number: Int) -> UInt8? {
    bytes(number).flatMap { $0.count == 1 ? $0[0] : nil }
  }

  /// UTF-16 with the high byte first, as item 13 has it; senders that write single bytes are understood too.
  static func wide(_ bytes: [UInt8]) -> String? {
    let isWide = bytes.count % 2 == 0 && stride(from: 0, to: bytes.count, by: 2).allSatisfy { bytes[$0] == 0 }
    guard isWide else { return String(validating: bytes, as: UTF8.self) }
    return String(validating: stride(from: 1, to: bytes.count, by: 2).map { bytes[$0] }, as: UTF8.self)
  }

  private static let table: [Int: (name: StaticString, mapping: Mapping)] = [
    1: ("Security Classification", .classification),
    2: ("Classifying Country and Releasing Instructions Country Coding Method", .countryCoding),
    3: ("Classifying Country", .text), 4: ("Security-SCI/SHI Information", .text), 5: ("Caveats", .text),
    6: ("Releasing Instructions", .text), 7: ("Classified By", .text), 8: ("Derived From", .text),
    9: ("Classification Reason", .text), 10: ("Declassification Date", .text),
    11: ("Classification and Marking System", .text), 12: ("Object Country Coding Method", .objectCoding),
    13: ("Object Country Codes", .wideText), 14: ("Classification Comments", .text), 19: ("Stream ID", .whole),
    20: ("Transport Stream ID", .whole), 21: ("Item Designator ID", .bytes), 22: ("Version", .whole),
    23: ("Classifying Country and Releasing Instructions Country Coding Method Version Date", .text),
    24: ("Object Country Coding Method Version Date", .text),
  ]

  /// The words of a code, or nil where it has none.
  public static func words(_ mapping: Mapping, _ code: UInt8) -> StaticString? {
    switch mapping {
    case .classification:
      let words: [StaticString] = ["UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"]
      return 1...5 ~= code ? words[Int(code) - 1] : nil
    case .countryCoding: return countryCodings[code]
    case .objectCoding: return objectCodings[code]
    default: return nil
    }
  }

  // The two items count the same methods differently (ST 0102.12, 6.1.2 and 6.1.12).
  private static let countryCodings: [UInt8: StaticString] = [
    1: "ISO-3166 Two Letter", 2: "ISO-3166 Three Letter", 3: "FIPS 10-4 Two Letter", 4: "FIPS 10-4 Four Letter",
    5: "ISO-3166 Numeric", 6: "1059 Two Letter", 7: "1059 Three Letter", 10: "FIPS 10-4 Mixed", 11: "ISO 3166 Mixed",
    12: "STANAG 1059 Mixed", 13: "GENC Two Letter", 14: "GENC Three Letter", 15: "GENC Numeric", 16: "GENC Mixed",
  ]
  private static let objectCodings: [UInt8: StaticString] = [
    1: "ISO-3166 Two Letter", 2: "ISO-3166 Three Letter", 3: "ISO-3166 Numeric", 4: "FIPS 10-4 Two Letter",
    5: "FIPS 10-4 Four Letter", 6: "1059 Two Letter", 7: "1059 Three Letter", 13: "GENC Two Letter",
    14: "GENC Three Letter", 15: "GENC Numeric", 64: "GENC AdminSub",
  ]
}
