import Geodesy

extension CursorOnTargetEvent {
  /// Reads one document.
  init(_ document: UnsafeRawBufferPointer, limits: XMLReader.Limits) throws(CursorOnTargetRefusal) {
    var xml = try XMLReader(document, limits: limits)
    guard case .start(let root) = try xml.next(), xml.holds("event", in: root) else { throw .notAnEvent }
    var event = try Self.readRoot(xml)
    var hasPoint = false
    while true {
      switch try xml.next() {
      case .start(let name):
        if xml.holds("point", in: name), !hasPoint {
          try event.readPoint(xml)
          hasPoint = true
          try xml.skipElement()
        } else if xml.holds("detail", in: name) {
          try event.readDetail(&xml)
        } else {
          try xml.skipElement()
        }
      case .text, .end: break
      case .finished:
        guard hasPoint else { throw .missingAttribute }
        self = event
        return
      }
    }
  }

  /// The attributes of the event itself.
  private static func readRoot(_ xml: XMLReader) throws(CursorOnTargetRefusal) -> CursorOnTargetEvent {
    guard let version = try xml.attribute("version"), version == "2" || version.hasPrefix("2.") else {
      throw .notAnEvent
    }
    guard let uid = try xml.attribute("uid"), !uid.isEmpty, let kind = try xml.attribute("type"), !kind.isEmpty,
      let time = try moment(xml, "time"), let start = try moment(xml, "start"), let stale = try moment(xml, "stale"),
      let origin = Position(latitudeDegrees: 0, longitudeDegrees: 0)
    else { throw .missingAttribute }
    var event = CursorOnTargetEvent(
      uid: uid, kind: Kind(rawValue: kind), time: time, start: start, stale: stale, position: origin)
    event.how = try xml.attribute("how")
    event.access = try xml.attribute("access")
    event.caveat = try xml.attribute("caveat")
    // The schema of some handhelds has the second spelling.
    let otherSpelling = try xml.attribute("releaseableTo")
    let spelling = try xml.attribute("releasableTo")
    event.releasableTo = spelling ?? otherSpelling
    event.life = try xml.attribute("opex").flatMap { Life(rawValue: String($0.prefix(1))) }
    return event
  }

  private mutating func readPoint(_ xml: XMLReader) throws(CursorOnTargetRefusal) {
    guard let latitude = try Self.number(xml, "lat"), let longitude = try Self.number(xml, "lon") else {
      throw .missingAttribute
    }
    guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else { throw .badValue }
    self.position = position
    heightMetres = try Self.known(xml, "hae")
    circularErrorMetres = try Self.known(xml, "ce")
    linearErrorMetres = try Self.known(xml, "le")
  }

  /// Reads to the end of the detail that was just begun.
  private mutating func readDetail(_ xml: inout XMLReader) throws(CursorOnTargetRefusal) {
    let depth = xml.depth
    while true {
      switch try xml.next() {
      case .start(let name):
        let start = xml.eventStart
        if xml.holds("contact", in: name), let name = try xml.attribute("callsign") {
          callSign = name
        } else if xml.holds("track", in: name) {
          courseDegrees = try Self.number(xml, "course")
          speedMetresPerSecond = try Self.number(xml, "speed")
        } else if xml.holds("remarks", in: name) {
          remarks = try xml.readText()
          continue
        } else if xml.holds("marking", in: name) {
          markingText = try xml.readText()
          continue
        } else {
          try xml.skipElement()
          otherDetail += String(decoding: xml.bytes.slice(start, xml.cursor), as: UTF8.self)
          continue
        }
        try xml.skipElement()
      case .text: break
      case .end: if xml.depth < depth { return }
      case .finished: return
      }
    }
  }

  private static func moment(_ xml: XMLReader, _ name: StaticString) throws(CursorOnTargetRefusal) -> Instant? {
    guard let text = try xml.attribute(name) else { return nil }
    guard let moment = Instant.parse(text) else { throw .badValue }
    return moment
  }

  /// A number that is finite and written in digits.
  private static func number(_ xml: XMLReader, _ name: StaticString) throws(CursorOnTargetRefusal) -> Double? {
    guard let text = try xml.attribute(name) else { return nil }
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { throw .badValue }
    return value
  }

  private static func known(_ xml: XMLReader, _ name: StaticString) throws(CursorOnTargetRefusal) -> Double? {
    guard let value = try number(xml, name), value.magnitude < unknownNumber else { return nil }
    return value
  }
}

extension XMLReader {
  /// Reads over the rest of the element that was just begun.
  mutating func skipElement() throws(CursorOnTargetRefusal) {
    let depth = depth
    while self.depth >= depth {
      if case .finished = try next() { return }
    }
  }

  /// The text within the element that was just begun, without that of elements within it.
  mutating func readText() throws(CursorOnTargetRefusal) -> String {
    let depth = depth
    var text = ""
    while self.depth >= depth {
      if case .text(let range, let isLiteral) = try next(), self.depth == depth {
        text += try self.text(range, isLiteral: isLiteral)
      }
    }
    return text
  }
}
