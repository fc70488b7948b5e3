import Ledger

/// Offers the coordination of an incident to another centre, or answers such an offer.
///
/// It is not done until the other centre accepts: until then this one coordinates.
package struct MoveTransfer: RescueRule, Sendable, Hashable {
  /// What is done about it.
  package enum Step: String, Sendable, Hashable, Codable, CaseIterable {
    case offered, accepted, declined, withdrawn
  }

  package var incident: String
  package var step: Step
  /// The centre that is to take it, by its code; of an answer, this one.
  package var to: String?
  package var text: String?

  package init(_ incident: String, _ step: Step, to: String? = nil, text: String? = nil) {
    self.incident = incident
    self.step = step
    self.to = to
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    let code = try ground.code()
    let target: String
    switch step {
    case .offered:
      guard known.centre == code else {
        throw OperationsError(.conflict, "\(known.centre) coordinates the incident, and only it can offer it.")
      }
      target = try checkedName(to ?? "", "The other centre", ground.limits)
      guard target != code else { throw OperationsError(.invalid, "This centre coordinates it already.") }
    case .withdrawn:
      guard known.centre == code, let offered = known.offeredTo else {
        throw OperationsError(.conflict, "No offer of this centre is open.")
      }
      target = offered
    case .accepted, .declined:
      guard known.offeredTo == code else {
        throw OperationsError(.conflict, "The incident has not been offered to this centre.")
      }
      target = code
    }
    return [try ground.draft(TransferMoved(incident: incident, step: step, to: target), text: text)]
  }
}

/// Hands the watch over, with what is open at that moment.
package struct HandOverWatch: RescueRule, Sendable, Hashable {
  /// Who takes it.
  package var to: String
  package var text: String

  package init(to: String, text: String) {
    self.to = to
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let to = try checkedName(to, "Who takes the watch", ground.limits)
    let summary = book.summary
    let fact = WatchHandedOver(
      to: to, open: summary.openBoats, unaccountedLeast: summary.least, unaccountedMost: summary.most)
    return [try ground.draft(fact, text: try ground.needed(text, "Say what the next watch must know."))]
  }
}
