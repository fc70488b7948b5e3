package import Geodesy
import Ledger
package import Rescue

/// Counts people of a boat who were found: taken up, ashore, back, dead, or handed over.
package struct CountPeople: RescueRule, Sendable, Hashable {
  package var incident: String
  package var fate: Fate
  package var people: Int
  package var children: Int?
  package var at: Instant?
  package var asset: String?
  package var place: String?
  package var position: Position?
  package var text: String?

  package init(
    _ incident: String, _ fate: Fate, people: Int, children: Int? = nil, at: Instant? = nil, asset: String? = nil,
    place: String? = nil, position: Position? = nil, text: String? = nil
  ) {
    self.incident = incident
    self.fate = fate
    self.people = people
    self.children = children
    self.at = at
    self.asset = asset
    self.place = place
    self.position = position
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    guard (1...ContactStatement.mostPeople).contains(people) else {
      throw OperationsError(.invalid, "The number of people lies between 1 and \(ContactStatement.mostPeople).")
    }
    if let children, !(0...people).contains(children) {
      throw OperationsError(.invalid, "The children are among the people counted.")
    }
    if fate == .transferred, asset == nil {
      throw OperationsError(.invalid, "Say which asset handed them over.")
    }
    // Two centres may count at once, each with its own numbers.
    let record = "\(incident)-\(try ground.code())\(known.counts.count + 1)"
    let fact = PeopleCounted(
      incident: incident, record: record, fate: fate, people: people, children: children,
      at: try ground.checkedTime(at, "they were found") ?? ground.now, asset: try ground.line(asset, "The asset"),
      place: try ground.line(place, "The place"), latitude: position?.latitudeDegrees,
      longitude: position?.longitudeDegrees)
    return [try ground.draft(fact, about: fact.at, text: text)]
  }
}

/// Takes a count back as wrong; it stays in the log and counts no longer.
package struct WithdrawCount: RescueRule, Sendable, Hashable {
  package var incident: String
  package var record: String
  package var reason: String

  package init(_ incident: String, _ record: String, reason: String) {
    self.incident = incident
    self.record = record
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    try book.incident(incident).counts.requireCounting(record, "count")
    let reason = try ground.needed(reason, "Say in words what was wrong.")
    return [try ground.draft(CountWithdrawn(incident: incident, record: record), text: reason)]
  }
}
