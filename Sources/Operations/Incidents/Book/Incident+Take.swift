import Geodesy
import Rescue

extension Contact {
  mutating func correct(_ said: ContactCorrected, _ fact: RescueFact) {
    statement = said.statement
    nextCall = said.statement.nextCall
    if let words = fact.words { self.words = words }
  }
}

extension Incident {
  mutating func join(_ other: String, _ holds: Bool) {
    if holds { joined.insert(other) } else { joined.remove(other) }
  }

  mutating func take(_ fact: RescueFact) {
    switch fact.act {
    case .phase(let said): phase = said.phase
    case .counted(let said): count(said, fact)
    case .withdrawn(let said): counts.withdraw(said.record, by: fact.actor)
    case .joined(let said): join(said.other, said.holds)
    case .closed(let said):
      closure = Closure(
        at: fact.recorded, by: fact.actor, overrides: said.overrides, reason: fact.text, conflicts: said.conflicts,
        contacts: Set(said.contacts), accounted: said.accounted)
    case .reopened: closure = nil
    case .transfer(let said): transfer(said)
    case .situation: situationReports += 1
    case .tracked(let said):
      tracks.removeAll { $0 == said.track }
      if said.holds { tracks.append(said.track) }
    case .tasked(let said):
      guard !tasks.contains(where: { $0.id == said.task }) else { return }
      tasks.append(
        Task(
          id: said.task, asset: said.asset, order: said.order, text: fact.text, ordered: fact.recorded,
          moved: fact.recorded, by: fact.actor))
    case .task(let said):
      guard let index = tasks.firstIndex(where: { $0.id == said.task }) else { return }
      (tasks[index].stage, tasks[index].moved, tasks[index].by) = (said.stage, fact.recorded, fact.actor)
    default: takeSearch(fact)
    }
  }

  private mutating func count(_ said: PeopleCounted, _ fact: RescueFact) {
    guard !counts.contains(where: { $0.id == said.record }) else { return }
    let position = said.latitude.flatMap { latitude in
      said.longitude.flatMap { Position(latitudeDegrees: latitude, longitudeDegrees: $0) }
    }
    counts.append(
      Count(
        id: said.record, fate: said.fate, people: said.people, children: said.children, at: said.at, asset: said.asset,
        place: said.place, position: position, by: fact.actor, agency: fact.agency, recorded: fact.recorded))
  }

  private mutating func transfer(_ said: TransferMoved) {
    switch said.step {
    case .offered: offeredTo = said.to
    case .declined, .withdrawn: offeredTo = nil
    case .accepted:
      guard offeredTo == said.to else { return }
      (centre, offeredTo) = (said.to, nil)
    }
  }
}
