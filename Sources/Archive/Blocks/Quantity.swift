/// How a column of numbers is kept as whole numbers: in a coarse unit that is exact for AIS, or in a fine one.
///
/// A track uses the coarse unit in a page when every value of it comes back exactly, and else the fine one, in which
/// values are rounded.
struct Quantity {
  /// Coarse units in one whole.
  let coarse: Double
  /// Fine units in one whole.
  let fine: Double

  /// Degrees. Coarse is 1/10,000 of a minute, the unit of AIS (ITU-R M.1371-5, table 48), which also holds its tenths
  /// of a minute. Fine is 1/30,000,000 of a degree, 3.7 mm on the ground, which also holds 10⁻⁷ degree exactly.
  static let angle = Quantity(coarse: 600_000, fine: 30_000_000)
  /// Knots and degrees of course. Coarse is the tenth of AIS, fine the thousandth.
  static let tenths = Quantity(coarse: 10, fine: 1000)
  /// Degrees of heading. Coarse is the whole degree of AIS, fine the thousandth.
  static let whole = Quantity(coarse: 1, fine: 1000)

  /// The largest magnitude that may be stored of speed, course and heading.
  static let magnitudeMost = 1e9

  func perWhole(isFine: Bool) -> Double { isFine ? fine : coarse }

  /// Whether the coarse unit gives this number back; what is not a number stands for "unknown" and always comes back.
  func isExactlyCoarse(_ value: Double) -> Bool {
    value.isNaN || (value * coarse).rounded() / coarse == value
  }

  /// The whole number of a known value.
  static func count(_ value: Double, perWhole: Double) -> Int64 {
    Int64((value * perWhole).rounded())
  }

  /// The code of a value that may be unknown: 0 for unknown, and the others moved out of its way.
  static func code(_ value: Double, perWhole: Double) -> Int64 {
    guard !value.isNaN else { return 0 }
    let count = count(value, perWhole: perWhole)
    return count >= 0 ? count + 1 : count
  }

  /// The value of a code.
  @inline(__always)
  static func value(ofCode code: Int64, perWhole: Double) -> Double {
    guard code != 0 else { return .nan }
    return Double(code > 0 ? code - 1 : code) / perWhole
  }
}

/// Which columns of one track are kept in their fine unit.
struct FineColumns: OptionSet {
  let rawValue: UInt8

  static let time = FineColumns(rawValue: 1)
  static let lag = FineColumns(rawValue: 2)
  static let angle = FineColumns(rawValue: 4)
  static let speed = FineColumns(rawValue: 8)
  static let course = FineColumns(rawValue: 16)
  static let heading = FineColumns(rawValue: 32)

  /// The columns of these rows that need it.
  init(needed rows: ArraySlice<ArchiveRow>) {
    var fine: FineColumns = []
    for row in rows {
      if row.atMilliseconds % 1000 != 0 { fine.insert(.time) }
      if (row.receivedMilliseconds - row.atMilliseconds) % 1000 != 0 { fine.insert(.lag) }
      if !Quantity.angle.isExactlyCoarse(row.latitudeDegrees) || !Quantity.angle.isExactlyCoarse(row.longitudeDegrees) {
        fine.insert(.angle)
      }
      if !Quantity.tenths.isExactlyCoarse(row.speedKnots) { fine.insert(.speed) }
      if !Quantity.tenths.isExactlyCoarse(row.courseDegrees) { fine.insert(.course) }
      if !Quantity.whole.isExactlyCoarse(row.headingDegrees) { fine.insert(.heading) }
    }
    self = fine
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
