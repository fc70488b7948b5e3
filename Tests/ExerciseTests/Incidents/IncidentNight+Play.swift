import Geodesy
import Tracking

@testable import Exercise

/// How a watch did on a night.
struct IncidentReport {
  var occurrences = 0
  var missed: [Occurrence] = []
  var falseAlarms: [(second: Int, alert: BehaviourAlert)] = []
  var begins: [BehaviourKind: Int] = [:]
  var hours = Double(IncidentNight.seconds) / 3600

  var recall: Double { 1 - Double(missed.count) / Double(max(occurrences, 1)) }
  var falseAlarmsPerHour: Double { Double(falseAlarms.count) / hours }
}

extension IncidentNight {
  /// Lets the night be heard, tracked and watched, and holds what was said against what happened.
  func play(_ rules: [BehaviourRule]? = nil) -> IncidentReport {
    let rules =
      rules
      ?? BehaviourRules.standard(
        harbours: Self.harbours, reception: [Self.reception], guarded: [Self.guarded])
    var tracker = Tracker()
    var watch = BehaviourWatch(rules: rules)
    var chance = SeededGenerator(seed: 5, stream: 92)
    var due = performers.map { _ in Int(chance.number(in: 0...10)) }
    var begun: [(second: Int, alert: BehaviourAlert)] = []
    for second in 0..<Self.seconds {
      let moment = Self.start.adding(milliseconds: Int64(second) * 1000)
      if second == 0 { describe(&tracker, moment) }
      for index in performers.indices where due[index] <= second {
        due[index] = second + hear(index, second, moment, &tracker, &chance)
        guard let slot = tracker.slot(mmsi: performers[index].mmsi, exercise: true),
          let sighting = tracker.sighting(slot: slot, at: moment)
        else { continue }
        watch.take(sighting, at: moment)
      }
      for alert in watch.advance(to: moment) where alert.change == .begin { begun.append((second, alert)) }
      for update in tracker.advance(to: moment) where update.change == .ended {
        _ = watch.forget(update.track.id, at: moment)
      }
    }
    return report(begun)
  }

  private func describe(_ tracker: inout Tracker, _ moment: Instant) {
    for performer in performers {
      _ = tracker.describe(
        StaticReport(
          mmsi: performer.mmsi, at: moment, received: moment, source: "night", exercise: true,
          shipType: performer.shipType, lengthMetres: performer.length))
    }
  }

  /// Lets a transponder speak; in how many seconds it speaks next.
  private func hear(
    _ index: Int, _ second: Int, _ moment: Instant, _ tracker: inout Tracker, _ chance: inout SeededGenerator
  ) -> Int {
    let performer = performers[index]
    guard let state = performer.state(second) else { return 10 }
    let interval = performer.intervalSeconds(state)
    if performer.silent?.contains(second) ?? false { return interval }
    var places = [state.position]
    if let stray = performer.stray, stray.during.contains(second) {
      let away = TangentPlane(origin: state.position).position(eastMetres: stray.east, northMetres: stray.north)
      places = stray.isBoth ? [state.position, away] : [away]
    }
    for (turn, place) in places.enumerated() {
      let noisy = TangentPlane(origin: place).position(eastMetres: 4 * chance.bell(), northMetres: 4 * chance.bell())
      let noise = 0.8 * chance.bell() * max(1, 5 / max(1, state.knots))
      _ = tracker.observe(
        SensorObservation(
          source: "night", at: moment, received: moment.adding(milliseconds: Int64(200 * (turn + 1))), position: noisy,
          positionStandardDeviationMetres: 5, speedKnots: max(0, state.knots + 0.1 * chance.bell()),
          courseDegrees: state.course.map { Units.bearing(degrees: $0 + noise) },
          headingDegrees: performer.isClassA ? Units.bearing(degrees: state.heading + chance.bell()) : nil,
          identity: CraftIdentity(mmsi: performer.mmsi), navigationalStatus: performer.status(state), exercise: true))
    }
    // Some reports are lost on the way.
    return chance.unit() < 0.05 ? 2 * interval : interval
  }

  private func report(_ begun: [(second: Int, alert: BehaviourAlert)]) -> IncidentReport {
    var report = IncidentReport()
    report.occurrences = occurrences.count
    for occurrence in occurrences {
      // A minute after it is true, and what the transponder's own pace adds.
      let latest = occurrence.from + 60 + occurrence.interval
      if !begun.contains(where: { occurrence.matches($0.alert, second: $0.second) && $0.second <= latest }) {
        report.missed.append(occurrence)
      }
    }
    let sentences = sentences
    for item in begun {
      report.begins[item.alert.kind, default: 0] += 1
      guard !occurrences.contains(where: { $0.matches(item.alert, second: item.second) }),
        !isTrue(item.alert, item.second, sentences)
      else { continue }
      report.falseAlarms.append(item)
    }
    return report
  }

  private func isTrue(_ alert: BehaviourAlert, _ second: Int, _ sentences: Sentences) -> Bool {
    let craft = alert.craft.compactMap { name in
      performers.firstIndex { TrackID(mmsi: $0.mmsi, exercise: true) == name }
    }
    guard let first = craft.first else { return false }
    let moments = stride(from: max(0, second - 240), through: second, by: 10)
    switch alert.kind {
    case .closestApproach:
      guard craft.count == 2 else { return false }
      return moments.contains { moment in
        sentences.approach(craft[0], craft[1], at: moment).map { $0.metres <= 350 && $0.seconds <= 780 } ?? false
      }
    case .encounter: return craft.count == 2 && moments.contains { sentences.meet(craft[0], craft[1], $0) }
    default: return moments.contains { sentences.holds(alert.kind, first, $0, slack: 1.12) }
    }
  }
}
