import Geodesy
import Tracking

/// What the drone of a night sees, picture after picture: its camera sweeps to and fro ahead, and stays for a while
/// on a boat that its operator marks.
struct DroneWatch: Sendable {
  /// One picture.
  struct Look: Sendable {
    let milliseconds: Int64
    /// Counted from 0.
    let number: Int
    let frame: CameraFrame
    let headingDegrees: Double
    let metresPerSecond: Double
    let detections: [ImageDetection]
    /// Where the boat is that the operator has marked.
    let target: Place?
  }

  /// Time between two pictures that are analysed, in milliseconds.
  static let stepMilliseconds: Int64 = 1000
  /// Standard deviation of a place in a picture along each axis, in metres.
  static let deviationMetres = 25.0
  /// How likely a picture shows a small boat, and a ship, that is in it.
  static let probabilities = (small: 0.85, large: 0.97)
  /// False detections in a picture, on average.
  static let falseShare = 0.01
  private static let sweepDegrees = 70.0
  private static let sweepMilliseconds: Int64 = 60_000
  /// The operator stays on a boat so long, and does not come back to it for so long.
  private static let holdMilliseconds: Int64 = 90_000
  private static let pauseMilliseconds: Int64 = 600_000
  /// How near a boat must be to be marked, in metres, and how far the camera is ever asked to see.
  private static let markedWithin = 1000.0...4000.0
  private static let lookoutMetres = 6500.0

  private let drone: ExerciseActor?
  private let endMilliseconds: Int64
  private var lookout: Lookout
  private var chance: SeededGenerator
  private var number = 0
  private var held: (actor: ExerciseActor, until: Int64)?
  private var heldAt: [Int: Int64] = [:]

  init(_ night: Night) {
    drone = night.flights.drone.map { night.actors[$0] }
    endMilliseconds = night.durationMilliseconds
    lookout = Lookout(night)
    chance = SeededGenerator(seed: night.seed, stream: 21_000_000)
  }

  /// How its operator would declare it.
  static var sensor: Sensor {
    var sensor = Sensor(name: "EXERCISE DRONE", kind: .drone)
    sensor.detectionProbability = probabilities.small
    sensor.falsePlotsPerLook = falseShare
    sensor.lookSeconds = Double(stepMilliseconds) / 1000
    sensor.latencySeconds = 1
    sensor.positionDeviationMetres = deviationMetres
    return sensor
  }

  /// The next picture; nil when the night is over, or when there is no drone.
  mutating func next() -> Look? {
    let now = Int64(number) * Self.stepMilliseconds
    guard let drone, now < endMilliseconds else { return nil }
    defer { number += 1 }
    let motion = drone.itinerary.motion(at: now)
    let heading = ExactMathematics.bearing(east: motion.east, north: motion.north)
    let speed = (motion.north * motion.north + motion.east * motion.east).squareRoot()
    let marked = heldPlace(at: now, from: motion.place)
    let frame = frame(from: motion.place, heading: heading, marked: marked, at: now)
    let (detections, boat) = detect(in: frame, from: motion.place, at: now)
    if held == nil, let boat {
      held = (boat, now + Self.holdMilliseconds)
      heldAt[boat.number] = now
    }
    return Look(
      milliseconds: now, number: number, frame: frame, headingDegrees: heading, metresPerSecond: speed,
      detections: detections, target: marked)
  }

  /// Where the boat is that is held; lets go of it when its time is over or it is out of reach.
  private mutating func heldPlace(at now: Int64, from place: Place) -> Place? {
    guard let held else { return nil }
    let target = held.actor.itinerary.motion(at: now).place
    guard now < held.until, held.actor.isPresent(at: now), Self.markedWithin.contains(place.metres(to: target)) else {
      self.held = nil
      return nil
    }
    return target
  }

  private func frame(from place: Place, heading: Double, marked: Place?, at now: Int64) -> CameraFrame {
    let height = SearchFlights.droneMetres
    if let marked {
      let way = place.way(to: marked)
      let distance = place.metres(to: marked)
      return CameraFrame(
        place: place, heightMetres: height,
        azimuthDegrees: ExactMathematics.bearing(east: way.east, north: way.north),
        depressionDegrees: ExactMathematics.bearing(east: height, north: distance), widthDegrees: 6, tallDegrees: 4)
    }
    let phase = Double(now % Self.sweepMilliseconds) / Double(Self.sweepMilliseconds)
    let side = phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase
    return CameraFrame(
      place: place, heightMetres: height, azimuthDegrees: wrapped(heading + side * Self.sweepDegrees),
      depressionDegrees: 18, widthDegrees: 30, tallDegrees: 12)
  }

  /// What the picture shows, and the first boat in it that the operator would stay on: a small one that says nothing.
  private mutating func detect(
    in frame: CameraFrame, from place: Place, at now: Int64
  ) -> ([ImageDetection], ExerciseActor?) {
    var detections: [ImageDetection] = []
    var boat: ExerciseActor?
    let area = frame.area
    var chance = chance
    let heldAt = heldAt
    lookout.forEach(near: place, metres: Self.lookoutMetres, at: now) { actor, motion in
      guard area.contains(motion.place) else { return }
      let isSmall = actor.particulars.lengthMetres < 15
      guard chance.unit() < (isSmall ? Self.probabilities.small : Self.probabilities.large) else { return }
      detections.append(
        ImageDetection(
          of: actor, at: motion.place, deviationMetres: Self.deviationMetres, lengthShare: 0.1, matched: nil, &chance))
      let isFresh = heldAt[actor.number].map { now - $0 > Self.pauseMilliseconds } ?? true
      if boat == nil, isSmall, isFresh, actor.transponder == .silent,
        Self.markedWithin.contains(place.metres(to: motion.place))
      {
        boat = actor
      }
    }
    self.chance = chance
    for _ in 0..<self.chance.poisson(mean: Self.falseShare) {
      detections.append(
        ImageDetection(falseAt: area.place(along: self.chance.unit(), self.chance.unit()), &self.chance))
    }
    return (detections, boat)
  }
}
