import Foundation
package import Geodesy
import Ledger

/// Takes down a contact report. Everything may be missing, and nothing but a text too long for any page keeps it from being saved.
package struct TakeContact: RescueRule, Sendable, Hashable {
  package var statement: ContactStatement
  package var words: ContactWords
  /// When it came in; nil for now.
  package var received: Instant?
  /// The incident that it is tied to from the start.
  package var incident: String?
  /// The phase of an incident that is opened with it; nil to open none.
  package var opens: EmergencyPhase?
  /// What it is made of; of one source there is one report, whoever hands it in and however often.
  package var source: String?

  package init(
    _ statement: ContactStatement, words: ContactWords = ContactWords(), received: Instant? = nil,
    incident: String? = nil, opens: EmergencyPhase? = nil, source: String? = nil
  ) {
    self.source = source
    self.statement = statement
    self.words = words
    self.received = received
    self.incident = incident
    self.opens = opens
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    if let source, book.bySource[source] != nil { return [] }
    let statement = try statement.checked(ground)
    let received = try ground.checkedTime(received, "the report came in") ?? ground.now
    let (incident, opening) = try book.boat(incident, opens: opens, ground)
    let fact = ContactReported(
      contact: try book.nextName("R", of: ContactReported.kind, ground), statement: statement, received: received,
      incident: incident, isFromMachine: isFromMachine(ground) ? true : nil, source: source)
    return opening + [try ground.draft(fact, about: received, parts: try words.parts(fact.aggregate, ground))]
  }

  /// Whether nobody has read it by handing it in: a program did, or somebody who handed in a whole file.
  private func isFromMachine(_ ground: Ground) -> Bool {
    ground.acting.means.isProgram || source?.hasPrefix(ContactImport.sourcePrefix) == true
  }
}

/// Puts right what a contact report says; what was written first stays beside it.
package struct CorrectContact: RescueRule, Sendable, Hashable {
  package var contact: String
  package var statement: ContactStatement
  package var words: ContactWords

  package init(_ contact: String, _ statement: ContactStatement, words: ContactWords) {
    self.contact = contact
    self.statement = statement
    self.words = words
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.contact(contact)
    let fact = ContactCorrected(contact: contact, statement: try statement.checked(ground))
    return [try ground.draft(fact, parts: try words.parts(fact.aggregate, ground))]
  }
}

/// Holds a report to be about the boat of an incident, of a new one, or of none that is known.
package struct TieContact: RescueRule, Sendable, Hashable {
  package var contact: String
  package var incident: String?
  package var opens: EmergencyPhase?
  package var reason: String?

  package init(_ contact: String, to incident: String?, opens: EmergencyPhase? = nil, reason: String? = nil) {
    self.contact = contact
    self.incident = incident
    self.opens = opens
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.contact(contact)
    let (incident, opening) = try book.boat(incident, opens: opens, ground)
    return opening + [try ground.draft(ContactTied(contact: contact, incident: incident), text: reason)]
  }
}

/// Says why a report may differ from what was counted, or takes that back.
package struct ExplainContact: RescueRule, Sendable, Hashable {
  package var contact: String
  package var holds: Bool
  package var reason: String

  package init(_ contact: String, holds: Bool = true, reason: String) {
    self.contact = contact
    self.holds = holds
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.contact(contact)
    let reason = try ground.needed(reason, "Say in words why the report may differ.")
    return [try ground.draft(ContactExplained(contact: contact, holds: holds), text: reason)]
  }
}

/// Notes that those of a report were called back, or called again.
package struct RecordCall: RescueRule, Sendable, Hashable {
  package var contact: String
  /// `answered`, `noAnswer`, `switchedOff` or `messageSent`.
  package var outcome: String
  package var next: Instant?
  package var text: String?

  package init(_ contact: String, outcome: String, next: Instant? = nil, text: String? = nil) {
    self.contact = contact
    self.outcome = outcome
    self.next = next
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.contact(contact)
    guard let outcome = ContactCalled.Outcome(rawValue: outcome) else {
      throw OperationsError(.invalid, "A call was answered, noAnswer, switchedOff, or a messageSent instead.")
    }
    return [try ground.draft(ContactCalled(contact: contact, outcome: outcome, next: next), text: text)]
  }
}

extension RescueBook {
  /// The incident that a report is tied to, with what opens it where it is a new one.
  func boat(
    _ known: String?, opens phase: EmergencyPhase?, _ ground: Ground
  ) throws -> (incident: String?, drafts: [EntryDraft]) {
    if let known { return (try incident(known).id, []) }
    guard let phase else { return (nil, []) }
    let opening = try opening(phase, ground)
    return (opening.incident, [try ground.draft(opening)])
  }

  /// A name that no other of the kind has at any centre: this centre's code and a number that counts up.
  func nextName(_ letter: String, of kind: String, _ ground: Ground) throws -> String {
    let code = try ground.code()
    let origin = try LedgerOfViews.origin(in: ground.views)
    let count = facts.reduce(0) { $0 + ($1.kind == kind && $1.origin.ledger == origin ? 1 : 0) }
    return "\(code)-\(letter)\(count + 1)"
  }

  func opening(_ phase: EmergencyPhase, _ ground: Ground) throws -> IncidentOpened {
    IncidentOpened(
      incident: try nextName("", of: IncidentOpened.kind, ground), phase: phase, centre: try ground.code(),
      exercise: ground.settings.exercise)
  }
}
