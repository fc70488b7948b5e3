import Geodesy

/// The reports of a night beside the incidents that a trainee put them to.
struct ScoreSheet {
  /// A report: the boat that it is truly about, and the incident that it was put to.
  struct Item {
    let at: Instant
    let boat: Int
    let incident: String?
  }

  /// The most people that are added up of what somebody stated.
  static let mostPeople = 1_000_000_000

  let moment: Instant
  let items: [Item]
  /// The boats of which there is a report, in the order of their actors.
  let boats: [ScriptBoat]
  /// The trainee's incidents, by name and each name once.
  let incidents: [TraineeReckoning.Incident]
  private let incidentOfName: [String: TraineeReckoning.Incident]
  private let countOfBoat: [String: [Int: Int]]

  init(_ trainee: TraineeReckoning, _ script: RescueScript, at moment: Instant, _ centres: Set<ScriptCentre>) {
    self.moment = moment
    let byName = Dictionary(trainee.incidents.map { ($0.name, $0) }) { first, _ in first }
    incidentOfName = byName
    incidents = byName.values.sorted { $0.name < $1.name }
    items = script.truth.reports.compactMap { report in
      let event = script.events[report.event]
      guard event.at <= moment, centres.contains(event.centre) else { return nil }
      let name = trainee.incidentOfReport[report.event].flatMap { byName[$0] == nil ? nil : $0 }
      return Item(at: event.at, boat: report.boat, incident: name)
    }
    let reported = Set(items.map(\.boat))
    boats = script.truth.boats.filter { reported.contains($0.actor) }
    var counts: [String: [Int: Int]] = [:]
    for item in items { if let incident = item.incident { counts[incident, default: [:]][item.boat, default: 0] += 1 } }
    countOfBoat = counts
  }

  /// The names of the incidents that hold reports of a boat.
  private func names(of boat: Int) -> [String] {
    Set(items.filter { $0.boat == boat }.compactMap(\.incident)).sorted()
  }

  /// Whether no other boat has more reports in an incident: then the incident is about it.
  private func isAbout(_ name: String, _ boat: Int) -> Bool {
    let counts = countOfBoat[name] ?? [:]
    return (counts[boat] ?? 0) > 0 && counts[boat] == counts.values.max()
  }

  func abandoned() -> [BlindScore.Abandoned] {
    boats.compactMap { boat in
      let unaccounted = boat.tally(at: moment).unaccounted
      let names = names(of: boat.actor)
      let isOpen = names.contains { incidentOfName[$0]?.isOpen == true && isAbout($0, boat.actor) }
      let closed = names.filter { incidentOfName[$0]?.isOpen == false }
      guard unaccounted > 0, !isOpen, names.isEmpty || !closed.isEmpty else { return nil }
      return BlindScore.Abandoned(boat: boat.actor, incidents: closed, unaccounted: unaccounted)
    }.sorted { ($1.unaccounted, $0.boat) < ($0.unaccounted, $1.boat) }
  }

  func split() -> [BlindScore.Split] {
    boats.compactMap { boat in
      let names = names(of: boat.actor)
      return names.count > 1 ? BlindScore.Split(boat: boat.actor, incidents: names) : nil
    }
  }

  func mixed() -> [BlindScore.Mixed] {
    incidents.compactMap { incident in
      let boats = (countOfBoat[incident.name] ?? [:]).keys.sorted()
      return boats.count > 1 ? BlindScore.Mixed(incident: incident.name, boats: boats) : nil
    }
  }

  func leftOpen() -> [BlindScore.LeftOpen] {
    incidents.compactMap { incident in
      let inIncident = countOfBoat[incident.name] ?? [:]
      guard incident.isOpen, inIncident.count == 1, let boat = boats.first(where: { inIncident[$0.actor] != nil }),
        boat.tally(at: moment).unaccounted == 0, boat.told(by: moment) >= boat.people
      else { return nil }
      return BlindScore.LeftOpen(incident: incident.name, boat: boat.actor)
    }
  }

  /// Boats need an asset that were taken up by one, or whose people are missing.
  func delays() -> [BlindScore.Delay] {
    boats.compactMap { boat in
      let tally = boat.tally(at: moment)
      guard tally.recovered + tally.dead + tally.missing > 0 else { return nil }
      let first = items.first { $0.boat == boat.actor }?.at ?? moment
      let tasked = names(of: boat.actor).filter { isAbout($0, boat.actor) }
        .compactMap { incidentOfName[$0]?.tasked }.min()
      return BlindScore.Delay(boat: boat.actor, seconds: tasked.map { max(0, $0.seconds(since: first)) })
    }
  }

  /// The agreement of the trainee's groups and the boats; a report in no incident is a group of its own.
  func adjustedRandIndex() -> Double {
    var numbers: [String: Int] = [:]
    var next = 0
    let groups = items.map { item in
      if let name = item.incident, let number = numbers[name] { return number }
      next += 1
      if let name = item.incident { numbers[name] = next }
      return next
    }
    return AdjustedRandIndex.value(items.map(\.boat), groups)
  }
}
