import Foundation
import Geodesy
import Operations

/// The form of a contact report, read: what can be understood becomes values, and everything stays as typed.
struct ContactForm {
  let statement: ContactStatement
  let words: ContactWords

  /// Where positions are expected when nothing is known: the waters between two shores.
  static let usualArea = BoundingBox(south: 49, west: -2, north: 53, east: 5)

  init(_ form: FormFields, now: Instant, context: PositionContext) {
    var statement = ContactStatement(form["channel"].flatMap { ContactStatement.Channel(rawValue: $0) } ?? .call)
    // What was typed into a field and is not understood there goes to the words, with the field's name before it.
    var rest: [String] = []
    func keep<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
      guard let text = form[name] else { return nil }
      guard let value = read(text) else {
        rest.append("\(name): \(text)")
        return nil
      }
      return value
    }
    statement.place = keep("position") { Self.place($0, form, now, context) }
    let people = keep("people") { Typed.people($0) }
    (statement.least, statement.most) = (people?.lowerBound, people?.upperBound)
    let crowd = 0...ContactStatement.mostPeople
    statement.children = keep("children") { Typed.number($0, in: crowd) }
    statement.inWater = keep("inWater") { Typed.number($0, in: crowd) }
    statement.injured = keep("injured") { Typed.number($0, in: crowd) }
    statement.batteryPercent = keep("battery") { Typed.number($0, in: 0...100) }
    statement.takingWater = form["takingWater"].flatMap { ContactStatement.Answer(rawValue: $0) }
    statement.engine = form["engine"].flatMap { ContactStatement.Engine(rawValue: $0) }
    statement.colour = form["colour"]
    statement.craft = form["craft"]
    statement.departure = form["departure"]
    statement.reference = form["reference"]
    statement.track = form["track"].flatMap { $0.contains(where: \.isWhitespace) ? nil : $0 }
    statement.nextCall = keep("nextCall") { Typed.moment($0, now: now, isAhead: true) }
    statement.bearing = keep("bearing") { Self.bearing($0, context) }
    self.statement = statement
    let text = ([form["text"]].compactMap { $0 } + rest).joined(separator: "\n")
    words = ContactWords(
      phone: form["phone"], name: form["name"], language: form["language"], text: text.isEmpty ? nil : text,
      position: form["position"], sees: form["sees"])
  }

  /// The plainest position that a text may mean; nil when it means none.
  private static func place(
    _ text: String, _ form: FormFields, _ now: Instant, _ context: PositionContext
  ) -> ContactStatement.Place? {
    guard let best = PositionText.read(text, in: context).candidates.first else { return nil }
    let stated = Typed.number(form["accuracy"], in: 1...1_000_000).map(Double.init)
    return ContactStatement.Place(
      latitude: best.position.latitudeDegrees, longitude: best.position.longitudeDegrees,
      accuracyMetres: stated ?? (best.uncertaintyMetres > 0 ? best.uncertaintyMetres : nil),
      at: Typed.moment(form["positionAt"], now: now),
      doubts: best.doubts.isEmpty ? nil : best.doubts.map(\.rawValue).sorted())
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
