import Foundation

/// Watches a series for surges: the evidence that counts have doubled is summed from period to period (a cumulative
/// sum of likelihood
/// ratios) against a baseline learned from the periods before, and starts anew after each alarm.
///
/// Source: Höhle and Paul 2008, Count data regression charts for the monitoring of surveillance time series.
public struct SurgeWatch: Sendable {
  /// Every period of the series.
  public let periods: [WatchedPeriod]
  /// The evidence at which there is an alarm, for each period from the first that is watched.
  public let threshold: Double
  /// What has to be said: too little data, or a threshold that was raised.
  public let remarks: [OutlookRemark]

  /// A baseline that is learned makes for more false alarms than a known one would: with 0.85, ordinary series made at random
  /// gave 1.14 alarms a year where one was allowed.
  private static let share = 0.75

  /// Watches a series.
  /// - Parameter falseAlarmsPerYear: how many alarms a year ordinary times may bring, above 0.
  /// - Throws: `OutlookError` when too few periods are known or the number is out of bounds.
  public init(_ series: CountSeries, falseAlarmsPerYear: Double) throws(OutlookError) {
    let aYear = Double(series.period.aYear)
    guard falseAlarmsPerYear > 0, falseAlarmsPerYear <= aYear / 4 else {
      throw OutlookError(
        place: "false alarms a year", reason: "\(falseAlarmsPerYear) is out of bounds: above 0, at most \(aYear / 4)")
    }
    let values = series.values
    guard values.lazy.compactMap({ $0 }).count >= OutlookLimits.fewestValues else {
      throw OutlookError(
        place: series.name, reason: "too little is known: at least \(OutlookLimits.fewestValues) periods are needed")
    }
    let yearLength = series.period == .day ? 365.2425 : series.period == .week ? 52.18 : aYear
    var state = State(series, rate: falseAlarmsPerYear / aYear)
    let start = max(2 * series.period.aYear, OutlookLimits.fewestValues)
    var found = (0..<min(start, values.count)).map {
      WatchedPeriod(day: series.day($0), expected: nil, upper: nil, observed: values[$0], alarm: nil)
    }
    let pace = max(series.period.aYear / 12, 1)
    var baseline = SeasonalBaseline(values, end: min(start, values.count), yearLength: yearLength)
    for index in found.count..<max(values.count, found.count) {
      if (index - start) % pace == 0 {
        baseline = SeasonalBaseline(values, end: index, yearLength: yearLength)
        if (index - start) % (12 * pace) == 0 { state.learnThreshold(baseline, before: index) }
      }
      found.append(state.watch(index, baseline))
    }
    periods = found
    threshold = state.threshold
    var remarks = state.remarks
    if values.count <= start {
      remarks.append(.nothingToWatch(learnedFrom: start, periods: values.count))
    } else if values.count < start + series.period.aYear {
      remarks.append(.seasonHardlyKnown(periods: values.count))
    }
    self.remarks = remarks
  }

  private struct State {
    let series: CountSeries
    let values: [Double?]
    let rate: Double
    let farrington: FarringtonFlexible
    var threshold = 2.0
    var evidence = 0.0
    var since: Int?
    var (expectedSince, observedSince) = (0.0, 0.0)
    var remarks: [OutlookRemark] = []

    init(_ series: CountSeries, rate: Double) {
      self.series = series
      values = series.values
      self.rate = rate
      farrington = FarringtonFlexible(series)
    }

    /// The threshold at which ordinary times give as many alarms as are allowed; raised where the past shows that they
    /// give more.
    mutating func learnThreshold(_ baseline: SeasonalBaseline, before end: Int) {
      let means = baseline.learned.map(baseline.mean).sorted()
      let drawn = AlarmRate(mean: max(means[means.count / 2], 0.5), dispersion: baseline.dispersion)
      threshold = drawn.threshold(rate: SurgeWatch.share * rate)
      let past = baseline.learned.compactMap { index -> Double? in
        let (slope, offset) = SurgeEvidence.of(baseline.mean(index), baseline.dispersion)
        return values[index].map { slope * $0 - offset }
      }
      let allowed = 1.5 * rate * Double(past.count) + 1
      let raised = stride(from: threshold, through: 60, by: 0.25).first { AlarmRate.alarms(past, $0) <= allowed } ?? 60
      guard raised > threshold else { return }
      threshold = raised
      if remarks.isEmpty { remarks.append(.thresholdRaised(on: series.day(end))) }
    }

    mutating func watch(_ index: Int, _ baseline: SeasonalBaseline) -> WatchedPeriod {
      let mean = baseline.mean(index)
      let (slope, offset) = SurgeEvidence.of(mean, baseline.dispersion)
      let upper = (threshold - evidence + offset) / slope
      guard let value = values[index] else {
        return WatchedPeriod(day: series.day(index), expected: mean, upper: upper, observed: nil, alarm: nil)
      }
      if evidence <= 0 { (since, expectedSince, observedSince) = (index, 0, 0) }
      expectedSince += mean
      observedSince += value
      let isAlarm = value > upper
      evidence = isAlarm ? 0 : max(evidence + slope * value - offset, 0)
      let chance = 1 - NegativeBinomial(mean: mean, dispersion: baseline.dispersion).chance(atMost: value - 1)
      let alarm =
        !isAlarm
        ? nil
        : Alarm(
          since: series.day(since ?? index), expectedSince: expectedSince, observedSince: observedSince, chance: chance,
          witnesses: witnesses(index))
      return WatchedPeriod(day: series.day(index), expected: mean, upper: upper, observed: value, alarm: alarm)
    }

    private func witnesses(_ index: Int) -> [AlarmWitness] {
      AlarmWitness.allCases.filter { witness in
        switch witness {
        case .farringtonFlexible: farrington.exceeds(index)
        case .earsC1: EarlyAberration.alarm(values, index, .first)
        case .earsC2: EarlyAberration.alarm(values, index, .second)
        case .earsC3: EarlyAberration.alarm(values, index, .third)
        }
      }
    }
  }
}
