/// The mapping of real numbers to integers of a chosen length: starting point B of MISB ST 1201.5.
///
/// A range and a length in bytes give a scale that is a power of two, so that zero and both ends are exact where they can
/// be. The highest bit announces a special value (ST 1201.5, 7.2).
public struct IMAPB: Hashable, Sendable {
  /// What a mapped integer stands for.
  public enum Value: Hashable, Sendable {
    /// A number within the range.
    case number(Double)
    /// A bit pattern that is no number.
    case special(Special)
  }

  /// The special values of ST 1201.5, table 2.
  public enum Special: String, Hashable, Sendable, CaseIterable {
    case positiveInfinity = "+Infinity"
    case negativeInfinity = "-Infinity"
    case positiveQuietNaN = "+QNaN"
    case negativeQuietNaN = "-QNaN"
    case positiveSignalNaN = "+SNaN"
    case negativeSignalNaN = "-SNaN"
    case belowMinimum = "Below Minimum"
    case aboveMaximum = "Above Maximum"
    case reserved = "Reserved"
    case userDefined = "User Defined"
    case standardDefined = "MISB Defined"
  }

  /// The smallest number that can be mapped.
  public let minimum: Double
  /// The largest number that can be mapped.
  public let maximum: Double
  /// The length of a mapped number, in bytes.
  public let length: Int
  /// The distance between two neighbours.
  public let step: Double
  private let zeroOffset: Double

  /// A mapping; nil unless the range is finite and not empty and the length is 1 to 8 bytes.
  public init?(_ minimum: Double, _ maximum: Double, length: Int) {
    let width = maximum - minimum
    guard width.isFinite, width > 0, 1...8 ~= length else { return nil }
    // The exponent of the next power of two, which is the ceiling of the binary logarithm without its rounding.
    let exponent = Int(width.exponent) + (width.significand == 1 ? 0 : 1)
    (self.minimum, self.maximum, self.length) = (minimum, maximum, length)
    step = Double(sign: .plus, exponent: exponent - (8 * length - 1), significand: 1)
    let scaled = minimum / step
    guard step > 0, scaled.isFinite else { return nil }
    zeroOffset = minimum < 0 && maximum > 0 ? scaled - scaled.rounded(.down) : 0
  }

  /// What an integer stands for; only its lowest `length` bytes count.
  @inline(__always)
  public func value(of mapped: UInt64) -> Value {
    let top = UInt64(1) &<< UInt64(8 &* length &- 1)
    let code = mapped & (top | (top &- 1))
    // The sole pattern with the highest bit that is a number is the end of a range that is a power of two wide.
    if code <= top { return .number(step * (Double(code) - zeroOffset) + minimum) }
    return .special(special(UInt8(truncatingIfNeeded: code &>> UInt64(8 &* length &- 8))))
  }

  private func special(_ first: UInt8) -> Special {
    switch first >> 3 {
    case 0b11001: .positiveInfinity
    case 0b11101: .negativeInfinity
    case 0b11010: .positiveQuietNaN
    case 0b11110: .negativeQuietNaN
    case 0b11011: .positiveSignalNaN
    case 0b11111: .negativeSignalNaN
    case 0b11100: first & 7 == 0 ? .belowMinimum : first & 7 == 1 ? .aboveMaximum : .standardDefined
    case 0b11000: .userDefined
    default: .reserved
    }
  }

  /// The integer that a number is mapped to; nil when it lies outside the range. Worked number: with −900 to 40,000 and
  /// three bytes, 2,936.5 is 491,072.
  public func mapped(_ number: Double) -> UInt64? {
    guard number >= minimum, number <= maximum else { return nil }
    return UInt64(((number - minimum) / step + zeroOffset).rounded(.down))
  }
}
