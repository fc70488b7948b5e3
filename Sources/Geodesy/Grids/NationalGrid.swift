/// The national grid of Great Britain, drawn on Airy's ellipsoid.
///
/// Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes A and C. 52°39′27.2531″N
/// 1°43′4.5177″E on OSGB36 is easting 651,409.903 m, northing 313,177.270 m.
enum NationalGrid {
  static let projection = TransverseMercator(
    .airy1830, originLatitudeDegrees: 49, centralMeridianDegrees: -2, scale: 0.9996012717,
    falseEastingMetres: 400_000, falseNorthingMetres: -100_000)

  /// The position on WGS 84 of an easting and northing.
  static func position(eastMetres: Double, northMetres: Double) -> Position {
    let old = projection.unproject(eastMetres: eastMetres, northMetres: northMetres)
    return OSGB36.position(latitudeDegrees: old.latitudeDegrees, longitudeDegrees: old.longitudeDegrees)
  }

  /// The south-western corner of the 100 km square that two letters name, or nil when the grid has no such square.
  static func corner(of letters: [Unicode.Scalar]) -> (eastMetres: Double, northMetres: Double)? {
    guard letters.count == 2, let first = index(letters[0]), let second = index(letters[1]) else { return nil }
    // The letters run from the north-west, five a row, in squares of 500 km and then of 100 km; the false origin lies
    // in the square SV.
    let east = (first + 3) % 5 * 5 + second % 5
    let north = 19 - first / 5 * 5 - second / 5
    guard (0...6).contains(east), (0...12).contains(north) else { return nil }
    return (Double(east) * 100_000, Double(north) * 100_000)
  }

  private static func index(_ letter: Unicode.Scalar) -> Int? {
    guard (0x41...0x5A).contains(letter.value), letter != "I" else { return nil }
    return Int(letter.value) - 0x41 - (letter.value > 0x49 ? 1 : 0)
  }
}
