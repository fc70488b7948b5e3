import Foundation

/// Random numbers that follow from a seed alone: SplitMix64 (Steele, Lea and Flood 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number between 0 and 1, neither of them.
  mutating func share() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// A draw from the standard normal distribution.
  mutating func normal() -> Double { NormalCurve.value(above: share()) }
}
