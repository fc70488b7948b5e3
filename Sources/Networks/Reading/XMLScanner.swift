import Tables

/// Cuts XML into tags and texts as its bytes come, with bounded memory.
///
/// It knows elements, attributes, the five named entities, numbered characters, remarks and CDATA. Document types are
/// refused: they are how small files become large ones.
struct XMLScanner {
  /// What was met.
  enum Event: Equatable {
    /// A tag that opens an element.
    case open(name: String, attributes: [String: String])
    /// A tag that closes one, also the second half of an empty one.
    case close(name: String)
    /// The text between two tags, when it is more than blanks.
    case text(String)
  }

  /// The row in hand, counted from 1.
  private(set) var row = 1
  private var open = [String]()
  private var buffer = [UInt8]()
  private var isInTag = false
  private var quote: UInt8 = 0

  /// Takes bytes and hands on what they complete.
  mutating func take(
    _ chunk: UnsafeRawBufferPointer, _ body: (Event, Int) throws(GraphFault) -> Void
  ) throws(GraphFault) {
    for byte in chunk {
      if byte == 10 { row += 1 }
      if !isInTag {
        if byte == UInt8(ascii: "<") {
          try handOnText(body)
          isInTag = true
        } else if open.isEmpty ? byte > 32 : true {
          try keep(byte)
        }
      } else if quote != 0 {
        if byte == quote { quote = 0 }
        try keep(byte)
      } else if byte == UInt8(ascii: ">"), isTagWhole {
        isInTag = false
        let tag = buffer
        buffer.removeAll(keepingCapacity: true)
        try read(tag, body)
      } else {
        if byte == 34 || byte == 39, !isRemark { quote = byte }
        try keep(byte)
      }
    }
  }

  /// Takes the end of the bytes.
  func finish() throws(GraphFault) {
    guard open.isEmpty && !isInTag else {
      throw GraphFault(.badSyntax, row: row, "the file ends within an element; it was cut off")
    }
  }

  private var isRemark: Bool { buffer.starts(with: "!--".utf8) || buffer.starts(with: "![CDATA[".utf8) }

  /// Whether a closing bracket ends the tag in hand; in remarks and CDATA only behind their own endings.
  private var isTagWhole: Bool {
    if buffer.starts(with: "!--".utf8) { return buffer.count >= 5 && buffer.suffix(2).elementsEqual("--".utf8) }
    if buffer.starts(with: "![CDATA[".utf8) { return buffer.suffix(2).elementsEqual("]]".utf8) }
    return true
  }

  private mutating func keep(_ byte: UInt8) throws(GraphFault) {
    guard buffer.count < GraphLimits.mostTagBytes else {
      throw GraphFault(.limit, row: row, "a tag or a text is longer than \(GraphLimits.mostTagBytes) bytes")
    }
    buffer.append(byte)
  }

  private mutating func handOnText(_ body: (Event, Int) throws(GraphFault) -> Void) throws(GraphFault) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard buffer.contains(where: { $0 > 32 }) else { return }
    guard !open.isEmpty else { throw GraphFault(.badSyntax, row: row, "text outside of the first element") }
    try body(.text(try Self.unescaped(buffer[...], row: row)), row)
  }

  private mutating func read(
    _ tag: [UInt8], _ body: (Event, Int) throws(GraphFault) -> Void
  ) throws(GraphFault) {
    switch tag.first {
    case UInt8(ascii: "?"): return
    case UInt8(ascii: "!"):
      if tag.starts(with: "!--".utf8) { return }
      guard tag.starts(with: "![CDATA[".utf8) else {
        throw GraphFault(.badSyntax, row: row, "document types are not read; take the DOCTYPE out of the file")
      }
      try body(.text(UTF8Text.string(tag.dropFirst(8).dropLast(2))), row)
    case UInt8(ascii: "/"):
      let name = Self.localName(UTF8Text.string(tag.dropFirst().prefix { $0 > 32 }))
      guard open.popLast() == name else {
        throw GraphFault(.badSyntax, row: row, "an element is closed that was not the last to open")
      }
      try body(.close(name: name), row)
    default:
      let isEmpty = tag.last == UInt8(ascii: "/")
      let inner = isEmpty ? tag.dropLast() : tag[...]
      let name = Self.localName(UTF8Text.string(inner.prefix { $0 > 32 }))
      guard !name.isEmpty else { throw GraphFault(.badSyntax, row: row, "a tag has no name") }
      let attributes = try Self.attributes(inner.drop { $0 > 32 }, row: row)
      guard open.count < GraphLimits.mostDepth else {
        throw GraphFault(.limit, row: row, "elements lie deeper than \(GraphLimits.mostDepth)")
      }
      try body(.open(name: name, attributes: attributes), row)
      if isEmpty { try body(.close(name: name), row) } else { open.append(name) }
    }
  }

  /// A name without its prefix.
  private static func localName(_ name: String) -> String {
    String(name[(name.lastIndex(of: ":").map(name.index(after:)) ?? name.startIndex)...])
  }

  private static func attributes(_ bytes: ArraySlice<UInt8>, row: Int) throws(GraphFault) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = bytes.drop { $0 <= 32 }
    while !rest.isEmpty {
      let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(name.count).drop { $0 <= 32 }
      guard rest.first == UInt8(ascii: "=") else {
        throw GraphFault(.badSyntax, row: row, "an attribute has no value")
      }
      rest = rest.dropFirst().drop { $0 <= 32 }
      guard let quote = rest.first, quote == 34 || quote == 39,
        let end = rest.dropFirst().firstIndex(of: quote)
      else { throw GraphFault(.badSyntax, row: row, "the value of an attribute is not in quotes") }
      attributes[localName(UTF8Text.string(name))] = try unescaped(rest[(rest.startIndex + 1)..<end], row: row)
      rest = rest[(end + 1)...].drop { $0 <= 32 }
    }
    return attributes
  }

  /// Text with its entities put in place.
  private static func unescaped(_ bytes: ArraySlice<UInt8>, row: Int) throws(GraphFault) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return UTF8Text.string(bytes) }
    var text = [UInt8]()
    var rest = bytes
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[rest.startIndex..<place]
      guard let end = rest[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw GraphFault(.badSyntax, row: row, "an ampersand begins no entity; it is written &amp;")
      }
      let name = String(decoding: rest[(place + 1)..<end], as: UTF8.self)
      let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      let number =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      guard let scalar = named[name] ?? (name.hasPrefix("#") ? number.flatMap(Unicode.Scalar.init) : nil) else {
        throw GraphFault(.badSyntax, row: row, "an entity is not one of the five that XML knows by itself")
      }
      text += Array(String(Character(scalar)).utf8)
      rest = rest[(end + 1)...]
    }
    return UTF8Text.string(text + rest)
  }
}
