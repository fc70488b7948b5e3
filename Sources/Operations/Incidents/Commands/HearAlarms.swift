import Ledger
import Marking

/// Says that a person has what alarms of rescue are about; for them they sound no more.
package struct HearAlarms: RescueRule, Sendable, Hashable {
  /// The alarms by their keys.
  package var alarms: [String]

  package init(_ alarms: [String]) { self.alarms = alarms }

  /// Alarms in one command at most, and the longest key of one, in bytes.
  static let most = 200
  static let longestKeyBytes = 120

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    guard alarms.count <= Self.most, alarms.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Self.longestKeyBytes }) else {
      throw OperationsError(.invalid, "At most \(Self.most) alarms by their keys.")
    }
    guard alarms.allSatisfy({ $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }) else {
      throw OperationsError(.invalid, "An alarm is named as the desk names it.")
    }
    let origin = try LedgerOfViews.origin(in: ground.views)
    let person = RescueBook.Listener(ledger: origin, person: ground.acting.viewer.name)
    let fresh = Set(alarms).filter { book.heard[$0]?.contains(person) != true }.sorted()
    return fresh.isEmpty ? [] : [try ground.draft(AlarmsHeard(alarms: fresh))]
  }
}
