extension Marking {
  /// A name with the characters that structure a marking's text replaced by `%` and two hexadecimal digits.
  static func escaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var text = [UInt8]()
    for (index, byte) in bytes.enumerated() {
      let blankAtEnd = byte == 0x20 && (index == 0 || index == bytes.count - 1)
      let structural = byte == 0x25 || byte == 0x2C || byte == 0x2F || byte < 0x20 || byte == 0x7F
      // A name that is only a hyphen would read as the limit that permits nobody.
      if blankAtEnd || structural || bytes == [0x2D] {
        text.append(0x25)
        text.append(hexadecimal[Int(byte >> 4)])
        text.append(hexadecimal[Int(byte & 0xF)])
      } else {
        text.append(byte)
      }
    }
    // The empty name cannot be told from no name, so it has a spelling of its own.
    return bytes.isEmpty ? "%" : String(decoding: text, as: UTF8.self)
  }

  /// The name behind an escaped one; nil when it is not what `escaped` writes.
  static func unescaped(_ text: ArraySlice<UInt8>) -> String? {
    if text.elementsEqual([0x25]) { return "" }
    var bytes = [UInt8]()
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let first = rest.popFirst(), let high = hexadecimal.firstIndex(of: first),
        let second = rest.popFirst(), let low = hexadecimal.firstIndex(of: second)
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    guard let name = String(validating: bytes, as: UTF8.self), escaped(name).utf8.elementsEqual(text) else {
      return nil
    }
    return bytes.isEmpty ? nil : name
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
