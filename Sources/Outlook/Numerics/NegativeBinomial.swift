import Foundation

/// The distribution of a Poisson count whose rate follows a gamma distribution.
struct NegativeBinomial {
  /// The shape of the gamma distribution; it is one over the dispersion.
  let shape: Double
  /// The rate of the gamma distribution; the mean is shape over rate.
  let rate: Double

  init(shape: Double, rate: Double) {
    self.shape = max(shape, 1e-9)
    self.rate = max(rate, 1e-12)
  }

  /// With a mean and a variance of `mean + dispersion · mean²`.
  init(mean: Double, dispersion: Double) {
    self.init(shape: 1 / max(dispersion, 1e-6), rate: 1 / max(dispersion, 1e-6) / max(mean, 1e-9))
  }

  /// The logarithm of the chance of a count.
  func logarithm(_ count: Double) -> Double {
    lgamma(count + shape) - lgamma(shape) - lgamma(count + 1) + shape * log(rate / (1 + rate)) - count * log1p(rate)
  }

  /// The chance of a count at most this.
  func chance(atMost count: Double) -> Double {
    guard count >= 0 else { return 0 }
    return IncompleteBeta.share(rate / (1 + rate), shape, count.rounded(.down) + 1)
  }

  /// The least count whose chance of not being passed reaches a level.
  func quantile(_ level: Double) -> Double {
    var (low, high) = (-1.0, max(2 * shape / rate, 4).rounded())
    while chance(atMost: high) < level, high < 1e12 { (low, high) = (high, high * 2) }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if chance(atMost: middle) < level { low = middle } else { high = middle }
    }
    return high
  }

  /// A count drawn at random.
  func draw(using generator: inout SeededGenerator) -> Double { quantile(generator.share()) }
}
