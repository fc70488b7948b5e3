import Exercise
import Geodesy
import Operations

/// Brings made-up series into an exercise that has none, so that its statisticians have something to count.
enum ExerciseSeries {
  /// How far back the series go: three years and a part of one, all told aloud as an exercise.
  private static let days = 1_128
  private static let source = "EXERCISE"

  static func fill(_ centre: Centre, seed: UInt64, now: Instant) async throws {
    guard centre.settings.exercise, try await centre.hasNoSeries() else { return }
    let today = StatisticDay(now)
    let last = today.advanced(byDays: -1)
    let first = last.advanced(byDays: 1 - days)
    let newYear = StatisticDay(String(last.text.prefix(4)) + "-01-01") ?? last
    let dayOfYear = Int(last.midnight.seconds(since: newYear.midnight) / 86_400) + 1
    let counts = MadeUpCounts(seed: seed, days: days, lastDayOfYear: dayOfYear)
    let daily: [(StatisticSeries.Measure, [Int])] = [
      (.arrivals, counts.people), (.craft, counts.craft), (.peoplePrevented, counts.prevented),
      (.wind, counts.windKnots),
    ]
    for (measure, numbers) in daily {
      // The release of a week ago had the newest days lower, as first counts are.
      var early = Array(numbers.dropLast(7))
      for index in early.indices.suffix(5) where measure.addsUp { early[index] = early[index] * 9 / 10 }
      for (numbers, released) in [(early, today.advanced(byDays: -7)), (numbers, today)] {
        try await record(measure, .day, numbers, first, released, centre, final: released.advanced(byDays: -90))
      }
    }
    let weekly: [(StatisticSeries.Measure, [Int])] = [
      (.workInProgress, counts.openCases), (.claims, counts.claims), (.decisions, counts.decisions),
    ]
    for (measure, numbers) in weekly {
      try await record(measure, .week, numbers, first.advanced(byDays: 6), today, centre, final: nil)
    }
  }

  private static func record(
    _ measure: StatisticSeries.Measure, _ period: StatisticSeries.Period, _ numbers: [Int], _ first: StatisticDay,
    _ released: StatisticDay, _ centre: Centre, final: StatisticDay?
  ) async throws {
    let id = "exercise-\(period.rawValue)-\(measure.slug)"
    let isSea = period == .day
    let series = StatisticSeries(
      id: id, title: "EXERCISE: \(Strings.english["chart.measure.\(measure.rawValue)"])", measure: measure,
      period: period, place: "EXERCISE", route: isSea ? .channel : nil)
    let release = StatisticRelease(
      series: id, released: released, source: source, first: first,
      parts: [.init(figures: numbers.map { .number(Double($0)) })], finalThrough: final,
      note: "Made up for an exercise; nothing of it happened.")
    try await centre.recordExercise(RecordRelease(release, of: series))
  }
}
