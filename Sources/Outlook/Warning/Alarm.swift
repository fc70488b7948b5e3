/// News: more than ordinary times bring.
public struct Alarm: Equatable, Sendable {
  /// The first period of the rise that led to it.
  public let since: CalendarDay
  /// What was expected from then on.
  public let expectedSince: Double
  /// What came from then on.
  public let observedSince: Double
  /// The chance of at least this count in this one period in ordinary times.
  public let chance: Double
  /// Other methods that find the period unusual too.
  public let witnesses: [AlarmWitness]
}
