/// The weight of every feature, in natural log-odds: one row for names of a single word, one for names of several.
public struct NameWeights: Sendable {
  private(set) var single: [Double]
  private(set) var several: [Double]
  /// The share of same names among the pairs that the weights were learned from, of one word and of several.
  let singleShare: Double
  let severalShare: Double

  init(single: [Double], several: [Double], singleShare: Double, severalShare: Double) {
    (self.single, self.several) = (single, several)
    (self.singleShare, self.severalShare) = (singleShare, severalShare)
  }

  /// Reads the table that `foreland names learn` writes: a feature, its weight for one word and for several, a line
  /// each. Lines of another form are passed over, weights that are not named are 0.
  public init(table: String) {
    var (single, several) = (
      [Double](repeating: 0, count: NameFeature.allCases.count),
      [Double](repeating: 0, count: NameFeature.allCases.count)
    )
    var (singleShare, severalShare) = (0.5, 0.5)
    let places = Dictionary(uniqueKeysWithValues: NameFeature.allCases.map { ("\($0)", $0.rawValue) })
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 3, let one = Double(fields[1]), let many = Double(fields[2]) else { continue }
      if fields[0] == "share" { (singleShare, severalShare) = (one, many) }
      if let place = places[String(fields[0])] { (single[place], several[place]) = (one, many) }
    }
    self.init(single: single, several: several, singleShare: singleShare, severalShare: severalShare)
  }

  /// The weights as the table that `names learn` writes.
  public var table: String {
    let rows = NameFeature.allCases.map { feature in
      "\(feature) \(Self.short(single[feature.rawValue])) \(Self.short(several[feature.rawValue]))"
    }
    return (["share \(Self.short(singleShare)) \(Self.short(severalShare))"] + rows).joined(separator: "\n")
  }

  private static func short(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  func logOdds(_ features: NameFeatures) -> Double {
    let weights = features.isSingle ? single : several
    var sum = 0.0
    for feature in NameFeature.allCases { sum += weights[feature.rawValue] * features[feature] }
    return sum
  }

  func share(_ features: NameFeatures) -> Double { features.isSingle ? singleShare : severalShare }
}
