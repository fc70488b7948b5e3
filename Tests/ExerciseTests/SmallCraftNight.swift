import Geodesy
import Tracking

@testable import Exercise

/// One craft as sensors see it for ten minutes, and whether it is truly a small boat.
struct SmallCraftSample {
  var features: SmallCraftFeatures
  var isSmall: Bool
}

/// The craft of an exercise night with dark ones among them, seen with noise and seldom completely.
struct SmallCraftNight {
  private(set) var samples: [SmallCraftSample] = []
  private var chance: SeededGenerator

  /// A sector of the French shore from which boats set out.
  static let darkBoats = 40
  static let darkOthers = 14

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed, stream: 77)
    let night = Night(seed: seed, start: Instant(millisecondsSince1970: 1_795_284_000_000), hours: 4)
    for actor in night.actors where ![.aton, .base, .aircraft, .distress].contains(actor.trackClass) {
      for minute in [30, 110, 190] {
        add(actor, at: night.start.adding(milliseconds: Int64(minute) * 60_000))
      }
    }
    for _ in 0..<Self.darkBoats { addDark(isBoat: true) }
    for _ in 0..<Self.darkOthers { addDark(isBoat: false) }
  }

  private mutating func add(_ actor: ExerciseActor, at moment: Instant) {
    var speed = 0.0
    var turn = 0.0
    var courses: [Double] = []
    for minute in 0...10 {
      guard let truth = actor.truth(at: moment.adding(milliseconds: Int64(minute) * 60_000)) else { return }
      speed += truth.speedKnots / 11
      if let course = truth.courseDegrees { courses.append(course) }
    }
    for index in courses.indices.dropFirst() {
      turn += Units.turn(fromDegrees: courses[index - 1], toDegrees: courses[index]).magnitude / 10
    }
    let length = Double(actor.particulars.lengthMetres)
    // Some switch their transponders off, and then length is what the radar makes of them.
    let isHeard = chance.unit() < 0.93
    add(
      speed: speed, turn: turn, length: length,
      transponder: !isHeard ? .silent : actor.transponder == .classA ? .classA : .classB,
      isFromShore: chance.unit() < 0.04, saysLength: isHeard)
  }

  /// A boat that sets out from a beach, or a larger craft without a transponder.
  private mutating func addDark(isBoat: Bool) {
    let stopped = chance.unit() < 0.15
    let speed =
      isBoat ? (stopped ? chance.number(in: 0...1.5) : chance.number(in: 2...9)) : chance.number(in: 2...14)
    add(
      speed: speed, turn: isBoat ? chance.number(in: 2...14) : chance.number(in: 0.3...5),
      length: isBoat ? chance.number(in: 6...11) : chance.number(in: 16...60), transponder: .silent,
      isFromShore: chance.unit() < (isBoat ? 0.75 : 0.06), saysLength: false)
  }

  private mutating func add(
    speed: Double, turn: Double, length: Double, transponder: SmallCraftFeatures.Transponder, isFromShore: Bool,
    saysLength: Bool
  ) {
    // Below three knots a course is mostly noise.
    let noisyTurn = turn + (1 + 10 / max(speed, 1)) * 0.5 * chance.bell().magnitude
    let measured = length * max(0.3, 1 + (saysLength ? 0 : 0.35) * chance.bell())
    samples.append(
      SmallCraftSample(
        features: SmallCraftFeatures(
          speedKnots: chance.unit() < 0.95 ? max(0, speed + 0.5 * chance.bell()) : nil,
          turnDegreesPerMinute: chance.unit() < 0.85 ? noisyTurn : nil,
          lengthMetres: chance.unit() < (saysLength ? 0.5 : 0.4) ? measured : nil,
          transponder: chance.unit() < 0.9 ? transponder : .unknown,
          origin: chance.unit() < 0.7 ? (isFromShore ? .shoreSector : .elsewhere) : .unknown),
        isSmall: length <= SmallCraftJudgement.greatestLengthMetres))
  }
}

/// How far probabilities are from what happened.
struct Reliability {
  /// Mean squared distance of the probability from what happened.
  var brier = 0.0
  /// The same for the share of small boats said of each.
  var baseBrier = 0.0
  /// Mean distance of the probability from the share in ten bins, weighted by how many fall into each.
  var expectedCalibrationError = 0.0
  /// Bin by bin how many, the mean probability, and the share that was small.
  var bins: [(count: Int, mean: Double, share: Double)] = []

  init(_ said: [(probability: Double, isSmall: Bool)]) {
    let count = Double(max(said.count, 1))
    let base = Double(said.count { $0.isSmall }) / count
    for item in said {
      let happened = item.isSmall ? 1.0 : 0
      brier += (item.probability - happened) * (item.probability - happened) / count
      baseBrier += (base - happened) * (base - happened) / count
    }
    for bin in 0..<10 {
      let inside = said.filter { min(Int($0.probability * 10), 9) == bin }
      guard !inside.isEmpty else { continue }
      let mean = inside.reduce(0) { $0 + $1.probability } / Double(inside.count)
      let share = Double(inside.count { $0.isSmall }) / Double(inside.count)
      bins.append((inside.count, mean, share))
      expectedCalibrationError += (mean - share).magnitude * Double(inside.count) / count
    }
  }
}
