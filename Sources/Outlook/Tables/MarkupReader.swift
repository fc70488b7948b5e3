/// Goes through XML event by event: elements, their attributes, and text. It knows no document types and fetches
/// nothing.
struct MarkupReader {
  /// What stands at one place of the document.
  enum Event: Equatable {
    case opened(name: String, attributes: [String: String])
    case closed(name: String)
    case text(String)
  }

  private let bytes: [UInt8]
  private let name: String
  private(set) var position = 0
  private var open: [String] = []
  /// The end of an element that closes itself, to be handed on next.
  private var pending: String?

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next event, or nil at the end.
  mutating func next() throws(OutlookError) -> Event? {
    if let closing = pending {
      pending = nil
      return .closed(name: closing)
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let text = try unescaped(upTo: UInt8(ascii: "<"))
        if !open.isEmpty { return .text(text) }
        continue
      }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = position + 9
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        throw refused("it declares a document type; workbooks have none")
      } else {
        return try tag()
      }
    }
    guard open.isEmpty else { throw refused("it ends inside \(open.last ?? "")") }
    return nil
  }

  private mutating func tag() throws(OutlookError) -> Event {
    position += 1
    let closes = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if closes { position += 1 }
    let element = word()
    guard !element.isEmpty else { throw refused("an element has no name") }
    if closes {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ">"), open.popLast() == element else {
        throw refused("</\(element)> closes what is not open")
      }
      position += 1
      return .closed(name: element)
    }
    var attributes: [String: String] = [:]
    while true {
      skipBlanks()
      guard position < bytes.count else { throw refused("<\(element) is cut off") }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        open.append(element)
        guard open.count <= OutlookLimits.elementDepth else { throw refused("its elements are nested too deep") }
        return .opened(name: element, attributes: attributes)
      }
      if starts("/>") {
        position += 2
        pending = element
        return .opened(name: element, attributes: attributes)
      }
      let key = word()
      guard !key.isEmpty, starts("=\"") || starts("='") else {
        throw refused("an attribute of <\(element)> is malformed")
      }
      let quote = bytes[position + 1]
      position += 2
      attributes[key] = try unescaped(upTo: quote)
      guard position < bytes.count else { throw refused("<\(element) is cut off") }
      position += 1
    }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, bytes[position] > 32, !"=/>\"'<".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer {
      position + $0.count <= bytes.count && $0.elementsEqual(bytes[position..<(position + $0.count)])
    }
  }

  private mutating func skip(past text: StaticString) throws(OutlookError) {
    while position < bytes.count {
      if starts(text) {
        position += text.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw refused("\(text) is missing")
  }

  private mutating func unescaped(upTo stop: UInt8) throws(OutlookError) -> String {
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] != stop {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "&") else {
        result.append(byte)
        continue
      }
      guard let end = bytes[position..<min(position + 10, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
        let letter = Self.letter(String(decoding: bytes[position..<end], as: UTF8.self))
      else { throw refused("an & stands for nothing known") }
      result += Array(String(letter).utf8)
      position = end + 1
    }
    guard let text = String(validating: result, as: UTF8.self) else { throw refused("its text is not UTF-8") }
    return text
  }

  private static func letter(_ name: String) -> Character? {
    if let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name] { return Character(known) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private func refused(_ reason: String) -> OutlookError {
    OutlookError(place: "\(name), byte \(position)", reason: reason)
  }
}
