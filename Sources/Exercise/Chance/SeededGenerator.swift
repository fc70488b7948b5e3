/// A small generator of chance that gives the same numbers for the same seed on every machine.
///
/// Source: SplitMix64 of Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (2014), figure 16.
/// The first number from seed 0 is 0xE220A8397B1DCDAF.
package struct SeededGenerator: Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for one of many uses of a seed, so that one use never shifts the numbers of another.
  init(seed: UInt64, stream: UInt64) {
    var first = SeededGenerator(seed: seed)
    var second = SeededGenerator(seed: stream &+ 0x5851_F42D_4C95_7F2D)
    state = first.next() ^ second.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  mutating func unit() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// A number in a range.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A whole number from 0 up to but not including the limit.
  mutating func whole(below limit: Int) -> Int {
    limit > 0 ? Int(unit() * Double(limit)) : 0
  }

  /// One of the values, or nil when there are none.
  mutating func choice<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[whole(below: values.count)]
  }

  /// A number of mean 0 and deviation 1 that is all but normal: the sum of twelve, which needs no logarithm.
  mutating func bell() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// A count of things that happen by chance so often on average, up to a few hundred.
  ///
  /// Source: Knuth, The Art of Computer Programming, volume 2, 3.4.1, algorithm Q.
  mutating func poisson(mean: Double) -> Int {
    let least = ExactMathematics.exponential(-mean)
    guard mean > 0, least > 0 else { return 0 }
    var product = unit()
    var count = 0
    while product > least {
      product *= unit()
      count += 1
    }
    return count
  }
}
