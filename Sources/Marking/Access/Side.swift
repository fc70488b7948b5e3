/// A side of the wall between rescue and law enforcement, or a place beside it.
///
/// What people in distress say to be rescued serves rescue and does not flow into intelligence.
public enum Side: String, CaseIterable, Codable, Sendable {
  /// Saving life at sea, under general data-protection law.
  case rescue
  /// Policing, under the law-enforcement part of data-protection law.
  case lawEnforcement
  /// Running the centre: accounts, feeds, the ledger as a machine.
  case administration
  /// Holding the others to account.
  case oversight
  /// Gathered for both sides of the wall alike, such as broadcasts; no purpose has this side.
  case shared
}
