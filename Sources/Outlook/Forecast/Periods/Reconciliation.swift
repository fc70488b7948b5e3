/// Makes forecasts of the series of a hierarchy add up.
public enum Reconciliation: Sendable {
  /// The lowest forecasts are kept and summed.
  case bottomUp
  /// Every forecast gives way by the same measure.
  case leastSquares
  /// Each gives way by how badly it did, errors that go together counted together: minimum trace with a shrunk
  /// covariance.
  ///
  /// Source: Wickramasuriya, Athanasopoulos and Hyndman 2019; shrinkage by Schäfer and Strimmer 2005.
  /// - Parameter errors: past one-step errors, one list a series, all of one length of at least two.
  case minimumTrace(errors: [[Double]])

  /// Forecasts that add up, none under zero, in the order of the hierarchy.
  ///
  /// If reconciliation would put a lowest series under zero, it is set to zero and the sums follow.
  /// - Throws: `OutlookError` when the lengths do not fit.
  public func apply(_ forecasts: [Double], _ hierarchy: Hierarchy) throws(OutlookError) -> [Double] {
    guard forecasts.count == hierarchy.names.count else {
      throw OutlookError(place: "hierarchy", reason: "\(forecasts.count) forecasts for \(hierarchy.names.count) series")
    }
    let adjusted: [Double]
    switch self {
    case .bottomUp: adjusted = forecasts
    case .leastSquares:
      adjusted = Self.projected(forecasts, hierarchy) { $0 == $1 ? 1 : 0 }
    case .minimumTrace(let errors):
      guard errors.count == forecasts.count, let length = errors.first?.count, length >= 2,
        errors.allSatisfy({ $0.count == length })
      else { throw OutlookError(place: "hierarchy", reason: "the past errors are not one list of one length a series") }
      let covariance = Self.shrunkCovariance(errors)
      adjusted = Self.projected(forecasts, hierarchy) { covariance[$0][$1] }
    }
    return hierarchy.bottoms.map { $0.reduce(0) { $0 + max(adjusted[$1], 0) } }
  }

  /// Forecasts less what breaks the sums, carried back along the covariance: `y − W Cᵀ (C W Cᵀ)⁻¹ C y`, where each row
  /// of `C` is a series
  /// less the lowest that it sums.
  private static func projected(
    _ forecasts: [Double], _ hierarchy: Hierarchy, _ covariance: (Int, Int) -> Double
  ) -> [Double] {
    let sums = hierarchy.parts.indices.filter { !hierarchy.parts[$0].isEmpty }
    let rows = sums.map { sum in [(sum, 1.0)] + hierarchy.bottoms[sum].map { ($0, -1.0) } }
    var system = SymmetricSystem(penalties: [Double](repeating: 1e-9, count: sums.count))
    let carried = rows.map { row in
      forecasts.indices.map { series in row.reduce(0) { $0 + covariance(series, $1.0) * $1.1 } }
    }
    let breaks = rows.map { row in row.reduce(0) { $0 + forecasts[$1.0] * $1.1 } }
    system.fill(
      matrix: rows.map { row in carried.map { line in row.reduce(0) { $0 + line[$1.0] * $1.1 } } }, side: breaks)
    let pull = system.solved()
    return forecasts.indices.map { series in
      forecasts[series] - zip(pull, carried).reduce(0) { $0 + $1.0 * $1.1[series] }
    }
  }

  private static func shrunkCovariance(_ errors: [[Double]]) -> [[Double]] {
    let length = Double(errors[0].count)
    let deviations = errors.map { list in
      max((list.reduce(0) { $0 + $1 * $1 } / length).squareRoot(), 1e-6)
    }
    let scaled = zip(errors, deviations).map { list, deviation in list.map { $0 / deviation } }
    var (variances, squares) = (0.0, 0.0)
    var correlations = scaled.map { _ in [Double](repeating: 1, count: scaled.count) }
    for one in scaled.indices {
      for other in 0..<one {
        let products = zip(scaled[one], scaled[other]).map { $0 * $1 }
        let mean = products.reduce(0, +) / length
        correlations[one][other] = mean
        correlations[other][one] = mean
        squares += mean * mean
        variances += products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (length * (length - 1))
      }
    }
    let shrinkage = squares > 0 ? min(max(variances / squares, 0), 1) : 1
    return scaled.indices.map { one in
      scaled.indices.map { other in
        let correlation = one == other ? 1 : (1 - shrinkage) * correlations[one][other]
        return correlation * deviations[one] * deviations[other]
      }
    }
  }
}
