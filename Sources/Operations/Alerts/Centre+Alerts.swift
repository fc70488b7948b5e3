package import Geodesy
import Ledger
import Marking

extension Centre {
  /// Alerts in one answer at most.
  package static let mostAlerts = 500

  /// Deals with an alert.
  /// - Returns: the alert as it stands now.
  package func take(_ command: TakeAlert, as acting: Acting, key: String? = nil) async throws -> Alert {
    _ = try await perform(command, as: acting, key: key)
    guard let alert = try await ledger.read({ db in try Alert.read(command.alert, in: db) }) else {
      throw OperationsError(.notFound, "There is no such alert.")
    }
    return alert
  }

  /// The alerts as known, for whoever may see the picture.
  package func alerts(
    open: Bool, limit: Int = Centre.mostAlerts, _ asKnown: AsKnown = .now, as acting: Acting
  ) async throws -> [Alert] {
    try await permit(.see, .picture, as: acting)
    return try await ledger.read { db in
      try Alert.all(open: open, limit: min(limit, Self.mostAlerts), asKnown, in: db)
    }
  }

  /// The alerts that the entries between two sequences changed: for the live stream, which shows them to all on watch.
  package func alerts(from first: Int64, to last: Int64) async throws -> [Alert] {
    try await ledger.read { db in try Alert.changed(from: first, to: last, in: db) }
  }

  /// The alerts that nobody has resolved, for the desk itself.
  package func openAlerts() async throws -> [Alert] {
    try await ledger.read { db in try Alert.all(open: true, limit: Self.mostAlerts, .now, in: db) }
  }

  /// Raises an alert, under no person's name.
  package func raise(_ alert: NewAlert) async throws {
    let fact = AlertRaised(
      alert: alert.id, about: alert.kind, severity: alert.severity, tracks: alert.tracks,
      latitude: alert.position?.latitudeDegrees, longitude: alert.position?.longitudeDegrees, began: alert.began,
      evidence: alert.evidence, rule: alert.rule, exercise: alert.exercise)
    try await recordAsMachine(
      fact, key: "alert-\(alert.id)", priority: alert.priority, exercise: alert.exercise,
      sealed: alert.words.map { [LogText.part($0, about: Array(fact.subjects.dropFirst()))] } ?? [])
  }

  /// Notes that what speaks for an alert has changed, or that it no longer holds.
  package func change(_ alert: NewAlert, ended: Instant?) async throws {
    let fact = AlertChanged(
      alert: alert.id, latitude: alert.position?.latitudeDegrees, longitude: alert.position?.longitudeDegrees,
      evidence: alert.evidence, ended: ended, tracks: alert.tracks)
    try await recordAsMachine(
      fact, priority: alert.priority, exercise: alert.exercise,
      sealed: alert.words.map { [LogText.part($0, about: Array(fact.subjects.dropFirst()))] } ?? [])
  }
}

/// An alert as the desk raises it.
package struct NewAlert: Sendable, Hashable {
  package var id: String
  package var kind: String
  package var severity: Alert.Severity
  package var tracks: [String]
  package var position: Position?
  package var began: Instant
  package var evidence: [Alert.Evidence]
  package var words: String?
  package var rule: Alert.Rule?
  package var exercise: Bool

  package init(
    id: String, kind: String, severity: Alert.Severity, tracks: [String], position: Position?, began: Instant,
    evidence: [Alert.Evidence] = [], words: String?, rule: Alert.Rule? = nil, exercise: Bool
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.tracks = tracks
    self.position = position
    self.began = began
    self.evidence = evidence
    self.words = words
    self.rule = rule
    self.exercise = exercise
  }

  var priority: EntryPriority { severity == .distress ? .distress : .ordinary }
}
