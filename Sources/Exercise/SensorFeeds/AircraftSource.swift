/// The search aircraft as a receiver on the ground hears it: two positions and two velocities a second while it
/// flies, and its call sign every five seconds (RTCA DO-260B, 2.2.3.3).
struct AircraftSource: FeedSource {
  /// An address of a block that no state has (ICAO Annex 10, volume III, part I, chapter 9, table 9-1).
  static let address: UInt32 = 0xF0_0E01
  static let callSign = "EXERCISE"
  private static let stepMilliseconds: Int64 = 500
  private static let stepsPerIdentification: Int64 = 10
  private static let ticksPerMillisecond: Int64 = 12_000
  private static let feetPerMetre = 1 / 0.3048
  /// Slower than this it stands on its airfield and is silent, in knots.
  private static let leastKnots = 30.0

  private let aircraft: ExerciseActor?
  private let endMilliseconds: Int64
  private var step: Int64 = 0

  init(_ night: Night) {
    aircraft = night.flights.aircraft.map { night.actors[$0] }
    endMilliseconds = night.durationMilliseconds
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    guard let aircraft else { return nil }
    while step * Self.stepMilliseconds < endMilliseconds {
      defer { step += 1 }
      let now = step * Self.stepMilliseconds
      let motion = aircraft.itinerary.motion(at: now)
      let (east, north) = (motion.east * 3600 / 1852, motion.north * 3600 / 1852)
      guard (east * east + north * north).squareRoot() > Self.leastKnots else { continue }
      var frames = [
        Squitter.position(
          motion.place, altitudeFeet: Int((SearchFlights.aircraftMetres * Self.feetPerMetre).rounded()),
          isOdd: step % 2 == 1, address: Self.address),
        Squitter.velocity(eastKnots: east, northKnots: north, address: Self.address),
      ]
      if step % Self.stepsPerIdentification == 0 {
        frames.append(Squitter.identification(Self.callSign, address: Self.address))
      }
      return (now, frames.flatMap { $0.line(counter: now * Self.ticksPerMillisecond) })
    }
    return nil
  }
}
