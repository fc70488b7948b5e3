import Geodesy
package import Ledger
import Marking

/// A command of rescue: it is written even when the disk is full, and everyone on watch sees what it says.
package protocol RescueCommand: Sendable {
  /// Carries it out.
  func perform(in centre: Centre, as acting: Acting, key: String?) async throws -> AppendReceipt
}

/// How the rules of rescue are written: from the book as it is to entries.
protocol RescueRule: RescueCommand, Command {
  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft]
}

extension RescueRule {
  static var act: Act { .append }
  static var kind: ObjectKind { .incident }
  var priority: EntryPriority { .distress }

  package func perform(in centre: Centre, as acting: Acting, key: String?) async throws -> AppendReceipt {
    try await centre.perform(self, as: acting, key: key)
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try entries(ground, try ground.shelf.book(in: ground.views, keeps: false))
  }
}

extension Ground {
  /// A draft of an entry about rescue, with what was written.
  func draft(
    _ fact: some Fact, about: Instant? = nil, text: String? = nil, parts: [PayloadPart] = []
  ) throws -> EntryDraft {
    var sealed = parts
    if let text = try words(text) { sealed.append(LogText.part(text, about: [fact.aggregate])) }
    return try EntryDraft(fact, about: about ?? now, marking: marking(.official), sealed: sealed)
  }

  /// A text as typed, when there is one; what is too long is refused, and control characters with it.
  func words(_ text: String?) throws -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return try LogText.checked(text, limits)
  }

  /// The same where there must be one.
  func needed(_ text: String?, _ message: String) throws -> String {
    guard let text = try words(text) else { throw OperationsError(.invalid, message) }
    return text
  }

  /// One line of a name, a place, a colour.
  func line(_ text: String?, _ what: String) throws -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return try checkedName(text, what, limits)
  }

  /// This centre's short code.
  func code() throws -> String { try LinkBook.code(in: views) }
}

extension RescueBook {
  func incident(_ id: String) throws -> Incident {
    guard let incident = incidents[id] else { throw OperationsError(.notFound, "There is no such incident.") }
    return incident
  }

  func contact(_ id: String) throws -> Contact {
    guard let contact = contacts[id] else { throw OperationsError(.notFound, "There is no such report.") }
    return contact
  }

  /// The book without what is personal of reports.
  var withoutWords: RescueBook {
    var book = RescueBook()
    book.take(facts.map(\.withoutWords))
    return book
  }
}

extension RescueFact {
  /// The same without what is personal: what was written of a report may name the caller, and stays away likewise.
  var withoutWords: RescueFact {
    let isOfContact = act.contact != nil
    return RescueFact(
      origin: origin, centre: centre, recorded: recorded, learned: learned, about: about, actor: actor, agency: agency,
      exercise: exercise, act: act, text: isOfContact ? nil : text, words: nil)
  }
}
