/// Reads the subset of XML 1.0 that Cursor on Target needs, strictly and within bounds.
///
/// There are elements, attributes, text, CDATA sections, comments and the declaration of the version; document types and
/// processing instructions are refused, and entities but the five of XML and numbers are unknown. So nothing that is read
/// is larger than what was sent, and its depth and counts are bounded.
struct XMLReader {
  /// The bounds that hold whatever the document says.
  struct Limits: Hashable, Sendable {
    /// How deep elements may lie within elements.
    var depth = 24
    /// How many attributes an element may have.
    var attributes = 64
    /// How many elements a document may have.
    var elements = 2_048
  }

  /// One attribute, as places in the document.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  /// What the reader met.
  enum Event {
    /// The start of an element; its attributes are in `attributes`.
    case start(Range<Int>)
    /// The end of the innermost element.
    case end
    /// Text as it stands, with references, or as it is when it comes of a CDATA section.
    case text(Range<Int>, isLiteral: Bool)
    /// The end of the document.
    case finished
  }

  let bytes: UnsafeRawBufferPointer
  let limits: Limits
  /// The attributes of the element that was met last.
  private(set) var attributes: [Attribute] = []
  /// Where the event that was met last begins, and where the next one will.
  private(set) var eventStart = 0
  private(set) var cursor = 0
  private var open: [Range<Int>] = []
  private var elements = 0
  private var endsAtOnce = false
  private var sawRoot = false

  /// How many elements are open.
  var depth: Int { open.count }

  /// A reader at the beginning of a document.
  init(_ bytes: UnsafeRawBufferPointer, limits: Limits = Limits()) throws(CursorOnTargetRefusal) {
    self.bytes = bytes
    self.limits = limits
    let isUTF8 = bytes.withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) != nil }
    guard isUTF8, Self.hasAllowedCharacters(bytes) else { throw .badCharacters }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
    if starts(with: "<?xml") { try readDeclaration() }
  }

  /// XML 1.0, 2.2: of the control characters only tab, newline and carriage return, and neither U+FFFE nor U+FFFF.
  private static func hasAllowedCharacters(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, !isXMLBlank(byte) { return false }
      if byte == 0xEF, bytes.holds("\u{FFFE}", at: index) || bytes.holds("\u{FFFF}", at: index) { return false }
    }
    return true
  }

  /// The next event.
  mutating func next() throws(CursorOnTargetRefusal) -> Event {
    if endsAtOnce {
      endsAtOnce = false
      return try close()
    }
    while cursor < bytes.count {
      eventStart = cursor
      guard bytes[cursor] == UInt8(ascii: "<") else {
        let end = bytes.firstOffset(of: UInt8(ascii: "<"), from: cursor) ?? bytes.count
        let text = cursor..<end
        cursor = end
        if open.isEmpty {
          guard bytes[text].allSatisfy(isXMLBlank) else { throw .notWellFormed }
          continue
        }
        return .text(text, isLiteral: false)
      }
      if starts(with: "<!--") {
        try skipComment()
      } else if starts(with: "<![CDATA[") {
        guard !open.isEmpty, let end = firstOffset(of: "]]>", from: cursor + 9) else { throw .notWellFormed }
        let text = cursor + 9..<end
        cursor = end + 3
        return .text(text, isLiteral: true)
      } else if starts(with: "<!") {
        throw starts(with: "<!DOCTYPE") ? .documentType : .notWellFormed
      } else if starts(with: "<?") {
        throw .notWellFormed
      } else if starts(with: "</") {
        return try readEndTag()
      } else {
        return try readStartTag()
      }
    }
    guard open.isEmpty, sawRoot else { throw .notWellFormed }
    eventStart = cursor
    return .finished
  }

  private mutating func readStartTag() throws(CursorOnTargetRefusal) -> Event {
    elements += 1
    guard elements <= limits.elements else { throw .tooMany }
    guard open.count < limits.depth else { throw .tooDeep }
    // XML 1.0, 2.1: one root.
    guard !open.isEmpty || !sawRoot else { throw .notWellFormed }
    sawRoot = true
    cursor += 1
    let name = try readName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hadBlank = skipBlanks()
      guard cursor < bytes.count else { throw .notWellFormed }
      if bytes[cursor] == UInt8(ascii: ">") {
        cursor += 1
        break
      }
      if starts(with: "/>") {
        cursor += 2
        endsAtOnce = true
        break
      }
      guard hadBlank else { throw .notWellFormed }
      try readAttribute()
    }
    open.append(name)
    return .start(name)
  }

  private mutating func readAttribute() throws(CursorOnTargetRefusal) {
    guard attributes.count < limits.attributes else { throw .tooMany }
    let name = try readName()
    _ = skipBlanks()
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "=") else { throw .notWellFormed }
    cursor += 1
    _ = skipBlanks()
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\"") || bytes[cursor] == UInt8(ascii: "'"),
      let end = bytes.firstOffset(of: bytes[cursor], from: cursor + 1)
    else { throw .notWellFormed }
    let value = cursor + 1..<end
    guard !bytes[value].contains(UInt8(ascii: "<")) else { throw .notWellFormed }
    // XML 1.0, 3.1: no attribute twice.
    for earlier in attributes where bytes[earlier.name].elementsEqual(bytes[name]) { throw .notWellFormed }
    attributes.append(Attribute(name: name, value: value))
    cursor = end + 1
  }

  private mutating func readEndTag() throws(CursorOnTargetRefusal) -> Event {
    cursor += 2
    let name = try readName()
    _ = skipBlanks()
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: ">"), let start = open.last,
      bytes[start].elementsEqual(bytes[name])
    else { throw .notWellFormed }
    cursor += 1
    return try close()
  }

  private mutating func close() throws(CursorOnTargetRefusal) -> Event {
    guard open.popLast() != nil else { throw .notWellFormed }
    return .end
  }

  private mutating func skipComment() throws(CursorOnTargetRefusal) {
    // XML 1.0, 2.5: no two hyphens within a comment.
    guard let end = firstOffset(of: "--", from: cursor + 4), end + 2 < bytes.count,
      bytes[end + 2] == UInt8(ascii: ">")
    else { throw .notWellFormed }
    cursor = end + 3
  }

  /// `<?xml version="1.0" encoding="UTF-8"?>`; an encoding other than UTF-8 or its part ASCII is not read.
  private mutating func readDeclaration() throws(CursorOnTargetRefusal) {
    guard let end = firstOffset(of: "?>", from: cursor + 5) else { throw .notWellFormed }
    let text = String(decoding: bytes[cursor + 5..<end], as: UTF8.self)
    cursor = end + 2
    guard let place = text.firstRange(of: "encoding") else { return }
    let value = text[place.upperBound...].drop { " =\"'\t".contains($0) }.prefix { !" \"'".contains($0) }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(value.lowercased()) else { throw .otherEncoding }
  }

  /// A name in ASCII letters, digits and `_:.-`, or any bytes of UTF-8 beyond ASCII.
  private mutating func readName() throws(CursorOnTargetRefusal) -> Range<Int> {
    let start = cursor
    while cursor < bytes.count, isXMLNameByte(bytes[cursor]) { cursor += 1 }
    guard cursor > start, !(0x2D...0x39 ~= bytes[start]) else { throw .notWellFormed }
    return start..<cursor
  }

  private mutating func skipBlanks() -> Bool {
    let start = cursor
    while cursor < bytes.count, isXMLBlank(bytes[cursor]) { cursor += 1 }
    return cursor > start
  }

  private func starts(with text: StaticString) -> Bool {
    bytes.holds(text, at: cursor)
  }

  private func firstOffset(of text: StaticString, from start: Int) -> Int? {
    var place = start
    while let found = bytes.firstOffset(of: text.utf8Start[0], from: place) {
      if bytes.holds(text, at: found) { return found }
      place = found + 1
    }
    return nil
  }
}

@inline(__always)
func isXMLBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

@inline(__always)
private func isXMLNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x2D, 0x2E, 0x80...: true
  default: false
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the text stands at an offset.
  @inline(__always)
  func holds(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset &+ length <= count else { return false }
    for index in 0..<length where self[offset &+ index] != text.utf8Start[index] { return false }
    return true
  }
}
