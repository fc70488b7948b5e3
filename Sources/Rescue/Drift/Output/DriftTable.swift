/// The statistics of a drift as a table between commas, an hour a row.
public enum DriftTable {
  /// The names of the columns.
  ///
  /// The first 24 are those by which search models are compared; counts of particles follow.
  public static let columns = [
    "object", "key", "seed", "hour", "mean_lon", "mean_lat", "mean_x_m", "mean_y_m", "std_x_m", "std_y_m", "corr_xy",
    "x_p5", "x_p25", "x_p50", "x_p75", "x_p95", "y_p5", "y_p25", "y_p50", "y_p75", "y_p95", "d_p5", "d_p50", "d_p95",
    "particles", "aground", "outside_cover",
  ]

  /// The table: with several hypotheses first all particles together, under the key `ALL`, then each hypothesis.
  ///
  /// An hour at which no particle's place is known has empty numbers.
  public static func text(_ ensemble: DriftEnsemble) -> String {
    let hypotheses = ensemble.scenario.hypotheses
    var text = columns.joined(separator: ",") + "\n"
    let groups: [Int?] = hypotheses.count == 1 ? [nil] : [nil] + hypotheses.indices.map { $0 }
    for group in groups {
      let single = group ?? (hypotheses.count == 1 ? 0 : nil)
      let key = single.map { hypotheses[$0].leewayClass.key } ?? "ALL"
      let number = LeewayClass.known.firstIndex { $0.key == key }.map { String($0 + 1) } ?? ""
      for hour in 0...ensemble.scenario.hours {
        let statistics = DriftStatistics(ensemble, hour: hour, hypothesis: group)
        let cells = statistics.map(numbers) ?? [String](repeating: "", count: columns.count - 4)
        text += ([number, key, "\(ensemble.scenario.seed)", "\(hour)"] + cells).joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private static func numbers(_ statistics: DriftStatistics) -> [String] {
    let spreads = [statistics.east, statistics.north]
    let values =
      [statistics.meanLongitudeDegrees, statistics.meanLatitudeDegrees] + spreads.map(\.mean)
      + spreads.map(\.deviation) + [statistics.correlation] + spreads.flatMap(\.percentiles)
      + statistics.distancePercentiles
    return values.map { "\($0)" }
      + [statistics.particles, statistics.aground, statistics.outsideCover].map(String.init)
  }
}
