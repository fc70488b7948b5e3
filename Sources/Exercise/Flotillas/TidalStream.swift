/// The stream that carries what drifts: the tide to and fro along the strait, and a little of the wind.
///
/// A wave of one tidal constituent, M2 with its period of 12.42 hours, as strong as tables of the strait have it
/// between springs and neaps.
struct TidalStream: Sendable {
  /// The direction of the flood, in degrees from true north.
  private static let floodDegrees = 50.0
  private static let greatestMetresPerSecond = 0.9
  private static let periodMilliseconds = 44_712_000.0
  /// The part of the wind's speed at which a loaded inflatable drifts before it.
  private static let leeway = 0.03

  private let phaseDegrees: Double
  private let wind: (north: Double, east: Double)

  init(seed: UInt64, conditions: SeaConditions) {
    var chance = SeededGenerator(seed: seed, stream: 6)
    phaseDegrees = chance.number(in: 0...360)
    let speed = conditions.windMetresPerSecond * Self.leeway
    wind = (
      -speed * ExactMathematics.cosine(degrees: conditions.windFromDegrees),
      -speed * ExactMathematics.sine(degrees: conditions.windFromDegrees)
    )
  }

  /// Metres a second to the north and to the east at which a boat is carried, so many milliseconds after the start.
  func metresPerSecond(at milliseconds: Int64) -> (north: Double, east: Double) {
    let current = current(at: milliseconds)
    return (current.north + wind.north, current.east + wind.east)
  }

  /// The tide alone, in metres a second to the north and to the east, so many milliseconds after the start.
  func current(at milliseconds: Int64) -> (north: Double, east: Double) {
    let phase = phaseDegrees + 360 * Double(milliseconds) / Self.periodMilliseconds
    let speed = Self.greatestMetresPerSecond * ExactMathematics.sine(degrees: phase)
    return (
      speed * ExactMathematics.cosine(degrees: Self.floodDegrees),
      speed * ExactMathematics.sine(degrees: Self.floodDegrees)
    )
  }
}
