import Geodesy

@testable import Exercise

extension TraineeReckoning {
  /// What somebody who knows the truth would hand in.
  static func perfect(_ script: RescueScript) -> TraineeReckoning {
    let reports = script.truth.reports.filter { script.events[$0.event].centre == .home }
    let boats = script.truth.boats.filter { boat in reports.contains { $0.boat == boat.actor } }
    let incidents = boats.map { boat in
      let tally = boat.tally(at: script.night.end)
      let first = reports.first { $0.boat == boat.actor }.map { script.events[$0.event].at }
      return Incident(
        name: "boat \(boat.actor)", isOpen: tally.unaccounted > 0, accounted: tally.accounted,
        unaccounted: tally.unaccounted, tasked: first)
    }
    let pairs = reports.map { ($0.event, "boat \($0.boat)") }
    return TraineeReckoning(incidents: incidents, incidentOfReport: Dictionary(uniqueKeysWithValues: pairs))
  }

  /// What a tired watch would hand in: the same phone, the same reference, or within 1.5 km and an hour is the same
  /// boat, and a boat with a recovery within 3 km is safe.
  static func tired(_ script: RescueScript) -> TraineeReckoning {
    let sheets = script.events.filter { $0.centre == .home }.map(Sheet.init)
    let reports = sheets.filter { $0.report != nil }
    let recoveries = sheets.filter { $0.event.recovery != nil }
    var group: [Int] = []
    for index in reports.indices {
      group.append((0..<index).first { reports[index].isSame(as: reports[$0]) }.map { group[$0] } ?? index)
    }
    let incidents = reports.indices.filter { group[$0] == $0 }.map { index in
      let members = reports.indices.filter { group[$0] == index }.map { reports[$0] }
      let isSafe = recoveries.contains { recovery in
        members.contains { $0.isNear(recovery, metres: 3000) && $0.event.at <= recovery.event.at }
      }
      let people = members.compactMap { $0.report?.most }.max() ?? 0
      return Incident(
        name: "incident \(index)", isOpen: !isSafe, accounted: isSafe ? people : 0, unaccounted: isSafe ? 0 : people,
        tasked: reports[index].event.at.adding(milliseconds: 1_500_000))
    }
    let pairs = reports.indices.map { (reports[$0].event.number, "incident \(group[$0])") }
    return TraineeReckoning(incidents: incidents, incidentOfReport: Dictionary(uniqueKeysWithValues: pairs))
  }

  /// An event with its position as a desk understands it.
  private struct Sheet {
    let event: ScriptEvent
    let position: Position?
    var report: ScriptReport? { event.report }

    init(_ event: ScriptEvent) {
      self.event = event
      let text = event.report?.position ?? event.recovery?.position
      position = text.flatMap { PositionText.read($0, in: RescueNights.waters).candidates.first?.position }
    }

    func isNear(_ other: Sheet, metres: Double) -> Bool {
      guard let position, let there = other.position else { return false }
      return Sphere.distanceMetres(from: position, to: there) < metres
    }

    func isSame(as earlier: Sheet) -> Bool {
      if let phone = report?.phone, phone == earlier.report?.phone { return true }
      if let reference = report?.reference, reference == earlier.report?.reference { return true }
      return event.at.seconds(since: earlier.event.at) < 3600 && isNear(earlier, metres: 1500)
    }
  }
}
