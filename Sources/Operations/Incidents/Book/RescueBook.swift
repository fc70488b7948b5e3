import Geodesy

/// What a centre knows of rescue: contact reports, incidents, assets and the watch, folded from entries.
///
/// The same entries give the same book in any order of arrival, for they are folded in one order of their own.
package struct RescueBook: Sendable {
  package private(set) var contacts: [String: Contact] = [:]
  package private(set) var incidents: [String: Incident] = [:]
  package private(set) var assets: [String: DeclaredAsset] = [:]
  /// The hand-overs of the watch.
  package private(set) var handovers: [RescueFact] = []
  /// The report that was made of a source.
  package private(set) var bySource: [String: String] = [:]
  /// Who has said of which alarm, by its key, that they have it.
  package private(set) var heard: [String: Set<Listener>] = [:]
  /// All entries in the order in which they are folded.
  package private(set) var facts: [RescueFact] = []
  /// What was said of reports whose own entry has a later time, by another centre's clock.
  private var early: [String: [RescueFact]] = [:]

  package init() {}

  init(_ facts: some Sequence<RescueFact>) { take(facts) }

  /// Takes in entries, in any order; one that is known already changes nothing.
  mutating func take(_ news: some Sequence<RescueFact>) {
    var late: [RescueFact] = []
    for fact in news.sorted(by: RescueFact.precedes) {
      if let last = facts.last, !RescueFact.precedes(last, fact) {
        late.append(fact)
      } else {
        facts.append(fact)
        fold(fact)
      }
    }
    if !late.isEmpty { refold(with: late) }
  }

  private mutating func refold(with late: [RescueFact]) {
    var known: Set<FoldedFact.Origin> = []
    let all = (facts + late).sorted(by: RescueFact.precedes).filter { known.insert($0.origin).inserted }
    guard all.count > facts.count else { return }
    self = RescueBook()
    for fact in all {
      facts.append(fact)
      fold(fact)
    }
  }

  private mutating func fold(_ fact: RescueFact) {
    switch fact.act {
    case .reported(let said):
      guard contacts[said.contact] == nil else { return }
      contacts[said.contact] = Contact(said, fact)
      if let source = said.source { bySource[source] = said.contact }
      if let incident = said.incident { change(incident, fact) { _ in } }
      for fact in early.removeValue(forKey: said.contact) ?? [] { fold(fact) }
    case .corrected(let said): change(contact: said.contact, fact) { $0.correct(said, fact) }
    case .tied(let said):
      let before = contacts[said.contact]?.incident
      change(contact: said.contact, fact) { ($0.incident, $0.tiedBy) = (said.incident, fact.actor) }
      for incident in Set([before, said.incident].compactMap { $0 }) { change(incident, fact) { _ in } }
    case .explained(let said):
      let explanation = Contact.Explanation(by: fact.actor, at: fact.recorded, text: fact.text)
      change(contact: said.contact, fact) { $0.explanation = said.holds ? explanation : nil }
    case .called(let said):
      let call = Contact.Call(outcome: said.outcome.rawValue, by: fact.actor, at: fact.about)
      change(contact: said.contact, fact) {
        $0.calls.append(call)
        $0.nextCall = said.next
      }
    case .asset(let said): assets[said.asset.name] = said.asset
    case .handover: handovers.append(fact)
    case .heard(let said):
      let listener = Listener(ledger: fact.origin.ledger, person: fact.actor)
      for alarm in said.alarms { heard[alarm, default: []].insert(listener) }
    default:
      guard let incident = fact.act.incident else { return }
      change(incident, fact) { $0.take(fact) }
      if case .joined(let said) = fact.act { change(said.other, fact) { $0.join(said.incident, said.holds) } }
    }
  }

  private mutating func change(contact id: String, _ fact: RescueFact, _ body: (inout Contact) -> Void) {
    guard var contact = contacts.removeValue(forKey: id) else {
      early[id, default: []].append(fact)
      return
    }
    body(&contact)
    contact.facts.append(fact)
    contacts[id] = contact
  }

  private mutating func change(_ id: String, _ fact: RescueFact, _ body: (inout Incident) -> Void) {
    var incident = incidents.removeValue(forKey: id) ?? Incident(id, fact)
    body(&incident)
    incident.facts.append(fact)
    incidents[id] = incident
  }
}
