/// A small generator of chance that gives the same numbers for the same seed on every machine.
///
/// Source: SplitMix64 of Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (2014), figure 16.
public struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number from 0 up to but not including the limit, which is above 0.
  ///
  /// Source: Lemire, Fast Random Integer Generation in an Interval (2019), without the rejection: the bias is below 2⁻³².
  @inline(__always)
  mutating func whole(below limit: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: limit)) >> 32)
  }
}
