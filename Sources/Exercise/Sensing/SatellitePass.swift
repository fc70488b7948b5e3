import Geodesy
import Tracking

/// A pass of a radar satellite over the strait: what lies in its scene, and when the analysis of it arrives.
struct SatellitePass: Sendable {
  /// When the scene is taken, in milliseconds since the start of the night.
  let milliseconds: Int64
  /// When its detections arrive.
  let arrivalMilliseconds: Int64
  let number: Int
  let area: SeenArea

  /// How likely a scene shows a small boat, and a ship, that is in it.
  static let probabilities = (small: 0.6, large: 0.96)
  /// Standard deviation of a place along each axis, in metres.
  static let deviationMetres = 40.0
  /// False detections of a scene, on average.
  static let falsePerPass = 6.0
  /// The analysis matches a craft that speaks with its AIS so often.
  static let matchShare = 0.95
  private static let latencies: ClosedRange<Int64> = 900_000...2_400_000
  /// Half the length and width of a scene, in metres.
  private static let halfScene = (along: 38_000.0, across: 24_000.0)
  private static let headingDegrees = 349.0
  /// A night shorter than this has no pass; one from twice as long on may have two.
  private static let leastNight: Int64 = 3_600_000

  /// The passes of a night: one or two, early enough that their detections arrive before its end.
  static func all(of night: Night) -> [SatellitePass] {
    let duration = night.durationMilliseconds
    guard duration >= leastNight else { return [] }
    var chance = SeededGenerator(seed: night.seed, stream: 9)
    let count = duration >= 2 * leastNight ? 1 + chance.whole(below: 2) : 1
    let room = Double(duration - latencies.upperBound - 1) / Double(count)
    return (0..<count).map { pass in
      let moment = Int64(room * (Double(pass) + chance.unit())) / 1000 * 1000
      let late = Int64(chance.number(in: Double(latencies.lowerBound)...Double(latencies.upperBound)))
      let middle = Place(51.0, 1.5).moved(
        north: chance.number(in: -6000...6000), east: chance.number(in: -8000...8000))
      return SatellitePass(
        milliseconds: moment, arrivalMilliseconds: moment + late, number: pass + 1, area: scene(middle))
    }
  }

  private static func scene(_ middle: Place) -> SeenArea {
    let cosine = ExactMathematics.cosine(degrees: headingDegrees)
    let sine = ExactMathematics.sine(degrees: headingDegrees)
    return SeenArea(
      corners: [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { along, across in
        let (forward, right) = (along * halfScene.along, across * halfScene.across)
        return middle.moved(north: forward * cosine - right * sine, east: forward * sine + right * cosine)
      })
  }

  /// How its operator would declare it.
  static var sensor: Sensor {
    var sensor = Sensor(name: "EXERCISE SATELLITE", kind: .satellite)
    sensor.detectionProbability = probabilities.small
    sensor.falsePlotsPerLook = falsePerPass
    sensor.latencySeconds = Double(latencies.lowerBound + latencies.upperBound) / 2000
    sensor.positionDeviationMetres = deviationMetres
    return sensor
  }

  /// What the scene shows.
  func detections(_ night: Night) -> [ImageDetection] {
    var chance = SeededGenerator(seed: night.seed, stream: 22_000_000 + UInt64(number))
    var found: [ImageDetection] = []
    var lookout = Lookout(night)
    lookout.forEach(near: area.middle, metres: 60_000, at: milliseconds) { actor, motion in
      guard area.contains(motion.place) else { return }
      let isSmall = actor.particulars.lengthMetres < 15
      guard chance.unit() < (isSmall ? Self.probabilities.small : Self.probabilities.large) else { return }
      let speaks = actor.transponder == .classA || actor.transponder == .classB
      let isMatched = speaks && chance.unit() < Self.matchShare
      found.append(
        ImageDetection(
          of: actor, at: motion.place, deviationMetres: Self.deviationMetres, lengthShare: 0.15,
          matched: isMatched ? actor.mmsi : nil, &chance))
    }
    for _ in 0..<chance.poisson(mean: Self.falsePerPass) {
      // A little within the edges, since those are straight on a map and not on the earth.
      let (first, last) = (chance.number(in: 0.02...0.98), chance.number(in: 0.02...0.98))
      found.append(ImageDetection(falseAt: area.place(along: first, last), &chance))
    }
    return found
  }
}
