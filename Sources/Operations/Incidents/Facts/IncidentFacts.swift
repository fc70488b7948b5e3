import Geodesy
import Ledger
import Rescue

/// How grave an incident is held to be (IAMSAR Manual, volume II, chapter 3).
package enum EmergencyPhase: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case uncertainty, alert, distress

  package static func < (first: EmergencyPhase, second: EmergencyPhase) -> Bool {
    allCases.firstIndex(of: first) ?? 0 < allCases.firstIndex(of: second) ?? 0
  }
}

/// A fact about one incident.
protocol IncidentFact: Fact {
  var incident: String { get }
}

extension IncidentFact {
  var aggregate: String { RescueNames.incident(incident) }
}

/// An incident was opened for a boat.
struct IncidentOpened: IncidentFact, Hashable {
  static let kind = "rescue.opened"
  var incident: String
  var phase: EmergencyPhase
  /// The centre that coordinates it.
  var centre: String
  var exercise: Bool
}

struct PhaseDeclared: IncidentFact, Hashable {
  static let kind = "rescue.phase"
  var incident: String
  var phase: EmergencyPhase
}

/// Somebody wrote in the log of an incident.
struct IncidentNoted: IncidentFact, Hashable {
  static let kind = "rescue.noted"
  var incident: String
}

/// People of the boat were found.
struct PeopleCounted: IncidentFact, Hashable {
  static let kind = "rescue.counted"
  var incident: String
  var record: String
  var fate: Fate
  var people: Int
  var children: Int?
  var at: Instant
  /// What took them up, or from where they were handed over.
  var asset: String?
  /// Where they are now.
  var place: String?
  var latitude: Double?
  var longitude: Double?
}

/// A count was wrong; it stays in the log and counts no longer.
struct CountWithdrawn: IncidentFact, Hashable {
  static let kind = "rescue.withdrawn"
  var incident: String
  var record: String
}

/// An officer holds two incidents to be about one boat, or no longer does.
struct IncidentsJoined: IncidentFact, Hashable {
  static let kind = "rescue.joined"
  var incident: String
  var other: String
  var holds: Bool
  var subjects: [String] { [aggregate, RescueNames.incident(other)] }
}

struct IncidentClosed: IncidentFact, Hashable {
  static let kind = "rescue.closed"
  var incident: String
  /// Whether a senior officer closed it against what did not fit.
  var overrides: Bool
  /// What did not fit and stood on the screen, by the keys of the conflicts.
  var conflicts: [String]
  /// The reports that were known; one that was not opens the boat again.
  var contacts: [String]
  /// How many people were accounted for; another number opens the boat again.
  var accounted: Int
}

struct IncidentReopened: IncidentFact, Hashable {
  static let kind = "rescue.reopened"
  var incident: String
}

/// The coordination of an incident goes to another centre: not before that has accepted.
struct TransferMoved: IncidentFact, Hashable {
  static let kind = "rescue.transfer"
  var incident: String
  var step: MoveTransfer.Step
  /// The centre that is to take it.
  var to: String
}

/// Somebody outside was told of the incident.
struct Informed: IncidentFact, Hashable {
  static let kind = "rescue.informed"
  var incident: String
  var whom: String
  var means: String?
}

/// A situation report was sent.
struct SituationReported: IncidentFact, Hashable {
  static let kind = "rescue.situation"
  var incident: String
  var number: Int
  var to: String
}

/// A track is held to be the boat, or no longer.
struct IncidentTracked: IncidentFact, Hashable {
  static let kind = "rescue.tracked"
  var incident: String
  var track: String
  var holds: Bool
  var subjects: [String] { [aggregate, "track:\(track)"] }
}
