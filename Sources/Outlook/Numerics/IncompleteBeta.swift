import Foundation

/// The regularised incomplete beta function.
enum IncompleteBeta {
  private static let steps = 300

  /// The share of the beta distribution with shapes `first` and `second` that lies under `place`, 0 to 1.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), by Lentz's method.
  static func share(_ place: Double, _ first: Double, _ second: Double) -> Double {
    if place <= 0 { return 0 }
    if place >= 1 { return 1 }
    let front = exp(
      lgamma(first + second) - lgamma(first) - lgamma(second) + first * log(place) + second * log1p(-place))
    if place < (first + 1) / (first + second + 2) { return front * fraction(place, first, second) / first }
    return 1 - front * fraction(1 - place, second, first) / second
  }

  private static func fraction(_ place: Double, _ first: Double, _ second: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var upper = 1.0
    var lower = 1 / kept(1 - (first + second) * place / (first + 1))
    var result = lower
    for step in 1...steps {
      let number = Double(step)
      let even = number * (second - number) * place / ((first + 2 * number - 1) * (first + 2 * number))
      lower = 1 / kept(1 + even * lower)
      upper = kept(1 + even / upper)
      result *= lower * upper
      let odd =
        -(first + number) * (first + second + number) * place / ((first + 2 * number) * (first + 2 * number + 1))
      lower = 1 / kept(1 + odd * lower)
      upper = kept(1 + odd / upper)
      let change = lower * upper
      result *= change
      if abs(change - 1) < 1e-12 { break }
    }
    return result
  }
}
