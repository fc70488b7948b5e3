import Foundation

/// Says how likely two names are one, across scripts, spellings and orders.
///
/// Words are laid beside each other whatever their order; what differs is counted by kind; a logistic model with
/// learned weights makes a probability of it. Nothing about nationality, ethnicity or religion is a feature.
///
///     let comparer = NameComparer()
///     comparer.score("محمد بن سلمان", "Mohammed bin Salman")  // near 1
public struct NameComparer: Sendable {
  let weights: NameWeights

  /// - Parameter weights: the learned weights, unless others are tried.
  public init(weights: NameWeights = .learned) { self.weights = weights }

  /// The probability that two names are of one bearer, among pairs half of which are: 0 when either cannot be compared.
  public func score(_ first: PreparedName, _ second: PreparedName) -> Double {
    guard !first.flaws.isUnusable, !second.flaws.isUnusable else { return 0 }
    let features = features(first, second)
    return 1 / (1 + exp(-balanced(features)))
  }

  /// The same for names that were not prepared.
  public func score(_ first: String, _ second: String) -> Double { score(PreparedName(first), PreparedName(second)) }

  /// How much more likely the two names look this way when they are of one bearer than when they are of two that
  /// resemble each other: log₂ of the ratio, between -12 and 12; 0 when either cannot be compared, since missing is
  /// not different.
  ///
  /// The pairs that the weights were learned from are near neighbours, so the figure is modest for names drawn at
  /// random.
  public func bits(_ first: PreparedName, _ second: PreparedName) -> Double {
    guard !first.flaws.isUnusable, !second.flaws.isUnusable else { return 0 }
    return min(12, max(-12, balanced(features(first, second)) / log(2)))
  }

  /// Log-odds when half of the pairs are the same.
  private func balanced(_ features: NameFeatures) -> Double {
    let share = weights.share(features)
    return weights.logOdds(features) - log(share / (1 - share))
  }

  func features(_ first: PreparedName, _ second: PreparedName) -> NameFeatures {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: NameAlignment.cells) { table in
      guard let base = table.baseAddress else { return NameFeatures() }
      return NameFeatures(NamePairing(first, second, table: base))
    }
  }
}
