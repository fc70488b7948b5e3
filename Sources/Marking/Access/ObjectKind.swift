/// The kinds of object that access is decided on.
public enum ObjectKind: String, CaseIterable, Codable, Sendable {
  /// Tracks and what sensors report, live and past.
  case picture
  /// The watch log.
  case log
  /// Incidents at sea, with their contact reports, tasks and reckonings.
  case incident
  /// Intelligence reports.
  case report
  /// Entities and links.
  case entity
  /// Investigations.
  case investigation
  /// Case files and disclosure schedules.
  case caseFile
  /// Referrals of adverts to platforms.
  case referral
  /// Series, forecasts and outlooks.
  case statistics
  /// The account of who did what.
  case record
  /// People, agencies, roles and tokens.
  case people
  /// One's own account.
  case account
  /// Feeds and their health.
  case feeds
  /// The ledger and archive as a machine: proofs, backups, exports.
  case ledger

  /// Whether it is about people in danger at sea, whom everyone on watch must know of.
  public var isIncidentAtSea: Bool { self == .incident }
}
