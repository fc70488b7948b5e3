import Ledger

/// Somebody on watch said that they have what an alarm of rescue is about.
///
/// It stays at the centre: who has looked at what is no other centre's matter.
struct AlarmsHeard: Fact, Hashable {
  static let kind = "alarm.heard"
  /// The alarms by their keys.
  var alarms: [String]
  var aggregate: String { RescueNames.watch }
}
