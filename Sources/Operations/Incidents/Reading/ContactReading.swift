import Foundation
package import Geodesy

/// A contact report as it was typed, pasted or written in a row of a file, read: what can be understood becomes values, and
/// everything stays as it was written.
package struct ContactReading: Sendable {
  package let statement: ContactStatement
  package let words: ContactWords
  /// When it came in, as far as it says so.
  package let received: Instant?

  /// Where positions are expected when nothing is known: the waters between two shores.
  package static let usualArea = BoundingBox(south: 49, west: -2, north: 53, east: 5)
  /// Reads fields by their names.
  ///
  /// - Parameters:
  ///   - now: the moment of reading, for times such as `02:10` and `10 min`.
  ///   - context: the waters, shores and places by which positions are understood.
  ///   - usual: the road by which a report came that does not say.
  ///   - rest: more that was written, which no field is there for.
  ///   - field: what stands in a field; nil when nothing does.
  package init(
    now: Instant, context: PositionContext, usual: ContactStatement.Channel = .call, rest: [String] = [],
    _ field: @escaping (String) -> String?
  ) {
    var reader = FieldReader(rest: rest, field: field)
    let received = reader.keep("received") { Typed.moment($0, now: now) }
    self.received = received
    var statement = ContactStatement(
      reader.keep("channel") { ContactStatement.Channel(rawValue: $0) } ?? usual)
    statement.place = Self.place(&reader, received ?? now, now, context)
    reader.readPeople(into: &statement)
    statement.takingWater = reader.keep("takingWater", Typed.answer)
    statement.engine = reader.keep("engine", Typed.engine)
    statement.colour = field("colour")
    statement.craft = field("craft")
    statement.departure = field("departure")
    statement.reference = field("reference")
    statement.track = reader.keep("track") { LogText.isTrackIdentifier($0) ? $0 : nil }
    statement.nextCall = reader.keep("nextCall") { Typed.moment($0, now: now, isAhead: true) }
    statement.bearing = reader.keep("bearing") { Self.bearing($0, context) }
    self.statement = statement
    let typed = [field("latitude"), field("longitude")].compactMap { $0 }
    let text = ([field("text")].compactMap { $0 } + reader.rest).joined(separator: "\n")
    words = ContactWords(
      phone: field("phone"), name: field("name"), language: field("language"), text: text.isEmpty ? nil : text,
      position: field("position") ?? (typed.isEmpty ? nil : typed.joined(separator: " ")), sees: field("sees"))
  }

  /// The plainest place that the fields mean; nil when they mean none.
  private static func place(
    _ reader: inout FieldReader, _ received: Instant, _ now: Instant, _ context: PositionContext
  ) -> ContactStatement.Place? {
    let at = reader.keep("positionAt") { Typed.moment($0, now: now) }
    let accuracy = reader.keep("accuracy") { Typed.number($0, in: 1...1_000_000) }.map(Double.init)
    guard let text = reader.positionText else { return nil }
    // What means no place stays in the field as typed.
    guard let best = PositionText.read(text, in: context).candidates.first else { return nil }
    var doubts = best.doubts.map(\.rawValue).sorted()
    if PlaceDoubt.isOld(at, received: received) { doubts.append(PlaceDoubt.old) }
    return ContactStatement.Place(
      latitude: best.position.latitudeDegrees, longitude: best.position.longitudeDegrees,
      accuracyMetres: accuracy ?? (best.uncertaintyMetres > 0 ? best.uncertaintyMetres : nil), at: at,
      doubts: doubts.isEmpty ? nil : doubts)
  }

  /// A bearing as a line from a place: `234 from Dover` needs the place to be known, `234 from 51 07.6N 001 20.6E` nothing.
  private static func bearing(_ text: String, _ context: PositionContext) -> ContactStatement.Bearing? {
    for separator in [" from ", " de ", " depuis ", "@", " FROM "] {
      guard let range = text.range(of: separator) else { continue }
      let head = text[..<range.lowerBound].filter { $0.isNumber || $0 == "." || $0 == "," }
      guard let degrees = Double(head.replacing(",", with: ".")), (0...360).contains(degrees) else { continue }
      let place = String(text[range.upperBound...])
      let known = context.places.first { named in
        ([named.name] + named.otherNames).contains { $0.lowercased() == place.lowercased() }
      }
      guard let position = known?.position ?? PositionText.read(place, in: context).candidates.first?.position
      else { continue }
      return ContactStatement.Bearing(
        latitude: position.latitudeDegrees, longitude: position.longitudeDegrees, degrees: degrees)
    }
    return nil
  }
}

/// What makes a place doubtful besides what its text says.
package enum PlaceDoubt {
  /// It was old already when it was told.
  package static let old = "old"

  /// Whether a position was old when it was told: a boat may be miles from it.
  package static func isOld(_ at: Instant?, received: Instant) -> Bool {
    at.map { received.seconds(since: $0) > oldSeconds } ?? false
  }

  /// How old a position may be, in seconds, before it is said.
  static let oldSeconds = 1_200.0

  /// What to ask next, by code: what the text leaves open, and when a position was taken that is old, on land, or the middle
  /// of a map.
  package static func questions(_ reading: PositionReading, isOld: Bool) -> [String] {
    let asked = reading.questions.map(\.code)
    let isOnLand = reading.candidates.first?.doubts.contains(.onLand) ?? false
    let whenTaken = PositionQuestion.whenTaken.code
    return (isOld || isOnLand) && !asked.contains(whenTaken) ? asked + [whenTaken] : asked
  }
}

/// Reads fields one after the other, and keeps in words what is not understood.
private struct FieldReader {
  /// What was not understood, with the field's name before it.
  var rest: [String]
  let field: (String) -> String?

  /// The value of a field; what cannot be read goes to the words.
  mutating func keep<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
    guard let text = field(name) else { return nil }
    guard let value = read(text) else {
      rest.append("\(name): \(text)")
      return nil
    }
    return value
  }

  /// The position as one text, wherever it stands.
  var positionText: String? {
    if let text = field("position") { return text }
    guard let latitude = field("latitude"), let longitude = field("longitude") else { return nil }
    return "lat \(latitude) lon \(longitude)"
  }

  mutating func readPeople(into statement: inout ContactStatement) {
    let crowd = 0...ContactStatement.mostPeople
    let people = keep("people") { Typed.people($0) }
    statement.least = keep("least") { Typed.number($0, in: crowd) } ?? people?.lowerBound
    statement.most = keep("most") { Typed.number($0, in: crowd) } ?? people?.upperBound
    statement.children = keep("children") { Typed.number($0, in: crowd) }
    statement.inWater = keep("inWater") { Typed.number($0, in: crowd) }
    statement.injured = keep("injured") { Typed.number($0, in: crowd) }
    statement.batteryPercent = keep("battery") { Typed.number($0, in: 0...100) }
  }
}
