package import Geodesy
package import Tracking

/// What is to be written about an alert.
package enum AlertStep: Sendable, Hashable {
  case raise(NewAlert)
  /// What speaks for it has changed, or it is over since a moment.
  case change(NewAlert, ended: Instant?)

  /// What a watch of behaviour says, with its rule in words; nil for what changes nothing that people need.
  package init(_ alert: BehaviourAlert, rule: BehaviourRule?) {
    let severity: Alert.Severity = alert.severity == .notice ? .notice : .urgent
    let new = NewAlert(
      id: Self.name(alert.id), kind: "behaviour.\(alert.kind.rawValue)", severity: severity,
      tracks: alert.craft.map(\.text), position: alert.position, began: alert.since,
      evidence: alert.evidence.map {
        Alert.Evidence(name: $0.name.rawValue, value: $0.value, unit: $0.unit.rawValue)
      },
      words: nil, rule: rule.map { Alert.Rule(id: $0.id, en: $0.words(.english), fr: $0.words(.french)) },
      exercise: alert.exercise)
    switch alert.change {
    case .begin: self = .raise(new)
    case .update: self = .change(new, ended: nil)
    case .end: self = .change(new, ended: alert.at)
    }
  }

  /// What the layer of coverage says.
  package init(_ alert: CoverageAlert, exercise: Bool) {
    let place = alert.sensor.map { "-\($0)" } ?? ""
    let new = NewAlert(
      id: Self.name("coverage.\(alert.kind.rawValue)\(place)-\(alert.since.millisecondsSince1970 / 1000)"),
      kind: alert.isWeather ? "coverage.weather" : "coverage.\(alert.kind.rawValue)", severity: .urgent, tracks: [],
      position: nil, began: alert.since,
      evidence: [
        Alert.Evidence(name: "unwatched", value: alert.shareUnwatched, unit: "share"),
        Alert.Evidence(name: "seen", value: alert.shareSeen, unit: "share"),
      ],
      words: alert.sensor, exercise: exercise)
    self = alert.isBegin ? .raise(new) : .change(new, ended: alert.at)
  }

  /// A name in which every sign can stand in an address.
  fileprivate static func name(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" }.prefix(100))
  }

  /// The alert that it is about.
  package var alert: NewAlert {
    switch self {
    case .raise(let alert), .change(let alert, _): alert
    }
  }
}

extension NewAlert {
  /// A sensor that is ill.
  package init(_ trouble: SensorTrouble, exercise: Bool) {
    self.init(
      id: AlertStep.name(
        "sensor-\(trouble.sensor)-\(trouble.reason.rawValue)-\(trouble.since.millisecondsSince1970 / 1000)"),
      kind: "sensor.\(trouble.reason.rawValue)", severity: .urgent, tracks: [], position: nil, began: trouble.since,
      words: trouble.sensor, exercise: exercise)
  }
}
