/// Numbers as the fields of AIS messages have them.
///
/// Source: ITU-R M.1371-5, tables 48 and following.
enum AISFields {
  static let courseNotAvailable = 3600
  static let headingNotAvailable = 511
  static let rateOfTurnNotAvailable = -128

  /// Longitude or latitude in ten-thousandths of a minute.
  static func coordinate(_ degrees: Double) -> Int { Int((degrees * 600_000).rounded()) }

  /// Speed in tenths of a knot, 1022 for 102.2 knots and more.
  static func speed(_ knots: Double) -> Int { Int(min(1022, max(0, (knots * 10).rounded()))) }

  /// Course in tenths of a degree.
  static func course(_ degrees: Double?) -> Int {
    degrees.map { Int(($0 * 10).rounded()) % 3600 } ?? courseNotAvailable
  }

  /// Heading in whole degrees.
  static func heading(_ degrees: Double?) -> Int {
    degrees.map { Int($0.rounded()) % 360 } ?? headingNotAvailable
  }

  /// Rate of turn: 4.733 times the root of the degrees a minute, with the sign of the turn.
  ///
  /// Twenty degrees a minute to starboard give 21.
  static func rateOfTurn(_ degreesPerMinute: Double?) -> Int {
    guard let degreesPerMinute else { return rateOfTurnNotAvailable }
    let magnitude = min(126, (4.733 * degreesPerMinute.magnitude.squareRoot()).rounded())
    return Int(degreesPerMinute < 0 ? -magnitude : magnitude)
  }
}
