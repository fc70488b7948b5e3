/// Phones and references of one boat.
struct IdentityModel {
  private let logPhones: [[Double]]
  private let logPhone: Double
  private let reference: (wrong: Double, share: Double)
  /// More phones or reports of phones than this count as this many.
  private static let most = 40

  init(parameters: DiscriminationParameters) {
    let phones = parameters.phonesPerBoat
    logPhone = logarithm(parameters.phoneOfTwoBoats)
    reference = (parameters.referenceWrong, parameters.referenceOfTwoBoats)
    logPhones = (0...Self.most).map { calls in
      (0...Self.most).map { distinct in
        guard distinct <= calls, distinct > 0 else { return calls == 0 && distinct == 0 ? 0 : -1e3 }
        return Self.logPattern(calls: calls, distinct: distinct, phones)
      }
    }
  }

  /// The logarithm of the chance that so many calls come from so many phones in one given order of sameness: of m phones
  /// that ring equally often it is m (m−1) … (m−d+1) / mⁿ.
  private static func logPattern(calls: Int, distinct: Int, _ phones: [Double]) -> Double {
    var sum = 0.0
    for (index, share) in phones.enumerated() where index + 1 >= distinct {
      let number = Double(index + 1)
      var log = -Double(calls) * logarithm(number)
      for used in 0..<distinct { log += logarithm(number - Double(used)) }
      sum += share * exponential(log)
    }
    return logarithm(max(sum, 1e-12)) - (sum > 0 ? 0 : 3 * Double(distinct))
  }

  /// The logarithm of the chance of the phones of a boat's reports.
  func phones(_ phones: [Int32]) -> Double {
    guard !phones.isEmpty else { return 0 }
    let distinct = min(Self.most, Self.distinct(phones))
    return logPhones[min(Self.most, phones.count)][distinct] + Double(distinct) * logPhone
  }

  /// The logarithm of the chance of the references of a boat's reports: each is its own or, by mistake, another.
  func references(_ references: [Int32]) -> Double {
    guard !references.isEmpty else { return 0 }
    let other = reference.wrong * reference.share
    var sum = 0.0
    for (index, own) in references.enumerated() where !references[..<index].contains(own) {
      var product = reference.share
      for said in references { product *= (said == own ? 1 - reference.wrong : 0) + other }
      sum += product
    }
    var none = 1.0
    for _ in references { none *= other }
    return logarithm(max(sum + none, 1e-300))
  }

  private static func distinct(_ values: [Int32]) -> Int {
    var count = 0
    for (index, value) in values.enumerated() where !values[..<index].contains(value) { count += 1 }
    return count
  }
}
