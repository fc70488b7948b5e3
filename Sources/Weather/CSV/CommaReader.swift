internal import Foundation
internal import Geodesy
internal import Tables

/// Reads a velocity field from a table: `time,lat,lon,east_ms,north_ms`, or without `lat,lon` for one that is the same
/// everywhere.
///
/// With places, every moment has the same ones, and they fill a grid of even rows and columns; a row that is missing is a
/// place without a value.
struct CommaReader {
  let path: String

  private struct Row {
    let time: Instant
    let latitude: Double
    let longitude: Double
    let vector: SIMD2<Float>
  }

  /// The velocities of the table.
  func flow() throws(WeatherFault) -> FlowLayers {
    guard let data = FileManager.default.contents(atPath: path) else { throw WeatherFault(path, "it cannot be read") }
    let table = try table([UInt8](data))
    let columns = ["time", "east_ms", "north_ms", "lat", "lon"].map { table.heading.fields.firstIndex(of: $0) }
    let headingPlace = "\(path), line \(table.heading.number)"
    guard let time = columns[0], let east = columns[1], let north = columns[2] else {
      throw WeatherFault(
        headingPlace,
        "it is no GRIB, no NetCDF, and no table with the columns time, east_ms and north_ms (and lat, lon)")
    }
    guard (columns[3] == nil) == (columns[4] == nil) else {
      throw WeatherFault(headingPlace, "it has one of the columns lat and lon; give both or neither")
    }
    var rows = [Row]()
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      let (fields, place) = (row.fields, "\(path), line \(row.number)")
      guard let instant = Instant.parse(fields[time]) else {
        throw WeatherFault(place, "\"\(fields[time])\" is no time; write 2021-11-24T01:00:00Z")
      }
      let vector = SIMD2(try number(fields[east], place), try number(fields[north], place))
      var (latitude, longitude) = (0.0, 0.0)
      if let latitudeColumn = columns[3], let longitudeColumn = columns[4] {
        (latitude, longitude) = (
          try number(fields[latitudeColumn], place), try number(fields[longitudeColumn], place)
        )
      }
      rows.append(Row(time: instant, latitude: latitude, longitude: longitude, vector: SIMD2<Float>(vector)))
    }
    guard !rows.isEmpty else { throw WeatherFault(path, "it has no rows under its heading") }
    return columns[3] == nil ? try uniform(rows) : try gridded(rows)
  }

  private func table(_ bytes: [UInt8]) throws(WeatherFault) -> TextTable {
    do throws(TableFault) {
      return try TextTable(bytes, limits: TableLimits(bytes: WeatherLimits.mostTextBytes), rowLength: .asHeading)
    } catch {
      throw WeatherFault(error.row == 0 ? path : "\(path), line \(error.row)", error.reason)
    }
  }

  private func number(_ text: String, _ place: String) throws(WeatherFault) -> Double {
    guard let value = Double(text), value.magnitude <= 360 else {
      throw WeatherFault(place, "\"\(text)\" is no number within 360")
    }
    return value
  }

  private func uniform(_ rows: [Row]) throws(WeatherFault) -> FlowLayers {
    // Two by two points hold the whole earth; all four are the same.
    let grid = FieldGrid(
      southDegrees: -90, westDegrees: -180, latitudeStepDegrees: 180, longitudeStepDegrees: 360, rows: 2, columns: 2)
    guard let grid else { throw WeatherFault(path, "it has no grid") }
    var layers = FlowLayers(grid: grid)
    for row in rows {
      guard layers.layers.updateValue([SIMD2<Float>](repeating: row.vector, count: 4), forKey: row.time) == nil else {
        throw WeatherFault(path, "\(row.time) comes twice")
      }
    }
    return layers
  }

  private func gridded(_ rows: [Row]) throws(WeatherFault) -> FlowLayers {
    guard let latitudes = EvenAxis(Set(rows.map(\.latitude)).sorted()),
      let longitudes = EvenAxis(Set(rows.map(\.longitude)).sorted()),
      let grid = FieldGrid(
        southDegrees: latitudes.first, westDegrees: longitudes.first, latitudeStepDegrees: latitudes.step,
        longitudeStepDegrees: longitudes.step, rows: latitudes.count, columns: longitudes.count)
    else { throw WeatherFault(path, "its lat and lon make no grid of even rows and columns, two of each or more") }
    let moments = Set(rows.map(\.time))
    guard moments.count <= WeatherLimits.mostValues / grid.points else {
      throw WeatherFault(path, "the field has more than \(WeatherLimits.mostValues) values")
    }
    var layers = FlowLayers(grid: grid)
    for moment in moments {
      layers.layers[moment] = [SIMD2<Float>](repeating: SIMD2(.nan, .nan), count: grid.points)
    }
    for row in rows {
      let line = Int(((row.latitude - latitudes.first) / latitudes.step).rounded())
      let column = Int(((row.longitude - longitudes.first) / longitudes.step).rounded())
      layers.layers[row.time]?[line * grid.columns + column] = row.vector
    }
    return layers
  }
}
