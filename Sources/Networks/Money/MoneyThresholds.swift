/// From where on a pattern of money is named, as data that an investigation sets.
///
/// The defaults are starting points and no law; each wants a look at what is usual among the accounts at hand.
public struct MoneyThresholds: Codable, Hashable, Sendable {
  /// Different payers into one account within the window.
  public var fanInPayers = 8
  /// Different payees out of one account within the window.
  public var fanOutPayees = 8
  /// The window of fan-in and fan-out, in days.
  public var fanDays = 7.0
  /// The share of what comes in that goes out again, for a rapid pass-through.
  public var passThroughShare = 0.85
  /// Within how many hours it goes out.
  public var passThroughHours = 48.0
  /// The least that must come in, in the smallest unit, for a pass-through to be named.
  public var passThroughLeastAmount: Int64 = 100_000
  /// The amount from which on somebody must report, in the smallest unit.
  public var reportingAmount: Int64 = 1_000_000
  /// How near below it a payment lies that seems cut to fit, as a share of it.
  public var structuringShare = 0.7
  /// Such payments from one holder within the window.
  public var structuringPayments = 3
  /// The window of structuring, in days.
  public var structuringDays = 10.0

  /// The defaults.
  public init() {}

  /// What is wrong with them, in words, or nil.
  public var fault: String? {
    let counts = [fanInPayers, fanOutPayees, structuringPayments]
    let spans = [fanDays, passThroughHours, structuringDays]
    if counts.contains(where: { $0 < 2 }) { return "a pattern needs at least two payments" }
    if spans.contains(where: { !($0 > 0 && $0 <= 36_600) }) { return "a window is not between 0 and 36600" }
    if ![passThroughShare, structuringShare].allSatisfy({ $0 > 0 && $0 <= 1 }) {
      return "a share is not between 0 and 1"
    }
    return reportingAmount > 0 && passThroughLeastAmount >= 0 ? nil : "an amount is below 0"
  }
}
