import Operations

/// The boat that somebody chose for a report: one that is known, a new one, or none.
struct BoatChoice {
  /// What stands in a form and in a request for a new boat.
  static let new = "new"

  let incident: String?
  /// The phase of the incident that is opened for a new boat: whoever calls from the sea is in danger until that is known better.
  let opens: EmergencyPhase?

  init(_ chosen: String?) {
    incident = chosen == Self.new ? nil : chosen
    opens = chosen == Self.new ? .distress : nil
  }
}
