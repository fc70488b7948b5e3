/// The value of an item, as far as it needs no memory of its own.
public enum KLVValue: Hashable, Sendable {
  /// A number in the item's unit.
  case number(Double)
  /// A bit pattern that stands for no number, in the standard's words.
  case special(UASItem.Special)
  /// A bit pattern of ST 1201 that stands for no number.
  case mappedSpecial(IMAPB.Special)
  /// A whole number, a code or flags.
  case whole(UInt64)
  /// A whole number with a sign.
  case wholeSigned(Int64)
  /// Microseconds since 1970.
  case microseconds(UInt64)
  /// Text; its bytes are good UTF-8.
  case text
  /// Bytes of a set or pack of another paragraph or standard.
  case pack
  /// The item was sent with no value: it is no longer known (ST 0601.19, 6.4).
  case unknown
  /// The length or the bytes are none that the item may have.
  case unreadable

  /// Reads an item where it lies.
  @inline(__always)
  static func read(_ entry: UASDatalinkSet.Entry, in bytes: UnsafeRawBufferPointer) -> KLVValue {
    guard let item = UASItem.item(entry.number) else { return .pack }
    return read(item, entry, in: bytes)
  }

  @inline(__always)
  static func read(_ item: UASItem, _ entry: UASDatalinkSet.Entry, in bytes: UnsafeRawBufferPointer) -> KLVValue {
    let (start, length) = (entry.start, entry.length)
    if length == 0, item.mapping != .text { return .unknown }
    switch item.mapping {
    case .unsigned(let count, let least, let most):
      guard length == count else { return .unreadable }
      return .number(least + Double(bytes.unsigned(start, length)) * (most - least) / largest(length))
    case .signed(let count, let most, let special):
      guard length == count else { return .unreadable }
      let code = bytes.signed(start, length)
      let end = Int64.max &>> Int64(64 &- 8 &* length)
      return code < -end ? .special(special) : .number(Double(code) * most / Double(end))
    case .whole(let count, let exactly):
      guard length <= count, !exactly || length == count else { return .unreadable }
      return .whole(bytes.unsigned(start, length))
    case .wholeSigned(let count):
      return length <= count ? .wholeSigned(bytes.signed(start, length)) : .unreadable
    case .microseconds:
      return length == 8 ? .microseconds(bytes.unsigned(start, length)) : .unreadable
    case .code:
      return length == 1 ? .whole(bytes.unsigned(start, length)) : .unreadable
    case .text:
      return bytes.slice(start, start &+ length).isUTF8 ? .text : .unreadable
    case .imapb(let least, let most, let count):
      guard length <= count, let mapping = IMAPB(least, most, length: length) else { return .unreadable }
      switch mapping.value(of: bytes.unsigned(start, length)) {
      case .number(let number): return .number(number)
      case .special(let special): return .mappedSpecial(special)
      }
    case .identifiers:
      return KLVReader(bytes, from: start, to: start &+ length).holdsIdentifiers ? .pack : .unreadable
    case .security, .pack: return .pack
    }
  }

  @inline(__always)
  private static func largest(_ length: Int) -> Double { Double(UInt64.max &>> UInt64(64 &- 8 &* length)) }
}

extension KLVReader {
  /// Whether what is left is identifiers one behind the other, and nothing else.
  var holdsIdentifiers: Bool {
    var reader = self
    while reader.rest > 0 { if reader.objectIdentifier() == nil { return false } }
    return true
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are good UTF-8; plain ASCII, as nearly always, is seen without a decoder.
  var isUTF8: Bool {
    allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
  }
}
