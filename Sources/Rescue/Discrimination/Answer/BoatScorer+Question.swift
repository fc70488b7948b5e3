extension BoatScorer {
  /// The question with the highest expected gain of information about to which of two boats a report belongs.
  mutating func question(
    _ groups: [[Int32]], _ labels: [Int], _ belonging: Belonging, _ boats: [BoatEstimate]
  ) -> SettlingQuestion? {
    var best: SettlingQuestion?
    let doubts = doubtful(labels, belonging)
    for doubt in doubts.prefix(Self.mostDoubts) {
      let own = groups[doubt.group].filter { $0 != doubt.item }
      for topic in SettlingQuestion.Topic.allCases {
        let bits = doubt.weight * gain(topic, doubt.item, own, groups[doubt.other], doubt.share)
        guard bits > best?.expectedBits ?? Self.leastBits else { continue }
        best = SettlingQuestion(
          topic: topic, about: table.items[Int(doubt.item)].id, boats: [doubt.group, doubt.other], expectedBits: bits)
      }
    }
    return best
  }

  private static let mostDoubts = 12
  private static let leastBits = 0.01

  private struct Doubt {
    var item: Int32
    var group: Int
    var other: Int
    /// The chance that it is one of the two, and the share of the first in that.
    var weight: Double
    var share: Double
  }

  /// Reports that may belong to another boat, those in the greatest doubt first.
  private func doubtful(_ labels: [Int], _ belonging: Belonging) -> [Doubt] {
    labels.indices.compactMap { item -> Doubt? in
      guard table.items[item].role.isReport, let other = belonging.runnerUp(item, labels[item]) else { return nil }
      let own = belonging.chance(item, labels[item])
      let sum = own + other.probability
      guard sum > 0 else { return nil }
      return Doubt(item: Int32(item), group: labels[item], other: other.boat, weight: min(1, sum), share: own / sum)
    }.sorted { ($0.weight * Self.entropy($0.share), $1.item) > ($1.weight * Self.entropy($1.share), $0.item) }
  }

  private static func entropy(_ share: Double) -> Double {
    guard share > 0, share < 1 else { return 0 }
    return -(share * logarithm(share) + (1 - share) * logarithm(1 - share)) / logarithm(2)
  }

  /// The information in bits that an answer gives about which of two boats it is about.
  private mutating func gain(
    _ topic: SettlingQuestion.Topic, _ item: Int32, _ own: [Int32], _ other: [Int32], _ share: Double
  ) -> Double {
    let (first, second) = (answers(topic, item, own, other), answers(topic, item, other, own))
    guard first.count == second.count else { return 0 }
    var after = 0.0
    for (left, right) in zip(first, second) {
      let sum = share * left + (1 - share) * right
      if sum > 0 { after += sum * Self.entropy(share * left / sum) }
    }
    return max(0, Self.entropy(share) - after)
  }

  /// The chances of the answers to a question, if the report is about the first of two boats.
  private mutating func answers(
    _ topic: SettlingQuestion.Topic, _ item: Int32, _ boat: [Int32], _ other: [Int32]
  ) -> [Double] {
    switch topic {
    case .colour: colourAnswers(boat, other)
    case .numberAboard: countAnswers(boat)
    case .otherPhones: phoneAnswers(boat, other)
    case .engine: engineAnswers(boat)
    case .surroundings: placeAnswers(item, boat, other)
    }
  }

  /// Colours are numbered alike for both boats: those named of either, and all others as one.
  private func colourAnswers(_ boat: [Int32], _ other: [Int32]) -> [Double] {
    let said = boat.map { table.items[Int($0)].colour }.filter { $0 >= 0 }
    let both = Set((boat + other).map { table.items[Int($0)].colour }).filter { $0 >= 0 }.sorted()
    let parameters = table.parameters
    let stray = (1 - parameters.colourTrue) / max(2, parameters.colours)
    let model = DescriptionModel(parameters: parameters)
    let before = model.colours(said)
    let chances = both.map { min(1, max(stray, exponential(model.colours(said + [$0]) - before))) }
    let named = chances.reduce(0, +)
    let all = chances + [max(stray, 1 - named)]
    let sum = all.reduce(0, +)
    return all.map { $0 / sum }
  }

  /// The number aboard in steps of a sixth more, as coarse as such counts are.
  private mutating func countAnswers(_ boat: [Int32]) -> [Double] {
    _ = parts(boat)
    let aboard = people.numberAboard
    let doubt = table.parameters.countDoubt[0]
    var answers = [Double](repeating: 0, count: Self.countSteps)
    for (index, chance) in aboard.enumerated() where chance > 1e-6 {
      let middle = logarithm(Double(index + 1)) / doubt
      for step in answers.indices {
        let (low, high) = (Double(step) * 0.5, Double(step + 1) * 0.5)
        answers[step] +=
          chance * (normalBelow(high - middle + Self.countShift) - normalBelow(low - middle + Self.countShift))
      }
    }
    return answers
  }

  private static let countSteps = 48
  private static let countShift = 0.0

  /// A phone of the first boat is named, one of the other, or none that is known.
  private func phoneAnswers(_ boat: [Int32], _ other: [Int32]) -> [Double] {
    func hasPhone(_ members: [Int32]) -> Bool { members.contains { table.items[Int($0)].phone >= 0 } }
    let boatFirst = (boat.first ?? 0) < (other.first ?? 0)
    let named = hasPhone(boat) ? Self.phoneNamed : 0
    return boatFirst ? [named, 0.001, 1 - named] : [0.001, named, 1 - named]
  }

  /// How often a phone that rang before is among those that are named, assumed: nobody has counted it.
  private static let phoneNamed = 0.6

  private mutating func engineAnswers(_ boat: [Int32]) -> [Double] {
    let last = boat.map { table.items[Int($0)].seconds }.max() ?? 0
    var filter = motion
    let drifts = filter.estimate(eventsOf(boat), at: last, of: table)?.drifts ?? 0.5
    let parameters = table.parameters
    let stopped = drifts * parameters.stoppedWhileDrifting + (1 - drifts) * parameters.stoppedWhileMotoring
    return [stopped, 1 - stopped]
  }

  /// Whether a place that is named is nearer to the one boat or to the other, given how well each is known and how sharp a
  /// spoken place is.
  private mutating func placeAnswers(_ item: Int32, _ boat: [Int32], _ other: [Int32]) -> [Double] {
    let seconds = table.items[Int(item)].seconds
    var filter = motion
    guard let own = filter.estimate(eventsOf(boat), at: seconds, of: table),
      let theirs = filter.estimate(eventsOf(other), at: seconds, of: table)
    else { return [0.5, 0.5] }
    let off = own.place - theirs.place
    let spoken = 2 * table.parameters.accuracyUnstated[0] * table.parameters.accuracyUnstated[0]
    let spread = ((own.variance + theirs.variance).sum() / 2 + spoken).squareRoot()
    let right = normalBelow((off * off).sum().squareRoot() / (2 * spread))
    return (boat.first ?? 0) < (other.first ?? 0) ? [right, 1 - right] : [1 - right, right]
  }
}
