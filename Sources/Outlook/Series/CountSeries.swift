/// Counts over time, one figure a period without holes: what is missing stands as `.blank` or `.notAvailable`.
public struct CountSeries: Equatable, Sendable {
  /// What is counted, in words.
  public let name: String
  /// How long each figure counts.
  public let period: Period
  /// The date of the first figure, as its table gives it.
  public let first: CalendarDay
  /// The figures, oldest first.
  public let figures: [Figure]

  /// Makes a series.
  public init(name: String, period: Period, first: CalendarDay, figures: [Figure]) {
    self.name = name
    self.period = period
    self.first = first
    self.figures = figures
  }

  /// How many periods it has, known or not.
  public var count: Int { figures.count }
  /// The numbers, nil where none is known.
  public var values: [Double?] { figures.map(\.number) }
  /// The date of the last figure.
  public var last: CalendarDay { day(max(count - 1, 0)) }

  /// The date of a figure, which may lie behind the last.
  public func day(_ index: Int) -> CalendarDay { period.day(first, plus: index) }

  /// The place of a date, which may lie outside.
  public func index(_ day: CalendarDay) -> Int { period.count(from: first, to: day) }

  /// The part from a date on.
  public func from(_ day: CalendarDay) -> CountSeries {
    let start = min(max(index(day) + (self.day(index(day)) < day ? 1 : 0), 0), count)
    return CountSeries(name: name, period: period, first: self.day(start), figures: Array(figures[start...]))
  }

  /// The part before a date: all that was known then.
  public func before(_ day: CalendarDay) -> CountSeries {
    let end = figures.indices.first { self.day($0) >= day } ?? count
    return CountSeries(name: name, period: period, first: first, figures: Array(figures[..<end]))
  }
}
