/// What a reader has to know beside a forecast or a watch; the caller puts it into words.
public enum OutlookRemark: Equatable, Sendable {
  /// So few past origins could be learned from that the spread was widened.
  case fewPastOrigins(before: CalendarDay, days: Int, origins: Int)
  /// The weather of the forecast days themselves was used as known.
  case weatherTakenAsKnown(from: CalendarDay)
  /// All that is known before the origin is zero; a first keeps a chance.
  case nothingEverCame(before: CalendarDay, known: Int)
  /// Too few days are known for a season, and the spread was widened.
  case tooFewForASeason(before: CalendarDay, known: Int)
  /// Less than two years of periods are known, and the spread was widened.
  case lessThanTwoYears(before: CalendarDay, known: Int)
  /// The first periods are learned from, and none is left to be watched.
  case nothingToWatch(learnedFrom: Int, periods: Int)
  /// Less than three years are known, so that the season is hardly known.
  case seasonHardlyKnown(periods: Int)
  /// The past had more swings than the baseline explains; the threshold was raised to keep false alarms rare.
  case thresholdRaised(on: CalendarDay)
}
