/// A period as an early warning sees it.
public struct WatchedPeriod: Equatable, Sendable {
  /// Its date.
  public let day: CalendarDay
  /// What ordinary times would bring; nil while too little is known.
  public let expected: Double?
  /// The count above which it would be an alarm, given what the periods before brought.
  public let upper: Double?
  /// What came; nil when it is not known.
  public let observed: Double?
  /// Set when it is an alarm.
  public let alarm: Alarm?
}
