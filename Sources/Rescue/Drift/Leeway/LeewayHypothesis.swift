/// One of the things that a drifting object may be, and how likely that is beside the others.
public struct LeewayHypothesis: Hashable, Sendable {
  /// What the object may be.
  public let leewayClass: LeewayClass
  /// Its weight beside the other hypotheses; only the ratio counts.
  public let weight: Double

  /// A hypothesis; a weight that is not positive and finite is refused when a drift begins.
  public init(_ leewayClass: LeewayClass, weight: Double = 1) {
    self.leewayClass = leewayClass
    self.weight = weight
  }

  /// How many of the particles each hypothesis gets: shares by weight, the rest to the largest remainders.
  ///
  /// 10 particles for weights 2, 1 and 1 are 5, 3 and 2.
  static func shares(_ weights: [Double], of particles: Int) -> [Int] {
    let largest = weights.max() ?? 0
    guard largest > 0 else { return weights.map { _ in 0 } }
    // Scaled first, so that huge weights do not leave the numbers when they are added.
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    let exact = scaled.map { $0 / sum * Double(particles) }
    var shares = exact.map { Int($0) }
    let order = exact.indices.sorted {
      let (first, second) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
      return first == second ? $0 < $1 : first > second
    }
    for index in order.prefix(max(0, particles - shares.reduce(0, +))) { shares[index] += 1 }
    return shares
  }
}
