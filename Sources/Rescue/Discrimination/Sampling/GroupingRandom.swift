/// Random numbers out of a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood 2014).
struct GroupingRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// The index of a weight given as a logarithm, with the chance of its share.
  mutating func pick(logWeights: [Double]) -> Int {
    let greatest = logWeights.max() ?? 0
    guard greatest > -.infinity else { return logWeights.count - 1 }
    var sum = 0.0
    for weight in logWeights { sum += exponential(weight - greatest) }
    var rest = unit() * sum
    for (index, weight) in logWeights.enumerated() {
      rest -= exponential(weight - greatest)
      if rest < 0 { return index }
    }
    return logWeights.count - 1
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
