/// Which series of a hierarchy moved in a period, and whether their parts moved with them or against each other.
public struct HierarchyAnomaly: Equatable, Sendable {
  /// The name of the series.
  public let name: String
  /// What was expected.
  public let expected: Double
  /// What came.
  public let observed: Double
  /// How far apart the two are, in standard deviations of ordinary times.
  public let deviations: Double

  /// The series that lie farther than `threshold` standard deviations from what their past expects, the farthest first.
  ///
  /// A total may stand still while its parts trade places: each series is judged by its own past.
  /// - Parameters:
  ///   - series: one series for each name, of one period and length.
  ///   - index: the period that is judged, by all before it.
  public static func find(_ series: [CountSeries], at index: Int, threshold: Double = 3) -> [HierarchyAnomaly] {
    series.compactMap { one -> HierarchyAnomaly? in
      guard index < one.count, index >= 2 * one.period.aYear, let value = one.values[index] else { return nil }
      let baseline = SeasonalBaseline(one.values, end: index, yearLength: Double(one.period.aYear))
      let mean = baseline.mean(index)
      let deviation = (mean + baseline.dispersion * mean * mean).squareRoot()
      let deviations = (value - mean) / max(deviation, 0.5)
      guard abs(deviations) > threshold else { return nil }
      return HierarchyAnomaly(name: one.name, expected: mean, observed: value, deviations: deviations)
    }.sorted { abs($0.deviations) > abs($1.deviations) }
  }
}
