package import Geodesy
package import Rescue

/// An incident as it stands after all that was said of it: a response at sea for one boat.
package struct Incident: Sendable, Hashable, Identifiable {
  /// People of the boat who were found.
  package struct Count: Sendable, Hashable, Identifiable {
    package let id: String
    package let fate: Fate
    package let people: Int
    package let children: Int?
    package let at: Instant
    package let asset: String?
    package let place: String?
    package let position: Position?
    package let by: String
    package let agency: String
    package let recorded: Instant
    /// Who took it back as wrong; nil while it counts.
    package internal(set) var withdrawnBy: String?
  }

  /// An order that sent an asset.
  package struct Task: Sendable, Hashable, Identifiable {
    package let id: String
    package let asset: String
    package let order: TaskOrder
    package let text: String?
    package let ordered: Instant
    package internal(set) var stage = TaskStage.ordered
    package internal(set) var moved: Instant
    package internal(set) var by: String
  }

  /// A closure, with what was known then.
  package struct Closure: Sendable, Hashable {
    package let at: Instant
    package let by: String
    package let overrides: Bool
    package let reason: String?
    package let conflicts: [String]
    package let contacts: Set<String>
    package let accounted: Int
  }

  package let id: String
  package let opened: Instant
  package let openedBy: String
  package let exercise: Bool
  package internal(set) var phase: EmergencyPhase
  /// The centre that coordinates it.
  package internal(set) var centre: String
  /// The centre to which its coordination was offered and that has not answered yet.
  package internal(set) var offeredTo: String?
  package internal(set) var counts: [Count] = []
  package internal(set) var tasks: [Task] = []
  /// The tracks that are held to be the boat.
  package internal(set) var tracks: [String] = []
  /// The incidents that an officer holds to be about the same boat.
  package internal(set) var joined: Set<String> = []
  package internal(set) var closure: Closure?
  package internal(set) var situationReports = 0
  /// Who was ordered to search.
  package internal(set) var searches: [IncidentSearch.Ordered] = []
  /// Which searches were made.
  package internal(set) var searchesMade: [IncidentSearch.Made] = []
  /// What was decided last about ending the search.
  package internal(set) var searchEnd: IncidentSearch.End?
  /// What the boat may be as something that drifts, when somebody said.
  package internal(set) var drifting: IncidentSearch.Said<DriftAssumption>?
  /// What is known of people in the water, when somebody said.
  package internal(set) var water: IncidentSearch.Said<WaterStatement>?
  /// Everything that was recorded of it, in order.
  package internal(set) var facts: [RescueFact] = []

  init(_ id: String, _ fact: RescueFact) {
    self.id = id
    opened = fact.recorded
    openedBy = fact.actor
    exercise = fact.exercise
    if case .opened(let opened) = fact.act {
      (phase, centre) = (opened.phase, opened.centre)
    } else {
      // What is said of an incident can come over a link before its opening; whoever is spoken of so is in danger.
      (phase, centre) = (.distress, fact.centre)
    }
  }
}
