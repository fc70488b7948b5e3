internal import Geodesy

/// The grid of a message (grid definition template 3.0) and the order of its values.
struct GribGrid {
  let grid: FieldGrid
  private let fromNorth: Bool
  private let fromEast: Bool

  init(_ message: borrowing GribMessage, place: String) throws(WeatherFault) {
    let type = try message.word("gridType")
    guard type == "regular_ll" else {
      throw WeatherFault(place, "its grid is \(type); only even latitudes and longitudes are read (regular_ll)")
    }
    let (columns, rows) = (try message.whole("Ni"), try message.whole("Nj"))
    guard try message.whole("jPointsAreConsecutive") == 0, try message.whole("alternativeRowScanning") == 0 else {
      throw WeatherFault(place, "its values run along meridians or back and forth, which is not read")
    }
    fromNorth = try message.whole("jScansPositively") == 0
    fromEast = try message.whole("iScansNegatively") != 0
    let first = (
      latitude: try message.number("latitudeOfFirstGridPointInDegrees"),
      longitude: try message.number("longitudeOfFirstGridPointInDegrees")
    )
    let last = (
      latitude: try message.number("latitudeOfLastGridPointInDegrees"),
      longitude: try message.number("longitudeOfLastGridPointInDegrees")
    )
    let (west, east) = fromEast ? (last.longitude, first.longitude) : (first.longitude, last.longitude)
    let width = east > west ? east - west : east - west + 360
    let grid = FieldGrid(
      southDegrees: min(first.latitude, last.latitude), westDegrees: west,
      latitudeStepDegrees: (first.latitude - last.latitude).magnitude / Double(max(rows - 1, 1)),
      longitudeStepDegrees: width / Double(max(columns - 1, 1)), rows: rows, columns: columns)
    guard let grid, (first.latitude > last.latitude) == fromNorth else {
      throw WeatherFault(place, "its grid of \(rows) rows and \(columns) columns is none, or too large")
    }
    self.grid = grid
  }

  /// The values from the south-west on, row by row.
  func ordered(_ values: [Float]) -> [Float] {
    guard fromNorth || fromEast else { return values }
    let (rows, columns) = (grid.rows, grid.columns)
    return (0..<(rows * columns)).map { point in
      let (row, column) = (point / columns, point % columns)
      return values[(fromNorth ? rows - 1 - row : row) * columns + (fromEast ? columns - 1 - column : column)]
    }
  }
}
