import Geodesy
import Ledger

/// An alert was raised, by the desk itself.
struct AlertRaised: Fact {
  static let kind = "alert.raised"
  var alert: String
  var about: String
  var severity: Alert.Severity
  var tracks: [String]
  var latitude: Double?
  var longitude: Double?
  var began: Instant
  var evidence: [Alert.Evidence]
  var rule: Alert.Rule?
  var exercise: Bool

  var aggregate: String { AlertView.aggregate(alert) }
  var subjects: [String] { [aggregate] + tracks.map { "track:\($0)" } }
}

/// What speaks for an alert has changed, or it no longer holds.
struct AlertChanged: Fact {
  static let kind = "alert.changed"
  var alert: String
  var latitude: Double?
  var longitude: Double?
  var evidence: [Alert.Evidence]
  /// A device took its call back, or what a rule describes is over.
  var ended: Instant?
  var tracks: [String]

  var aggregate: String { AlertView.aggregate(alert) }
  var subjects: [String] { [aggregate] + tracks.map { "track:\($0)" } }
}

/// Somebody dealt with an alert.
struct AlertTaken: Fact {
  static let kind = "alert.taken"
  var alert: String
  var stage: Alert.Stage
  var handedTo: String?

  var aggregate: String { AlertView.aggregate(alert) }
}
