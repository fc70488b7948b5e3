/// Colour, children and departure of one boat.
struct DescriptionModel {
  let parameters: DiscriminationParameters
  /// Departures are not in the nights that were learned from: these two are assumed, and say that a named beach is
  /// mostly right and one of a dozen.
  private static let departureTrue = 0.8
  private static let departures = 12.0

  /// The logarithm of the chance of words that are each the boat's own or any at random.
  func colours(_ words: [Int32]) -> Double {
    Self.words(words, isTrue: parameters.colourTrue, kinds: parameters.colours)
  }

  /// The logarithm of the chance of the places from which a boat is said to have departed.
  func departures(_ words: [Int32]) -> Double {
    Self.words(words, isTrue: Self.departureTrue, kinds: Self.departures)
  }

  private static func words(_ words: [Int32], isTrue: Double, kinds: Double) -> Double {
    guard words.count > 0 else { return 0 }
    let stray = (1 - isTrue) / kinds
    var sum = 0.0
    var distinct = 0.0
    for (index, own) in words.enumerated() where !words[..<index].contains(own) {
      distinct += 1
      var product = 1.0
      for said in words { product *= stray + (said == own ? isTrue : 0) }
      sum += product
    }
    var others = max(0, kinds - distinct)
    for _ in words { others *= stray }
    return logarithm(max(sum + others, 1e-300)) - logarithm(max(kinds, distinct))
  }

  /// The logarithm of the density of counts of children that scatter about a boat's own number, which scatters about a mean.
  func children(_ counts: [Double]) -> Double {
    guard !counts.isEmpty else { return 0 }
    let within = parameters.childrenWithin * parameters.childrenWithin
    let between = parameters.childrenBetween * parameters.childrenBetween
    let number = Double(counts.count)
    let mean = counts.reduce(0, +) / number
    var scatter = 0.0
    for count in counts { scatter += (count - mean) * (count - mean) }
    let off = mean - parameters.childrenMean
    let spread = within / number + between
    let flat = -0.5 * number * logarithm(2 * .pi * within) + 0.5 * logarithm(2 * .pi * within / number)
    return flat - 0.5 * scatter / within - 0.5 * (off * off / spread + logarithm(2 * .pi * spread))
  }
}
