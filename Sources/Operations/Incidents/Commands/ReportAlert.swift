import Foundation
import Geodesy
import Ledger

/// Makes a contact report of an alert: of a device's call by itself, of a rule's finding when somebody on watch asks for it.
///
/// Of one alert there is one report. A device that says where it is only later puts its report right.
package struct ReportAlert: RescueRule, Sendable, Hashable {
  /// The alert's name.
  package var alert: String

  package init(_ alert: String) { self.alert = alert }

  /// How the sources of such reports begin.
  package static let sourcePrefix = "alert:"

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    guard let alert = try Alert.read(alert, in: ground.views) else {
      throw OperationsError(.notFound, "There is no such alert.")
    }
    guard alert.severity != .test else {
      throw OperationsError(.conflict, "A device that is being tested reports nobody in danger.")
    }
    let source = Self.sourcePrefix + alert.id
    guard let known = book.bySource[source].flatMap({ book.contacts[$0] }) else {
      let report = TakeContact(
        statement(of: alert, now: ground.now), words: ContactWords(text: Self.words(of: alert)), source: source)
      return try report.entries(ground, book)
    }
    guard known.statement.place == nil, alert.position != nil else { return [] }
    var statement = known.statement
    statement.place = place(of: alert, now: ground.now)
    return try CorrectContact(known.id, statement, words: known.words ?? ContactWords()).entries(ground, book)
  }

  private func statement(of alert: Alert, now: Instant) -> ContactStatement {
    var statement = ContactStatement(alert.kind.hasPrefix(Alert.distressPrefix) ? .device : .sensor)
    statement.place = place(of: alert, now: now)
    statement.track = alert.tracks.first { LogText.isTrackIdentifier($0) }
    return statement
  }

  private func place(of alert: Alert, now: Instant) -> ContactStatement.Place? {
    alert.position.map {
      // A device's own clock may be ahead; nothing was seen later than now.
      ContactStatement.Place(
        latitude: $0.latitudeDegrees, longitude: $0.longitudeDegrees, at: min(alert.began, now))
    }
  }

  /// What the alert says: the device's words, or the numbers that speak for it.
  private static func words(of alert: Alert) -> String {
    let evidence = alert.evidence.map { "\($0.name) \(String(format: "%.4g", $0.value)) \($0.unit)" }
    let rule = alert.rule.map { [$0.en] } ?? []
    return ([alert.kind, alert.words].compactMap { $0 } + evidence + rule).joined(separator: "; ")
  }
}

extension Centre {
  /// Makes a report of a device's call, under no person's name; again for a call that says more.
  package func reportAsMachine(_ alert: String) async throws {
    _ = try await append(as: itself, priority: .distress) { ground in try ReportAlert(alert).entries(ground) }
  }
}
