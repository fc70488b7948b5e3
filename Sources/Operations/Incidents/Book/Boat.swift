package import Geodesy
package import Rescue

/// One boat as officers hold it: an incident, or several that were joined, with the reports that are tied to it.
package struct Boat: Sendable, Hashable, Identifiable {
  /// The incidents, the one that was opened first in front; it names the boat.
  package let incidents: [Incident]
  /// The reports by the time that they came in.
  package let contacts: [Contact]

  package var id: String { incidents[0].id }
  package var exercise: Bool { incidents.contains(where: \.exercise) }
  package var opened: Instant { incidents[0].opened }
  package var centre: String { incidents[0].centre }
  package var phase: EmergencyPhase { incidents.map(\.phase).max() ?? .distress }
  package var tracks: [String] { incidents.flatMap(\.tracks) }
  package var tasks: [Incident.Task] { incidents.flatMap(\.tasks).sorted { ($0.ordered, $0.id) < ($1.ordered, $1.id) } }
  /// What was counted, without what was taken back.
  package var counts: [Incident.Count] {
    incidents.flatMap(\.counts).counting.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  /// The people reported against those who were found.
  package var reckoning: Reckoning {
    Reckoning(
      claims: contacts.map { contact in
        Reckoning.Claim(
          id: contact.id, received: contact.received, people: contact.statement.people,
          isFromAboard: contact.statement.channel.isFromAboard, isExplained: contact.explanation != nil)
      },
      tallies: counts.map {
        Reckoning.Tally(id: $0.id, fate: $0.fate, people: $0.people, at: $0.at, asset: $0.asset)
      })
  }

  /// The closure that holds: one that knew every report of the boat and everyone who is accounted for.
  ///
  /// A report that was tied before or after and was not known when somebody closed the boat opens it again, wherever it was
  /// taken down.
  package var closure: Incident.Closure? {
    let known = Set(contacts.map(\.id))
    let accounted = reckoning.accounted
    return incidents.compactMap(\.closure).filter {
      known.isSubset(of: $0.contacts) && $0.accounted == accounted
    }.max { $0.at < $1.at }
  }

  package var isOpen: Bool { closure == nil }

  /// Whether somebody closed it and something came since that it did not know.
  package var isOpenAgain: Bool { isOpen && incidents.contains { $0.closure != nil } }

  /// When somebody aboard was last heard.
  package var lastContact: Instant? { contacts.filter { $0.statement.channel.isFromAboard }.map(\.received).max() }

  /// When the next call is promised.
  package var nextCall: Instant? { contacts.compactMap(\.nextCall).min() }

  /// The newest report that names a position, with it.
  package var lastPlace: (contact: Contact, place: ContactStatement.Place)? {
    contacts.compactMap { contact in contact.statement.place.map { (contact, $0) } }
      .max { ($0.1.at ?? $0.0.received) < ($1.1.at ?? $1.0.received) }
  }

  /// All that was recorded of it, of its reports and of its tasks, oldest first, each once.
  package var log: [RescueFact] {
    var known: Set<FoldedFact.Origin> = []
    return (incidents.flatMap(\.facts) + contacts.flatMap(\.facts)).sorted(by: RescueFact.precedes)
      .filter { known.insert($0.origin).inserted }
  }
}

extension RescueBook {
  /// All boats, the one opened first in front.
  package var boats: [Boat] {
    var seen: Set<String> = []
    var tied: [String: [Contact]] = [:]
    for contact in contacts.values {
      if let incident = contact.incident { tied[incident, default: []].append(contact) }
    }
    let ordered = incidents.values.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
    return ordered.compactMap { seen.contains($0.id) ? nil : boat(from: $0, tied, &seen) }
  }

  /// The boat of an incident; nil when there is no such incident.
  package func boat(of incident: String) -> Boat? {
    boats.first { $0.incidents.contains { $0.id == incident } }
  }

  /// The reports that are tied to no boat, by the time that they came in.
  package var untied: [Contact] {
    contacts.values.filter { $0.incident == nil }.sorted { ($0.received, $0.id) < ($1.received, $1.id) }
  }

  private func boat(from first: Incident, _ tied: [String: [Contact]], _ seen: inout Set<String>) -> Boat {
    var (members, waiting): ([Incident], [String]) = ([], [first.id])
    while let id = waiting.popLast() {
      guard let incident = incidents[id], seen.insert(id).inserted else { continue }
      members.append(incident)
      waiting += incident.joined.sorted()
    }
    members.sort { ($0.opened, $0.id) < ($1.opened, $1.id) }
    let contacts = members.flatMap { tied[$0.id] ?? [] }
    return Boat(incidents: members, contacts: contacts.sorted { ($0.received, $0.id) < ($1.received, $1.id) })
  }
}
