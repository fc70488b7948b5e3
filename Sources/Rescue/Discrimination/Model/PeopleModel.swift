/// How many people a boat carries, from what is said of it and from who was taken off.
struct PeopleModel {
  let parameters: DiscriminationParameters
  /// The chance of each number aboard before anything is said.
  private let prior: [Double]
  private var chances: [Double]

  /// What is left of a count's chance when it is simply wrong, spread over all numbers.
  private static let wrongCount = 0.01 / 100
  /// The chance that a recovery counts more people than were left: counts on deck at night differ.
  private static let overcounted = 1e-4
  /// As many rows are multiplied before the product is brought back to one; none of their chances is under `wrongCount`.
  private static let rowsAtOnce = 16

  init(parameters: DiscriminationParameters) {
    self.parameters = parameters
    let given = parameters.peopleAboard
    prior = (0..<EvidenceTable.mostPeople).map { $0 < given.count ? given[$0] : 0 }
    chances = prior
  }

  /// The logarithm of the chance of what is said and counted, and the chance that somebody is not accounted for.
  ///
  /// - Parameters:
  ///   - rows: the chances of what each report says, over 1, 2, 3 … people aboard.
  ///   - lifts: the people taken off, in the order of time; nil where nobody counted.
  mutating func weigh(rows: [Int32], lifts: [Int?], of table: EvidenceTable) -> (log: Double, unaccounted: Double) {
    if rows.isEmpty && lifts.isEmpty { return (0, 1) }
    chances.replaceSubrange(0..., with: prior)
    var log = 0.0
    for (index, row) in rows.enumerated() {
      multiply(by: table.people[Int(row)])
      if (index + 1).isMultiple(of: Self.rowsAtOnce) { log += rescale() }
    }
    if !rows.isEmpty { log += rescale() }
    guard !lifts.isEmpty else { return (log, 1) }
    var lacking = 0.0
    for index in chances.indices where chances[index] > 0 {
      let outcome = taken(off: index + 1, lifts)
      chances[index] *= outcome.chance
      lacking += chances[index] * outcome.lacking
    }
    let sum = chances.reduce(0, +)
    guard sum > 0 else { return (-1e3, 1) }
    return (log + logarithm(sum), min(1, lacking / sum))
  }

  /// The chance of each number aboard after the last `weigh`, adding up to one.
  var numberAboard: [Double] {
    let sum = chances.reduce(0, +)
    return sum > 0 ? chances.map { $0 / sum } : prior
  }

  private mutating func multiply(by row: [Double]) {
    chances.withUnsafeMutableBufferPointer { chances in
      row.withUnsafeBufferPointer { row in
        for index in 0..<min(chances.count, row.count) { chances[index] *= row[index] }
      }
    }
  }

  private mutating func rescale() -> Double {
    chances.withUnsafeMutableBufferPointer { chances in
      var sum = 0.0
      for value in chances { sum += value }
      guard sum > 0 else { return -1e3 }
      for index in chances.indices { chances[index] /= sum }
      return logarithm(sum)
    }
  }

  /// The chance of a series of recoveries from a boat with so many aboard, and that somebody is left after it.
  private func taken(off aboard: Int, _ lifts: [Int?]) -> (chance: Double, lacking: Double) {
    var left = aboard
    var chance = 1.0
    for (number, lift) in lifts.enumerated() {
      if number > 0 { chance *= left > 0 ? parameters.liftAgain : Self.overcounted }
      guard let lift else {
        // Nobody counted: the chance that it took all stands for what is left.
        return (chance, 1 - parameters.liftTakesAll)
      }
      if lift > left || left == 0 {
        chance *= Self.overcounted
        left = 0
      } else {
        let part = (1 - parameters.liftTakesAll) / Double(left)
        chance *= lift == left ? parameters.liftTakesAll + part : part
        left -= lift
      }
    }
    if left > 0 { chance *= 1 - parameters.liftAgain }
    return (chance, left > 0 ? 1 : 0)
  }

  /// The chance of a count, or of a least and a most, over 1, 2, 3 … people aboard.
  ///
  /// A count is the true number times a factor whose logarithm is normal, rounded to a five or not at all.
  static func row(_ said: ClosedRange<Int>, kind: Int, _ parameters: DiscriminationParameters) -> [Double] {
    let least = Double(min(EvidenceTable.mostPeople * 4, max(0, said.lowerBound)))
    let most = max(least, Double(min(EvidenceTable.mostPeople * 4, max(0, said.upperBound))))
    let doubt = parameters.countDoubt[kind]
    let isFive = said.lowerBound % 5 == 0 && said.upperBound % 5 == 0
    let rounded = parameters.countRounded[kind]
    return (1...EvidenceTable.mostPeople).map { aboard in
      let middle = logarithm(Double(aboard))
      func mass(_ reach: Double) -> Double {
        let low = least - reach
        let above = normalBelow((logarithm(most + reach) - middle) / doubt)
        return above - (low > 0 ? normalBelow((logarithm(low) - middle) / doubt) : 0)
      }
      return Self.wrongCount + (1 - rounded) * mass(0.5) + (isFive ? rounded * mass(2.5) : 0)
    }
  }
}
