extension FeedAddress {
  /// Reads an address.
  ///
  /// Known forms: a path or `file:PATH`, either with `?pace=real` or `?pace=10`; `-`; `udp://[GROUP@]HOST:PORT`;
  /// `tcp://HOST:PORT`; `tcp-listen://HOST:PORT`; `serial:/dev/ttyUSB0[?baud=38400]`; `exercise:SEED`. A host that
  /// holds colons stands in square brackets; an empty host means every local address when listening.
  ///
  /// - Throws: `FeedFailure` with the code `badAddress` that says which part was not understood.
  public static func parse(_ text: String) throws(FeedFailure) -> FeedAddress {
    guard !text.isEmpty, text.utf8.count <= textBytesMost, !text.utf8.contains(0) else {
      throw bad(text, "An address has 1 to \(textBytesMost) bytes and no zero byte.")
    }
    if text == "-" || text == "file:-" { return .standardInput }
    if let rest = text.dropping("file:") { return try file(rest, whole: text) }
    if let rest = text.dropping("udp://") { return try datagrams(rest, whole: text) }
    if let rest = text.dropping("tcp://") {
      let (host, port) = try hostAndPort(rest, whole: text)
      guard !host.isEmpty, port > 0 else { throw bad(text, "To call a server takes its host and its port.") }
      return .client(host: host, port: port)
    }
    if let rest = text.dropping("tcp-listen://") {
      let (host, port) = try hostAndPort(rest, whole: text)
      return .server(host: host.isEmpty ? "0.0.0.0" : host, port: port)
    }
    if let rest = text.dropping("serial:") { return try serial(rest, whole: text) }
    if let rest = text.dropping("exercise:") {
      guard let seed = UInt64(rest) else { throw bad(text, "A seed is a whole number.") }
      return .exercise(seed: seed)
    }
    if let scheme = text.range(ofScheme: "://") {
      throw bad(text, "\(text[scheme]) is no kind of feed; known are file:, udp://, tcp://, tcp-listen://, serial:.")
    }
    return try file(text[...], whole: text)
  }

  private static func file(_ rest: Substring, whole: String) throws(FeedFailure) -> FeedAddress {
    let (path, value) = try option("pace", in: rest, whole: whole)
    guard !path.isEmpty else { throw bad(whole, "A file needs its path.") }
    guard let value else { return .file(path: String(path), speed: nil) }
    if value.lowercased() == "real" { return .file(path: String(path), speed: 1) }
    guard let speed = Double(value), speed > 0, speed <= fastestSpeed else {
      throw bad(whole, "pace is real or a factor above 0 and up to \(Int(fastestSpeed)).")
    }
    return .file(path: String(path), speed: speed)
  }

  private static func datagrams(_ rest: Substring, whole: String) throws(FeedFailure) -> FeedAddress {
    var group: String?
    var local = rest
    if let at = rest.firstIndex(of: "@") {
      group = unbracketed(rest[..<at])
      local = rest[rest.index(after: at)...]
      if group == "" { throw bad(whole, "The multicast group before the @ is missing.") }
    }
    let (host, port) = try hostAndPort(local, whole: whole)
    let everywhere = group?.utf8.contains(0x3A) == true ? "::" : "0.0.0.0"
    return .datagrams(group: group, host: host.isEmpty ? everywhere : host, port: port)
  }

  private static func serial(_ rest: Substring, whole: String) throws(FeedFailure) -> FeedAddress {
    let (path, value) = try option("baud", in: rest, whole: whole)
    guard !path.isEmpty else { throw bad(whole, "A serial line needs the path of its device.") }
    guard let value else { return .serial(path: String(path), baud: defaultBaud) }
    guard let baud = Int(value), SerialLine.speed(ofBaud: baud) != nil else {
      throw bad(whole, "baud is one of \(SerialLine.knownBauds.map(String.init).joined(separator: ", ")).")
    }
    return .serial(path: String(path), baud: baud)
  }

  /// Splits `PATH?name=value`; a question mark with anything else behind it belongs to the path.
  private static func option(
    _ name: String, in rest: Substring, whole: String
  ) throws(FeedFailure) -> (path: Substring, value: Substring?) {
    guard let mark = rest.lastIndex(of: "?") else { return (rest, nil) }
    let query = rest[rest.index(after: mark)...]
    guard let value = query.dropping("\(name)=") else { return (rest, nil) }
    guard !value.isEmpty else { throw bad(whole, "\(name)= needs a value.") }
    return (rest[..<mark], value)
  }

  private static func hostAndPort(
    _ rest: Substring, whole: String
  ) throws(FeedFailure) -> (host: String, port: Int) {
    guard let colon = rest.lastIndex(of: ":"), let port = Int(rest[rest.index(after: colon)...]),
      (0...65_535).contains(port)
    else { throw bad(whole, "HOST:PORT is needed, with a port up to 65535.") }
    let host = rest[..<colon]
    guard !host.contains(":") || (host.hasPrefix("[") && host.hasSuffix("]")) else {
      throw bad(whole, "A host that holds colons stands in square brackets.")
    }
    return (unbracketed(host), port)
  }

  private static func unbracketed(_ host: Substring) -> String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
  }

  private static func bad(_ text: String, _ message: String) -> FeedFailure {
    FeedFailure(code: .badAddress, message: message, place: String(text.prefix(200)))
  }
}

extension StringProtocol {
  /// The text after a prefix of ASCII in small letters, or nil when it does not begin so; its letters match in either case.
  fileprivate func dropping(_ prefix: String) -> SubSequence? {
    // Byte by byte: an accent at the start of what follows would be one character with the prefix's end.
    let head = utf8.prefix(prefix.utf8.count)
    guard head.elementsEqual(prefix.utf8, by: { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }) else { return nil }
    return self[head.endIndex...]
  }

  /// The letters before a separator with the separator, when the text begins with a scheme.
  fileprivate func range(ofScheme separator: String) -> Range<Index>? {
    guard let colon = firstIndex(of: ":"), self[colon...].hasPrefix(separator),
      self[..<colon].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "+" })
    else { return nil }
    return startIndex..<index(colon, offsetBy: separator.count)
  }
}
