/// The score of a distribution by its quantiles.
public enum QuantileScore {
  /// The levels of the score: 0.05 to 0.95 in steps of 0.05.
  public static let levels = (1...19).map { Double($0) / 20 }

  /// Twice the mean pinball loss over the levels, which nears the continuous ranked probability score; in units of the
  /// count.
  ///
  /// Source: Gneiting and Raftery 2007, section 4.2.
  /// - Parameters:
  ///   - quantile: the forecast quantile of a level.
  ///   - outcome: the count that came.
  public static func ofLevels(_ quantile: (Double) -> Double, _ outcome: Double) -> Double {
    let losses = levels.reduce(0) { $0 + pinball(quantile($1), level: $1, outcome) }
    return 2 * losses / Double(levels.count)
  }

  /// The score of the forecast of a day.
  static func ofLevels(_ day: DayDistribution, _ outcome: Double) -> Double { ofLevels(day.quantile, outcome) }

  /// The pinball loss of a quantile, in units of the count.
  public static func pinball(_ quantile: Double, level: Double, _ outcome: Double) -> Double {
    outcome >= quantile ? level * (outcome - quantile) : (1 - level) * (quantile - outcome)
  }
}
