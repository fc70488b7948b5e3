package import Geodesy

/// What was ordered, made and decided about searching for a boat.
package enum IncidentSearch {
  /// An order to search.
  package struct Ordered: Sendable, Hashable, Identifiable {
    package let id: String
    package let asset: String
    package let order: SearchOrder
    package let ordered: Instant
    package let by: String
  }

  /// A search that was made.
  package struct Made: Sendable, Hashable, Identifiable {
    package let id: String
    /// The order that it carries out.
    package let search: String?
    package let made: SearchMade
    package let text: String?
    package let by: String
    package let recorded: Instant
    /// Who took it back as recorded in error; nil while it counts.
    package internal(set) var withdrawnBy: String?
  }

  /// A decision to end the search, or to go on.
  package struct End: Sendable, Hashable {
    package let holds: Bool
    package let at: Instant
    package let by: String
    package let reason: String?
    package let success: Double?
    package let longestSurvivalHours: Double?
  }

  /// What somebody said, with who and when.
  package struct Said<Value: Sendable & Hashable>: Sendable, Hashable {
    package let value: Value
    package let by: String
    package let at: Instant
  }
}

extension Incident {
  /// Takes up what was said about drift, search and survival.
  mutating func takeSearch(_ fact: RescueFact) {
    switch fact.act {
    case .searchOrdered(let said):
      guard !searches.contains(where: { $0.id == said.search }) else { return }
      searches.append(
        IncidentSearch.Ordered(
          id: said.search, asset: said.asset, order: said.order, ordered: fact.recorded, by: fact.actor))
    case .searched(let said):
      guard !searchesMade.contains(where: { $0.id == said.record }) else { return }
      searchesMade.append(
        IncidentSearch.Made(
          id: said.record, search: said.search, made: said.made, text: fact.text, by: fact.actor,
          recorded: fact.recorded))
    case .searchWithdrawn(let said): searchesMade.withdraw(said.record, by: fact.actor)
    case .searchEnded(let said):
      searchEnd = IncidentSearch.End(
        holds: said.holds, at: fact.recorded, by: fact.actor, reason: fact.text, success: said.success,
        longestSurvivalHours: said.longestSurvivalHours)
    case .drifting(let said):
      drifting = IncidentSearch.Said(value: said.assumption, by: fact.actor, at: fact.recorded)
    case .water(let said): water = IncidentSearch.Said(value: said.statement, by: fact.actor, at: fact.recorded)
    default: break
    }
  }
}

extension Boat {
  /// The orders to search, oldest first.
  package var searches: [IncidentSearch.Ordered] {
    incidents.flatMap(\.searches).sorted { ($0.ordered, $0.id) < ($1.ordered, $1.id) }
  }

  /// The searches that were made, by their middle.
  package var searchesMade: [IncidentSearch.Made] {
    incidents.flatMap(\.searchesMade).sorted { ($0.made.from, $0.id) < ($1.made.from, $1.id) }
  }

  /// Those that nobody took back.
  package var searchesCounting: [IncidentSearch.Made] { searchesMade.counting }

  /// The search of the sensors that counts already for a part of the time of another; nil for a search of anything else.
  ///
  /// The sensors look at the same water without pause: counted twice, their silence would weigh twice.
  package func sensorSearch(like made: SearchMade) -> IncidentSearch.Made? {
    guard made.means == .radar, made.outcome == .nothing else { return nil }
    return searchesCounting.last { other in
      other.made.means == .radar && other.made.outcome == .nothing
        && other.made.from < made.to && other.made.to > made.from
    }
  }

  /// What was decided last about ending the search.
  package var searchEnd: IncidentSearch.End? { incidents.compactMap(\.searchEnd).max { $0.at < $1.at } }

  /// What the boat may be, as said last.
  package var drifting: IncidentSearch.Said<DriftAssumption>? {
    incidents.compactMap(\.drifting).max { $0.at < $1.at }
  }

  /// What is known of people in the water, as said last.
  package var water: IncidentSearch.Said<WaterStatement>? { incidents.compactMap(\.water).max { $0.at < $1.at } }
}
