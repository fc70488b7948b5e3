extension ParameterLearning {
  /// How often two reports about one boat, and about two, agree in reference, colour and phone; how children scatter.
  mutating func countAgreements() {
    var references = (same: Pairs(), other: Pairs())
    var colours = (same: Pairs(), other: Pairs())
    var phones = Pairs()
    var calls = [[Double]](repeating: [Double](repeating: 0, count: 13), count: 13)
    var children = (all: [Double](), squares: 0.0, pairs: 0.0)
    for night in nightsLearnedFrom {
      let contacts = night.evidence.contacts
      for (index, first) in contacts.enumerated() {
        if let count = first.children { children.all.append(Double(count)) }
        for second in contacts[(index + 1)...] {
          let isSame = night.boatOf[first.id] == night.boatOf[second.id]
          if let left = first.references.first, let right = second.references.first {
            if isSame { references.same.add(left == right) } else { references.other.add(left == right) }
          }
          if let left = first.colour, let right = second.colour {
            if isSame { colours.same.add(left == right) } else { colours.other.add(left == right) }
          }
          if let left = first.phone, let right = second.phone, !isSame { phones.add(left == right) }
          if isSame, let left = first.children, let right = second.children {
            children.squares += Double((left - right) * (left - right))
            children.pairs += 1
          }
        }
      }
      for boat in night.boats.indices {
        let own = contacts.filter { night.boatOf[$0.id] == boat }.compactMap(\.phone)
        calls[min(12, own.count)][min(12, Set(own).count)] += 1
      }
    }
    parameters.referenceOfTwoBoats = max(1e-4, references.other.share)
    parameters.referenceWrong = 1 - max(0.01, references.same.share).squareRoot()
    parameters.colours = 1 / max(0.02, colours.other.share)
    // Two words agree when both are the boat's own, or by chance: s = a² + (1 − a²) c.
    let chance = colours.other.share
    parameters.colourTrue = max(0.01, (colours.same.share - chance) / max(0.01, 1 - chance)).squareRoot()
    parameters.phoneOfTwoBoats = max(1e-5, phones.share)
    let mean = children.all.reduce(0, +) / Double(max(1, children.all.count))
    let variance = children.all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, children.all.count))
    let within = max(0.25, children.squares / max(1, children.pairs) / 2)
    parameters.childrenMean = mean
    parameters.childrenWithin = within.squareRoot()
    parameters.childrenBetween = max(0.25, variance - within).squareRoot()
    parameters.phonesPerBoat = Self.phones(calls)
  }

  /// The chances of 1, 2, 3 … phones that make the seen sameness of calls likeliest, by expectation and maximisation.
  private static func phones(_ calls: [[Double]]) -> [Double] {
    var chances = [Double](repeating: 0.1, count: 10)
    for _ in 0..<200 {
      var counts = [Double](repeating: 0.05, count: 10)
      for number in 2..<calls.count {
        for distinct in 1...number where calls[number][distinct] > 0 {
          let weights = chances.enumerated().map { index, share in
            share * pattern(phones: index + 1, calls: number, distinct: distinct)
          }
          let sum = weights.reduce(0, +)
          guard sum > 0 else { continue }
          for index in weights.indices { counts[index] += calls[number][distinct] * weights[index] / sum }
        }
      }
      let sum = counts.reduce(0, +)
      chances = counts.map { $0 / sum }
    }
    return chances
  }

  private static func pattern(phones: Int, calls: Int, distinct: Int) -> Double {
    guard distinct <= phones else { return 0 }
    var chance = 1.0
    for used in 0..<distinct { chance *= Double(phones - used) / Double(phones) }
    for _ in distinct..<max(distinct, calls) { chance /= Double(phones) }
    return chance
  }

  /// How many pairs were seen and how many agreed, with a little of each before the first.
  private struct Pairs {
    private var agreed = 0.5
    private var seen = 1.0

    mutating func add(_ agrees: Bool) {
      seen += 1
      if agrees { agreed += 1 }
    }

    var share: Double { agreed / seen }
  }
}
