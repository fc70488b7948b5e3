import Foundation

/// What one count says for a surge to twice the expected, as a logarithm of the likelihood ratio.
enum SurgeEvidence {
  static let ratio = 2.0

  /// It is linear in the count: `slope · count − offset`.
  static func of(_ mean: Double, _ dispersion: Double) -> (slope: Double, offset: Double) {
    let shape = 1 / dispersion
    let change = log((shape + ratio * mean) / (shape + mean))
    return (log(ratio) - change, shape * change)
  }
}
