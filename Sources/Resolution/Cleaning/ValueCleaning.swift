import Foundation
import Tables

/// Brings values of one kind to the form in which they are compared.
struct ValueCleaning: Sendable {
  /// Words that say that nothing is known; missing is not different.
  private static let missing: Set<String> = [
    "null", "none", "nan", "n/a", "unknown", "not known", "-", "--", "?", "nil", "undefined", "not stated", "<na>",
  ]
  /// Letters that fold to more than one, or that folding of marks leaves alone.
  private static let letters: [Character: String] = [
    "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
  ]
  let kind: FieldKind
  let order: DateCleaning.Order
  let identifiers: IdentifierColumn

  init(kind: FieldKind, order: DateCleaning.Order = .dayFirst, identifiers: IdentifierColumn = .plain) {
    (self.kind, self.order, self.identifiers) = (kind, order, identifiers)
  }

  /// The clean form, empty when the value says nothing; nil when it cannot be read as what it should be.
  func clean(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if value.isEmpty { return [] }
    if value.count <= 12, Self.missing.contains(UTF8Text.string(value).lowercased()) { return [] }
    if value.contains(ObjectReader.unitSeparator) { return several(value) }
    switch kind {
    case .date: return DateCleaning.clean(value, order: order)
    case .phone: return phone(value)
    case .postcode, .number: return code(folded(value))
    case .document, .account, .serial, .plate, .identifier: return identifiers.clean(identifier(value))
    case .email: return folded(value)
    default: return words(folded(value))
    }
  }

  private func several(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var parts = Set<[UInt8]>()
    for part in value.split(separator: ObjectReader.unitSeparator) {
      if let clean = clean(UnsafeBufferPointer(rebasing: part)), !clean.isEmpty { parts.insert(clean) }
    }
    let sorted = parts.sorted { $0.lexicographicallyPrecedes($1) }
    return [UInt8](sorted.joined(separator: [ObjectReader.unitSeparator]))
  }

  /// Lower case without marks over letters.
  private func folded(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var isASCII = true
    let lower = value.map { byte -> UInt8 in
      isASCII = isASCII && byte < 0x80
      return (65...90).contains(byte) ? byte + 32 : byte
    }
    guard !isASCII else { return lower }
    let folded = UTF8Text.string(value)
      .folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil).lowercased()
    return [UInt8](folded.map { Self.letters[$0] ?? String($0) }.joined().utf8)
  }

  /// Letters and digits with single blanks between words; apostrophes and full stops join.
  private func words(_ value: [UInt8]) -> [UInt8] {
    var clean = [UInt8]()
    clean.reserveCapacity(value.count)
    for byte in value {
      if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
        clean.append(byte)
      } else if byte != 39, byte != 46, byte != 96, let last = clean.last, last != 32 {
        clean.append(32)
      }
    }
    if clean.last == 32 { clean.removeLast() }
    return clean
  }

  private func code(_ value: [UInt8]) -> [UInt8] {
    value.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
  }

  /// Letters and digits; figures of other scripts become ours, and letters that look like Latin ones become those.
  private func identifier(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard value.contains(where: { $0 >= 0x80 }) else { return code(folded(value)) }
    let clean = IdentifierCharacters.clean(UTF8Text.string(value))
    return clean.isEmpty ? code(folded(value)) : Array(clean.lowercased().utf8)
  }

  /// The number with its country code where that is known, without the 0 that is dialled before it.
  private func phone(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if identifiers == .phone(callingCode: nil), value.first == 48, value.count > 1, value[1] != 48,
      value.allSatisfy({ $0.isASCIIDigit || $0 == 32 })
    {
      // The usual national number needs no country's plan.
      let digits = value.dropFirst().filter { $0 != 32 }
      return digits.count >= 3 ? digits : nil
    }
    var callingCode: Int?
    if case .phone(let code) = identifiers { callingCode = code }
    return PhoneNumber.comparable(UTF8Text.string(value), callingCode: callingCode).map { Array($0.utf8) }
  }
}
