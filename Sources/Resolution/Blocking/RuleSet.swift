/// A set of rules of blocking, a bit for each.
struct RuleSet: Hashable, Sendable {
  /// The most rules that it can hold.
  static let most = 256
  private var bits = SIMD4<UInt64>()

  /// Adds a rule by its number.
  mutating func insert(_ rule: Int) { bits[rule >> 6] |= 1 << UInt64(rule & 63) }

  /// Whether a rule is in it.
  func contains(_ rule: Int) -> Bool { bits[rule >> 6] >> UInt64(rule & 63) & 1 == 1 }

  /// How many rules are in it.
  var count: Int { (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } }

  /// Hands on each rule.
  func forEach(_ body: (Int) -> Void) {
    for word in 0..<4 {
      var left = bits[word]
      while left != 0 {
        body(word * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }
}
