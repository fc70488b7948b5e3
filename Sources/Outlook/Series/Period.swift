/// How long each figure of a series counts.
public enum Period: String, Sendable, CaseIterable {
  case day, week, month, quarter

  /// How many of them make a year, rounded.
  public var aYear: Int {
    switch self {
    case .day: 365
    case .week: 52
    case .month: 12
    case .quarter: 4
    }
  }

  /// The day of the period that lies a number of periods after one that has this day.
  public func day(_ first: CalendarDay, plus periods: Int) -> CalendarDay {
    switch self {
    case .day: return first.advanced(byDays: periods)
    case .week: return first.advanced(byDays: 7 * periods)
    case .month, .quarter:
      let months = self == .month ? periods : 3 * periods
      let moved = first.advanced(byMonths: months)
      let (year, month, _) = moved.parts
      let next = first.advanced(byDays: 1)
      let last = CalendarDay.days(inMonth: month, year: year)
      // A series dated by the last day of its months stays at the last days.
      let day = next.parts.day == 1 ? last : min(first.parts.day, last)
      return CalendarDay(year: year, month: month, day: day) ?? moved
    }
  }

  /// How many periods lie between two days; days inside a period count for it.
  public func count(from first: CalendarDay, to day: CalendarDay) -> Int {
    switch self {
    case .day: return day.number - first.number
    case .week: return Int((Double(day.number - first.number) / 7).rounded(.down))
    case .month, .quarter:
      let (one, other) = (first.parts, day.parts)
      let months = (other.year - one.year) * 12 + other.month - one.month
      return self == .month ? months : Int((Double(months) / 3).rounded(.down))
    }
  }

  /// The period that the steps between days speak of, or nil when they speak of none.
  public static func between(_ days: [CalendarDay]) -> Period? {
    let steps = zip(days, days.dropFirst()).map { $1.number - $0.number }.filter { $0 > 0 }.sorted()
    guard !steps.isEmpty else { return nil }
    switch steps[steps.count / 2] {
    case 1: return .day
    case 7: return .week
    case 28...31: return .month
    case 89...92: return .quarter
    default: return nil
    }
  }
}
