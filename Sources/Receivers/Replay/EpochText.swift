import Geodesy

/// Reads a count since 1970 whose unit shows in its number of digits.
enum EpochText {
  /// The moment of 9 to 20 digits, with or without a fraction of seconds; nil for all else.
  ///
  /// Up to 11 digits are seconds, up to 14 milliseconds, up to 17 microseconds, up to 20 nanoseconds: no two of them
  /// meet between the years 1973 and 5138. 1550303566167726840 is 2019-02-16T07:52:46.167Z.
  static func read(_ text: ArraySlice<UInt8>) -> Instant? {
    let whole = text.prefix { (0x30...0x39).contains($0) }
    let rest = text[whole.endIndex...]
    guard (9...20).contains(whole.count) else { return nil }
    var count: UInt64 = 0
    for digit in whole {
      let (product, overflow) = count.multipliedReportingOverflow(by: 10)
      let (sum, overflowOfSum) = product.addingReportingOverflow(UInt64(digit - 0x30))
      guard !overflow, !overflowOfSum else { return nil }
      count = sum
    }
    switch whole.count {
    case ...11:
      guard let fraction = milliseconds(ofFraction: rest) else { return nil }
      return Instant(millisecondsSince1970: Int64(count) * 1000 + fraction)
    case ...14: return rest.isEmpty ? Instant(millisecondsSince1970: Int64(count)) : nil
    case ...17: return rest.isEmpty ? Instant(millisecondsSince1970: Int64(count / 1000)) : nil
    default: return rest.isEmpty ? Instant(millisecondsSince1970: Int64(count / 1_000_000)) : nil
    }
  }

  private static func milliseconds(ofFraction text: ArraySlice<UInt8>) -> Int64? {
    guard let point = text.first else { return 0 }
    let digits = text.dropFirst()
    guard point == 0x2E, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    var milliseconds: Int64 = 0
    var place: Int64 = 100
    for digit in digits.prefix(3) {
      milliseconds += Int64(digit - 0x30) * place
      place /= 10
    }
    return milliseconds
  }
}
