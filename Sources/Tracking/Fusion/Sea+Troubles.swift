import Geodesy

extension Sea {
  /// Why a sensor is set aside, and since when.
  struct Illness: Sendable {
    var reason: SensorTrouble.Reason
    var since: Instant
    var until: Instant
  }

  /// A sensor that is ill is tried again after this long, in milliseconds.
  static let setAsideMilliseconds: Int64 = 60_000
  /// So many looks in a row that say exactly the same are no looks.
  static let mostRepeats = 3
  /// Plots that lie farther from their tracks than this, on average, are not what their sensor says; 2 is as it should be.
  static let greatestInnovation = 16.0
  /// Plots before that is judged.
  static let leastPlotsJudged = 300

  func isSetAside(_ sensor: String, at moment: Instant) -> Bool {
    illnesses[sensor].map { moment < $0.until && moment >= $0.since } ?? false
  }

  mutating func judge(_ sensor: String, _ number: Int, _ reception: Reception, at moment: Instant) {
    repeats[number] = reception.refusal == .repeated ? (repeats[number] ?? 0) + 1 : 0
    let health = tracker.health.first { $0.sensor == number }
    let reason: SensorTrouble.Reason? =
      if reception.refusal == .flooded { .flood } else if repeats[number] ?? 0 >= Self.mostRepeats {
        .repeats
      } else if reception.refusal == .tooLate {
        .late
      } else if let health, health.plots > Self.leastPlotsJudged,
        health.meanSquaredInnovation > Self.greatestInnovation
      { .misplaced } else { nil }
    guard let reason else {
      illnesses[sensor] = nil
      return
    }
    illnesses[sensor] = Illness(
      reason: reason, since: illnesses[sensor]?.since ?? moment,
      until: moment.adding(milliseconds: reason == .late ? 0 : Self.setAsideMilliseconds))
  }

  /// How well what each sensor that has shown anything fits what is known, by name.
  var health: [SensorReport] {
    tracker.health.compactMap { health in
      guard names.indices.contains(health.sensor), sensors[names[health.sensor]] != nil else { return nil }
      return SensorReport(name: names[health.sensor], exercise: exercise, health: health)
    }.sorted { $0.name < $1.name }
  }

  /// The sensors that are ill, by name.
  var troubles: [SensorTrouble] {
    illnesses.sorted { $0.key < $1.key }.map {
      SensorTrouble(sensor: $0.key, reason: $0.value.reason, since: $0.value.since)
    }
  }
}
