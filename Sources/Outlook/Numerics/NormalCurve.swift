import Foundation

/// The standard normal distribution.
enum NormalCurve {
  /// The chance of a value at most this.
  static func chance(below value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  /// The value that lies above this share of the distribution; the share lies between 0 and 1.
  ///
  /// Source: P. J. Acklam, rational approximation, relative error under 1.2e-9.
  static func value(above share: Double) -> Double {
    let share = min(max(share, 1e-12), 1 - 1e-12)
    if share < 0.02425 { return tail((-2 * log(share)).squareRoot()) }
    if share > 1 - 0.02425 { return -tail((-2 * log(1 - share)).squareRoot()) }
    let middle = share - 0.5
    let square = middle * middle
    let upper =
      (((((-39.69683028665376 * square + 220.9460984245205) * square - 275.9285104469687) * square
        + 138.3577518672690) * square - 30.66479806614716) * square + 2.506628277459239) * middle
    let lower =
      ((((-54.47609879822406 * square + 161.5858368580409) * square - 155.6989798598866) * square
        + 66.80131188771972) * square - 13.28068155288572) * square + 1
    return upper / lower
  }

  private static func tail(_ root: Double) -> Double {
    let upper =
      ((((-0.007784894002430293 * root - 0.3223964580411365) * root - 2.400758277161838) * root - 2.549732539343734)
        * root + 4.374664141464968) * root + 2.938163982698783
    let lower =
      (((0.007784695709041462 * root + 0.3224671290700398) * root + 2.445134137142996) * root + 3.754408661907416)
      * root + 1
    return upper / lower
  }
}
