/// One thing that is said to a trainee at the end, with its numbers; the desk has the words in its languages.
public enum BlindStatement: Hashable, Sendable {
  /// An incident, or several, were closed while people of their boat were missing or at sea.
  case closedWithPeopleUnaccounted(boat: String, incidents: [String], people: Int)
  /// A boat was reported, people of it are missing, and no incident was opened.
  case neverOpened(boat: String, people: Int)
  /// Nobody was given up.
  case nobodyGivenUp
  /// So many people are not accounted for, and so many were stated.
  case unaccounted(people: Int, stated: Int)
  /// Reports of several boats stand in one incident.
  case mixed(incident: String, boats: [String])
  /// Reports of one boat stand in several incidents.
  case split(boat: String, incidents: [String])
  /// An incident is open though everyone aboard is accounted for; that harms nobody.
  case leftOpen(incident: String, boat: String)
  /// A boat that needed help was sent none.
  case neverTasked(boat: String)
  /// From the first report to the first order, in the middle and at the longest, in seconds.
  case delay(medianSeconds: Double, longestSeconds: Double, boats: Int)
  /// How well the reports were put together: 1 at best.
  case grouping(adjustedRandIndex: Double, reports: Int, ungrouped: Int)

  /// The code under which the desk keeps the words.
  public var code: String {
    switch self {
    case .closedWithPeopleUnaccounted: "closedWithPeopleUnaccounted"
    case .neverOpened: "neverOpened"
    case .nobodyGivenUp: "nobodyGivenUp"
    case .unaccounted: "unaccounted"
    case .mixed: "mixed"
    case .split: "split"
    case .leftOpen: "leftOpen"
    case .neverTasked: "neverTasked"
    case .delay: "delay"
    case .grouping: "grouping"
    }
  }
}

extension BlindScore {
  /// What is said to the trainee, the mistakes that kill first.
  ///
  /// - Parameter night: the night, for the names of its boats.
  public func statements(of night: Night) -> [BlindStatement] {
    func name(_ boat: Int) -> String { night.actors.indices.contains(boat) ? night.actors[boat].name : "EXERCISE" }
    var statements: [BlindStatement] = abandoned.map { given in
      given.incidents.isEmpty
        ? .neverOpened(boat: name(given.boat), people: given.unaccounted)
        : .closedWithPeopleUnaccounted(
          boat: name(given.boat), incidents: given.incidents, people: given.unaccounted)
    }
    if statements.isEmpty { statements.append(.nobodyGivenUp) }
    statements.append(.unaccounted(people: unaccounted, stated: statedUnaccounted))
    statements += delays.filter { $0.seconds == nil }.map { .neverTasked(boat: name($0.boat)) }
    statements += mixed.map { .mixed(incident: $0.incident, boats: $0.boats.map(name)) }
    statements += split.map { .split(boat: name($0.boat), incidents: $0.incidents) }
    statements += leftOpen.map { .leftOpen(incident: $0.incident, boat: name($0.boat)) }
    let waited = delays.compactMap(\.seconds)
    if let median = medianDelaySeconds, let longest = waited.max() {
      statements.append(.delay(medianSeconds: median, longestSeconds: longest, boats: waited.count))
    }
    statements.append(
      .grouping(adjustedRandIndex: adjustedRandIndex, reports: reports, ungrouped: ungroupedReports))
    return statements
  }
}
