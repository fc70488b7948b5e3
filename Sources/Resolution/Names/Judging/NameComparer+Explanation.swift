import Foundation

extension NameComparer {
  /// Why two names have the score that they have, in words and numbers.
  public func explain(_ first: PreparedName, _ second: PreparedName) -> NameExplanation {
    let flaws = first.flaws.words.map { "first name: \($0)" } + second.flaws.words.map { "second name: \($0)" }
    var explanation = NameExplanation(
      score: score(first, second), bits: bits(first, second), firstReading: first.reading,
      secondReading: second.reading,
      notes: flaws, pairs: [], evidence: [])
    guard !first.flaws.isUnusable, !second.flaws.isUnusable else { return explanation }
    let features = features(first, second)
    let row = features.isSingle ? weights.single : weights.several
    let share = weights.share(features)
    explanation.pairs = pairs(first, second)
    explanation.evidence = NameFeature.allCases.compactMap { feature in
      var bits = row[feature.rawValue] * features[feature] / log(2)
      if feature == .always { bits -= log2(share / (1 - share)) }
      guard abs(bits) >= 0.05 else { return nil }
      return NameExplanation.Evidence(words: feature.words, amount: features[feature], bits: bits)
    }.sorted { abs($0.bits) > abs($1.bits) }
    return explanation
  }

  private func pairs(_ first: PreparedName, _ second: PreparedName) -> [String] {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: NameAlignment.cells) { table -> [String] in
      guard let base = table.baseAddress else { return [] }
      let pairing = NamePairing(first, second, table: base)
      var lines = (0..<pairing.count).map { index in
        let pair = pairing.pairs[index]
        let one = first.words(Int(pair.first.lowerBound)..<Int(pair.first.upperBound))
        let two = second.words(Int(pair.second.lowerBound)..<Int(pair.second.upperBound))
        return "\(one) — \(two): \(pair.words)"
      }
      for (name, used, place) in [(first, pairing.firstUsed, "first"), (second, pairing.secondUsed, "second")] {
        for index in name.tokens.indices where used & 1 << UInt32(index) == 0 {
          lines.append("\(name.words(index..<(index + 1))): only in the \(place), \(name.tokens[index].kind.words)")
        }
      }
      return lines
    }
  }
}

extension PreparedName {
  func words(_ run: Range<Int>) -> String {
    run.map { index in
      let token = tokens[index]
      return String(decoding: letters[Int(token.letterStart)..<Int(token.letterEnd)], as: UTF8.self).lowercased()
    }.joined(separator: " ")
  }
}

extension NamePair {
  /// How the words are alike, in words.
  var words: String {
    switch manner {
    case .equal: "the same"
    case .spelled: "\(Int((distance * 100).rounded())) % of the sounds differ"
    case .standsFor: "one stands for the other"
    case .initial: "an initial"
    case .joined: "written together or apart"
    case .acronym: "first letters"
    case .signs: distance == 0 ? "the same signs" : "\(Int((distance * 100).rounded())) % of the signs differ"
    }
  }
}

extension NameTokenKind {
  var words: String {
    switch self {
    case .core: "a name"
    case .particle: "a particle"
    case .kinship: "a word of kinship"
    case .honorific: "a title"
    case .legalForm: "a legal form"
    case .organisation: "a common word of organisations"
    case .number: "a number"
    }
  }
}
