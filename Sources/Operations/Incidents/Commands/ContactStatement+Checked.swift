import Foundation
import Geodesy
import Ledger

extension ContactStatement {
  /// More people than any boat carries; a greater number is a slip of the keyboard.
  package static let mostPeople = 2_000

  /// The statement as it can be kept: lines within their limits, numbers that a boat can have.
  ///
  /// What makes no sense as a number is refused with words, since the text as typed is kept beside it in any case.
  func checked(_ ground: Ground) throws -> ContactStatement {
    var checked = self
    for (value, what) in [
      (least, "people"), (most, "people"), (children, "children"), (inWater, "people in the water"),
      (injured, "injured"),
    ] {
      guard let value else { continue }
      guard (0...Self.mostPeople).contains(value) else {
        throw OperationsError(.invalid, "The number of \(what) lies between 0 and \(Self.mostPeople).")
      }
    }
    if let battery = batteryPercent, !(0...100).contains(battery) {
      throw OperationsError(.invalid, "A battery has between 0 and 100 per cent.")
    }
    if let place { checked.place = try place.checked(ground) }
    if let bearing {
      guard Position(latitudeDegrees: bearing.latitude, longitudeDegrees: bearing.longitude) != nil,
        bearing.degrees.isFinite
      else { throw OperationsError(.invalid, "A bearing has a place and degrees.") }
      checked.bearing?.degrees = Units.bearing(degrees: bearing.degrees)
    }
    checked.colour = try ground.line(colour, "The colour")
    checked.craft = try ground.line(craft, "What the craft looks like")
    checked.departure = try ground.line(departure, "The place of departure")
    checked.reference = try ground.line(reference, "The reference")
    if let track, !LogText.isTrackIdentifier(track) { throw OperationsError(.invalid, "A track is named like S17.") }
    return checked
  }
}

extension ContactStatement.Place {
  func checked(_ ground: Ground) throws -> ContactStatement.Place {
    guard position != nil else { throw OperationsError(.invalid, "There is no such position.") }
    var checked = self
    checked.at = try ground.checkedTime(at, "the craft was there")
    checked.accuracyMetres = accuracyMetres.flatMap { $0.isFinite && $0 > 0 ? min($0, 1_000_000) : nil }
    return checked
  }
}

extension ContactWords {
  /// The part of the payload with what is personal, sealed for the report; none when nothing is.
  func parts(_ subject: String, _ ground: Ground) throws -> [PayloadPart] {
    guard !isEmpty else { return [] }
    for text in [phone, name, language, text, position, sees] {
      if let text, text.utf8.count > ground.limits.logTextBytes {
        throw OperationsError(.limit, "A report has at most \(ground.limits.logTextBytes) bytes a field; split it.")
      }
    }
    return [
      PayloadPart(name: PartName.caller, subjects: [subject], bytes: [UInt8](try JSONEncoder.sorted.encode(self)))
    ]
  }
}

extension Ground {
  /// A time that somebody named, unless it lies further ahead than any clock goes wrong.
  func checkedTime(_ time: Instant?, _ what: String) throws -> Instant? {
    guard let time, time > now.adding(milliseconds: limits.logAheadMilliseconds) else { return time }
    throw OperationsError(.invalid, "The time at which \(what) lies too far ahead.")
  }
}
