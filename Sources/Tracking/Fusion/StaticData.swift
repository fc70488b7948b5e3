public import Geodesy

/// A value and the moment of the report that it comes from.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// The moment of the report.
  public var at: Instant
}

/// What a craft says of itself, each field with the moment of the newest report that held it.
///
/// The fields lie behind one reference, since they change seldom and a track is copied often.
public struct StaticData: Sendable {
  private var fields: Fields?

  /// Nothing known yet.
  public init() {
    fields = nil
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { fields == nil }

  /// The craft's name.
  public var name: Dated<String>? { fields?.values.name }
  /// The radio call sign.
  public var callSign: Dated<String>? { fields?.values.callSign }
  /// The IMO ship identification number.
  public var imo: Dated<UInt32>? { fields?.values.imo }
  /// Type of ship and cargo.
  public var shipType: Dated<Int>? { fields?.values.shipType }
  /// Length over all in metres.
  public var lengthMetres: Dated<Double>? { fields?.values.lengthMetres }
  /// Beam in metres.
  public var beamMetres: Dated<Double>? { fields?.values.beamMetres }
  /// Metres from the position reference point to the bow.
  public var toBowMetres: Dated<Int>? { fields?.values.toBowMetres }
  /// Metres from the position reference point to the stern.
  public var toSternMetres: Dated<Int>? { fields?.values.toSternMetres }
  /// Metres from the position reference point to the port side.
  public var toPortMetres: Dated<Int>? { fields?.values.toPortMetres }
  /// Metres from the position reference point to the starboard side.
  public var toStarboardMetres: Dated<Int>? { fields?.values.toStarboardMetres }
  /// Greatest present draught in metres.
  public var draughtMetres: Dated<Double>? { fields?.values.draughtMetres }
  /// Destination as the crew entered it.
  public var destination: Dated<String>? { fields?.values.destination }
  /// Estimated time of arrival as sent.
  public var eta: Dated<String>? { fields?.values.eta }

  /// Takes over what a report holds, field by field, where it is newer than what is known; an absent or empty field
  /// takes nothing away.
  ///
  /// - Returns: whether a value is now another than before.
  public mutating func merge(_ report: StaticReport) -> Bool {
    let before = fields
    var after = FieldValues(before)
    let at = report.at
    var changed = take(report.name.nonEmpty, at, &after.name)
    changed = take(report.callSign.nonEmpty, at, &after.callSign) || changed
    changed = take(report.imo, at, &after.imo) || changed
    changed = take(report.shipType, at, &after.shipType) || changed
    changed = take(report.lengthMetres, at, &after.lengthMetres) || changed
    changed = take(report.beamMetres, at, &after.beamMetres) || changed
    changed = take(report.toBowMetres, at, &after.toBowMetres) || changed
    changed = take(report.toSternMetres, at, &after.toSternMetres) || changed
    changed = take(report.toPortMetres, at, &after.toPortMetres) || changed
    changed = take(report.toStarboardMetres, at, &after.toStarboardMetres) || changed
    changed = take(report.draughtMetres, at, &after.draughtMetres) || changed
    changed = take(report.destination.nonEmpty, at, &after.destination) || changed
    changed = take(report.eta.nonEmpty, at, &after.eta) || changed
    fields = Fields(after)
    return changed
  }
}

/// Takes a value when it is newer than the one known; whether the value changed.
private func take<Value: Hashable & Sendable>(_ value: Value?, _ at: Instant, _ field: inout Dated<Value>?) -> Bool {
  guard let value else { return false }
  guard let known = field else {
    field = Dated(value: value, at: at)
    return true
  }
  guard at >= known.at else { return false }
  field = Dated(value: value, at: at)
  return value != known.value
}

extension Optional where Wrapped == String {
  fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
