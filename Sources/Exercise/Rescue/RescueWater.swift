/// The water and the wind of a made-up night: a tide of two highs a day along the strait, and a wind that veers.
struct RescueWater: Sendable {
  private let tidePeak: Double
  private let tidePhase: Double
  private let windSpeed: Double
  private let windTowards: Double
  private let veer: Double

  /// The principal lunar tide comes back after 12 h 25 min.
  private static let tideSeconds = 44_714.0
  /// The Dover Strait runs from south-west to north-east.
  private static let straitDegrees = 42.0

  init(_ chance: inout SeededGenerator) {
    tidePeak = chance.number(in: 0.6...1.6)
    tidePhase = chance.number(in: 0...360)
    windSpeed = chance.number(in: 0.5...8)
    windTowards = chance.number(in: 0...360)
    veer = chance.number(in: -5...5)
  }

  func sea(at time: Int) -> RescueNight.Sea {
    let stream = tidePeak * ExactMathematics.sine(degrees: Double(time) / Self.tideSeconds * 360 + tidePhase)
    let wind = windTowards + veer * Double(time) / 3_600
    return RescueNight.Sea(
      time: time, windEast: windSpeed * ExactMathematics.sine(degrees: wind),
      windNorth: windSpeed * ExactMathematics.cosine(degrees: wind),
      currentEast: stream * ExactMathematics.sine(degrees: Self.straitDegrees),
      currentNorth: stream * ExactMathematics.cosine(degrees: Self.straitDegrees))
  }
}
