/// The zones of the universal transverse Mercator projection and the squares of the military grid (MGRS) in them.
///
/// Source: NGA.SIG.0012, "The universal grids and the transverse Mercator and polar stereographic map projections".
enum MilitaryGrid {
  private static let bands = Array("CDEFGHJKLMNPQRSTUVWX".unicodeScalars)
  private static let rows = Array("ABCDEFGHJKLMNPQRSTUV".unicodeScalars)
  private static let columns = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"].map { Array($0.unicodeScalars) }

  static func projection(zone: Int, southern: Bool) -> TransverseMercator {
    TransverseMercator(
      .wgs84, originLatitudeDegrees: 0, centralMeridianDegrees: Double(zone * 6 - 183), scale: 0.9996,
      falseEastingMetres: 500_000, falseNorthingMetres: southern ? 10_000_000 : 0)
  }

  /// The latitudes of a band of 8 degrees (12 degrees for X), or nil for a letter that is none.
  static func latitudes(ofBand letter: Unicode.Scalar) -> ClosedRange<Double>? {
    guard let index = bands.firstIndex(of: letter) else { return nil }
    let south = Double(index * 8 - 80)
    return south...(letter == "X" ? 84 : south + 8)
  }

  /// The position of an easting and northing in a zone, or nil off the projection.
  static func position(zone: Int, southern: Bool, eastMetres: Double, northMetres: Double) -> Position? {
    guard (1...60).contains(zone), (0...1_000_000).contains(eastMetres), (0...10_000_000).contains(northMetres)
    else { return nil }
    let place = projection(zone: zone, southern: southern).unproject(eastMetres: eastMetres, northMetres: northMetres)
    return Position(latitudeDegrees: place.latitudeDegrees, longitudeDegrees: place.longitudeDegrees)
  }

  /// The position of an offset from the south-western corner of a 100 km square, or nil when there is no such square.
  static func position(
    zone: Int, band: Unicode.Scalar, square: [Unicode.Scalar], eastMetres: Double, northMetres: Double
  ) -> Position? {
    guard (1...60).contains(zone), let latitudes = latitudes(ofBand: band), square.count == 2,
      let column = columns[(zone - 1) % 3].firstIndex(of: square[0]), let letter = rows.firstIndex(of: square[1])
    else { return nil }
    // In zones of even number the rows start five letters on.
    let row = zone.isMultiple(of: 2) ? (letter + 15) % 20 : letter
    let southern = latitudes.lowerBound < 0
    let bottom = projection(zone: zone, southern: southern).project(
      latitudeDegrees: latitudes.lowerBound, longitudeDegrees: Double(zone * 6 - 183)
    ).northMetres
    let lowest = (bottom / 100_000).rounded(.down) * 100_000
    var north = Double(row) * 100_000 + northMetres
    // The letters of the rows come round again every 2,000 km.
    while north < lowest { north += 2_000_000 }
    let east = Double(column + 1) * 100_000 + eastMetres
    guard
      let position = position(zone: zone, southern: southern, eastMetres: east, northMetres: north),
      // A square on the edge of its band reaches a little beyond it.
      (latitudes.lowerBound - 1...latitudes.upperBound + 1).contains(position.latitudeDegrees)
    else { return nil }
    return position
  }
}
