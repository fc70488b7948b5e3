/// How likely a search finds what is there, by its coverage.
///
/// Source: Koopman 1980, "Search and screening", chapter 3; IAMSAR Manual, volume II, 4.6 and figure N-10.
public enum DetectionLaw: String, CaseIterable, Codable, Sendable {
  /// The track runs as if at random, as in poor conditions and when the object moves: 1 − exp(−C).
  case random
  /// Ideal parallel tracks under the law of the inverse cube: erf(√π/2 · C).
  case inverseCube
  /// Ideal parallel tracks of a sensor that sees all within its range and nothing beyond: C, and 1 at most.
  case definiteRange

  /// The probability of detection at a coverage, 0 to 1; 0 for a coverage that cannot be.
  ///
  /// At a coverage of 1 it is 0.632 at random, 0.790 under the inverse cube, and 1 within a definite range.
  public func probability(coverage: Double) -> Double {
    guard coverage > 0 else { return 0 }
    switch self {
    case .random: return 1 - SearchMath.exponential(-coverage)
    case .inverseCube: return SearchMath.errorFunction(0.886_226_925_452_758 * coverage)
    case .definiteRange: return min(1, coverage)
    }
  }
}

/// How much of an area a search covers.
public enum SearchCoverage {
  /// The coverage C = W·V·T/A, the area swept against the area searched; 0 when a number cannot be.
  ///
  /// A sweep of 2 km at 10 m/s for an hour in 72 km² covers it once: 1.0.
  public static func coverage(
    sweepWidthMetres: Double, speedMetresPerSecond: Double, seconds: Double, areaSquareMetres: Double
  ) -> Double {
    let coverage = sweepWidthMetres * speedMetresPerSecond * seconds / areaSquareMetres
    return coverage.isFinite && coverage > 0 ? coverage : 0
  }

  /// The coverage of parallel tracks: sweep width by track spacing.
  public static func coverage(sweepWidthMetres: Double, trackSpacingMetres: Double) -> Double {
    let coverage = sweepWidthMetres / trackSpacingMetres
    return coverage.isFinite && coverage > 0 ? coverage : 0
  }
}
