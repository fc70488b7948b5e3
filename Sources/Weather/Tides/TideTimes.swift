internal import Geodesy

/// For which times tides are predicted: a century to either side of 2000, for which the mean elements hold.
enum TideTimes {
  static let first = Instant(millisecondsSince1970: -2_208_988_800_000)
  static let last = Instant(millisecondsSince1970: 4_102_444_800_000)

  /// - Throws: `FieldGap` outside these times.
  static func check(_ instant: Instant, _ name: String) throws(FieldGap) {
    guard instant < first || instant > last else { return }
    throw FieldGap(field: name, reason: .time(instant, first: first, last: last))
  }
}
