/// How likely a track is a small boat, up to 15 m long, and why.
///
/// A logistic function of what is observed: each observation adds to the log odds, so that the evidence is a sum that
/// can be shown step by step. The weights are fitted on exercise nights with known truth, with observations left out by
/// chance, so that it stays calibrated when little is known. It describes a craft. It knows nothing of who is aboard
/// and nothing of flags.
///
/// Source: Hosmer and Lemeshow, Applied Logistic Regression (2nd edition), chapters 1 and 5.
public struct SmallCraftJudgement: Hashable, Sendable, Codable {
  /// The probability that it is a small boat, 0 to 1.
  public let probability: Double
  /// The steps from what is usual to the log odds of the probability, the strongest first after the start.
  public let terms: [SmallCraftTerm]

  /// Up to this length a craft is a small boat, in metres.
  public static let greatestLengthMetres = 15.0

  /// The judgement of what is observed.
  public init(_ features: SmallCraftFeatures, weights: SmallCraftWeights = .standard) {
    let numbers = features.numbers
    var terms: [SmallCraftTerm] = []
    for name in SmallCraftTerm.Name.allCases {
      guard let number = numbers[name] else { continue }
      let (observed, unit) = Self.observed(name, features)
      terms.append(
        SmallCraftTerm(name: name, observed: observed, unit: unit, logOdds: number * weights[name]))
    }
    let start = terms.prefix { $0.name == .start }
    let rest = terms.dropFirst(start.count).enumerated().sorted { first, second in
      let strengths = (first.element.logOdds.magnitude, second.element.logOdds.magnitude)
      return strengths.0 != strengths.1 ? strengths.0 > strengths.1 : first.offset < second.offset
    }
    self.terms = start + rest.map(\.element)
    // Summed in the order shown, so that the steps add up to what is said.
    probability = Tracking.probability(ofLogOdds: self.terms.reduce(0) { $0 + $1.logOdds })
  }

  private static func observed(
    _ name: SmallCraftTerm.Name, _ features: SmallCraftFeatures
  ) -> (Double?, BehaviourUnit?) {
    switch name {
    case .slowness, .haste, .speedKnown: (features.speedKnots, .knots)
    case .turning: (features.turnDegreesPerMinute, .degrees)
    case .length: (features.lengthMetres, .metres)
    case .start, .classA, .classB, .silence, .fromShore, .fromElsewhere: (nil, nil)
    }
  }
}
