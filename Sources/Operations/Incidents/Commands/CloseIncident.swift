import Geodesy
import Ledger
import Marking
import Rescue

/// Closes a boat: an act of a person, never of a clock, a likeness or a probability.
///
/// The sum must hold and nothing may stand unexplained. Where it does not, a senior officer closes in their own name with a
/// written reason, and only with every conflict on the screen: a command that names fewer than there are is refused.
package struct CloseIncident: RescueRule, Sendable, Hashable {
  static let act = Act.close

  package var incident: String
  package var reason: String
  /// The conflicts that stood on the officer's screen, by key.
  package var seen: Set<String>
  /// Whether a senior officer closes it against what does not fit.
  package var overrides: Bool

  package init(_ incident: String, reason: String, seen: Set<String> = [], overrides: Bool = false) {
    self.incident = incident
    self.reason = reason
    self.seen = seen
    self.overrides = overrides
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    guard let boat = book.boat(of: incident) else {
      throw OperationsError(.notFound, "There is no such incident.")
    }
    guard boat.isOpen else { throw OperationsError(.conflict, "The boat is closed already.") }
    let reason = try ground.needed(reason, "Say in words why the boat is closed.")
    let conflicts = boat.openMatters.map(\.key)
    if !conflicts.isEmpty || !boat.reckoning.isSettled {
      guard overrides else {
        throw OperationsError(
          .conflict, "Not everyone is accounted for, or something is unexplained: a senior officer decides.",
          reasons: conflicts)
      }
      let officer = ground.acting.viewer
      let object = try object(ground)
      guard decide(officer, .override, object, for: ground.acting.purpose).isPermitted else {
        throw OperationsError(.refused, "Only a senior officer closes a boat whose reckoning does not hold.")
      }
      guard Set(conflicts).isSubset(of: seen) else {
        throw OperationsError(
          .conflict, "Something has changed since the page was shown; look again.", reasons: conflicts)
      }
    }
    let fact = IncidentClosed(
      incident: boat.id, overrides: overrides && !conflicts.isEmpty, conflicts: conflicts,
      contacts: boat.contacts.map(\.id), accounted: boat.reckoning.accounted)
    return [try ground.draft(fact, text: reason)]
  }
}

/// Opens a boat again.
package struct ReopenIncident: RescueRule, Sendable, Hashable {
  package var incident: String
  package var reason: String

  package init(_ incident: String, reason: String) {
    self.incident = incident
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    guard let boat = book.boat(of: incident), !boat.isOpen else {
      throw OperationsError(.conflict, "The boat is open.")
    }
    let reason = try ground.needed(reason, "Say in words why it is opened again.")
    return try boat.incidents.filter { $0.closure != nil }.map {
      try ground.draft(IncidentReopened(incident: $0.id), text: reason)
    }
  }
}
