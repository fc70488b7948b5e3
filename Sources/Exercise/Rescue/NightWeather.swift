public import Geodesy

/// The weather of a night at one moment, as a forecast would give it to a desk.
public struct NightWeather: Hashable, Sendable {
  /// When it is so.
  public let at: Instant
  /// The wind, in metres a second.
  public let windMetresPerSecond: Double
  /// Where the wind comes from, in degrees from true north.
  public let windFromDegrees: Double
  /// The current to the north, in metres a second.
  public let currentNorthMetresPerSecond: Double
  /// The current to the east, in metres a second.
  public let currentEastMetresPerSecond: Double
  /// Sea state by the Douglas scale (WMO code table 3700).
  public let seaState: Int
  /// The temperature of the water, in degrees Celsius.
  public let waterCelsius: Double
  /// The temperature of the air, in degrees Celsius.
  public let airCelsius: Double

  /// Time between two values of a night, in milliseconds.
  public static let stepMilliseconds: Int64 = 1_800_000

  /// The weather of a night every half an hour from its start to its end.
  ///
  /// The current is the tide that carries the night's own boats. The wind shifts by a few degrees about the one of the
  /// night's conditions, by which the boats drift.
  static func values(of night: Night) -> [NightWeather] {
    var chance = SeededGenerator(seed: night.seed, stream: 30_000_000)
    let tide = TidalStream(seed: night.seed, conditions: night.conditions)
    let water = chance.number(in: 7...17)
    let air = water + chance.number(in: -5...3)
    var gust = 0.0
    var turn = 0.0
    return stride(from: 0, through: night.durationMilliseconds, by: Int64.Stride(stepMilliseconds)).map { moment in
      gust = 0.7 * gust + 0.05 * chance.bell()
      turn = 0.7 * turn + 4 * chance.bell()
      let current = tide.current(at: moment)
      let from = (night.conditions.windFromDegrees + turn).truncatingRemainder(dividingBy: 360)
      return NightWeather(
        at: night.start.adding(milliseconds: moment),
        windMetresPerSecond: max(0, night.conditions.windMetresPerSecond * (1 + gust)),
        windFromDegrees: from < 0 ? from + 360 : from, currentNorthMetresPerSecond: current.north,
        currentEastMetresPerSecond: current.east, seaState: night.conditions.seaState, waterCelsius: water,
        airCelsius: air - 0.2 * Double(moment) / 3_600_000)
    }
  }
}
