import Geodesy
import Ledger

/// A contact report was taken down.
struct ContactReported: Fact, Hashable {
  static let kind = "rescue.reported"
  var contact: String
  var statement: ContactStatement
  var received: Instant
  /// The incident that it is tied to from the start.
  var incident: String?
  /// Whether a program handed it in; nil when a person took it down.
  var isFromMachine: Bool?
  /// What it was made of, such as an alert or a row of a file, of which only one report is made; nil for one that was spoken.
  var source: String?

  var aggregate: String { RescueNames.contact(contact) }
  var subjects: [String] { [aggregate] + (incident.map { [RescueNames.incident($0)] } ?? []) }
}

/// What a contact report says was put right; what was written first stands beside it.
struct ContactCorrected: Fact, Hashable {
  static let kind = "rescue.corrected"
  var contact: String
  var statement: ContactStatement

  var aggregate: String { RescueNames.contact(contact) }
}

/// An officer holds a report to be about the boat of an incident, or about none that is known.
struct ContactTied: Fact, Hashable {
  static let kind = "rescue.tied"
  var contact: String
  var incident: String?

  var aggregate: String { RescueNames.contact(contact) }
  var subjects: [String] { [aggregate] + (incident.map { [RescueNames.incident($0)] } ?? []) }
}

/// An officer has said why a report may differ from what was counted, or has taken that back.
struct ContactExplained: Fact, Hashable {
  static let kind = "rescue.explained"
  var contact: String
  var holds: Bool

  var aggregate: String { RescueNames.contact(contact) }
}

/// Somebody tried to call those of a report back, or they called again as promised.
struct ContactCalled: Fact, Hashable {
  static let kind = "rescue.called"
  enum Outcome: String, Codable, Sendable, CaseIterable {
    case answered, noAnswer, switchedOff, messageSent
  }
  var contact: String
  var outcome: Outcome
  /// When the next call is promised; nil for none.
  var next: Instant?

  var aggregate: String { RescueNames.contact(contact) }
}

/// How the things of rescue are named as aggregates and subjects.
enum RescueNames {
  static func contact(_ id: String) -> String { "contact:\(id)" }
  static func incident(_ id: String) -> String { "incident:\(id)" }
  static func asset(_ id: String) -> String { "asset:\(id)" }
  static let watch = "watch"
  /// How the kinds of entries begin that two centres share.
  static let kindPrefix = "rescue."
}

extension PartName {
  /// What is personal of a contact report.
  static let caller = "caller"
}
