internal import CNetCDF
internal import Geodesy

/// Reads velocity fields from NetCDF files that follow the Climate and Forecast conventions.
struct NetCDFReader {
  let path: String

  /// Standard names (CF standard name table) of the eastward and northward components, then names without one.
  private static let names: [WeatherQuantity: [[String]]] = [
    .wind: [["eastward_wind", "x_wind", "u10", "u10m"], ["northward_wind", "y_wind", "v10", "v10m"]],
    .current: [
      ["eastward_sea_water_velocity", "surface_eastward_sea_water_velocity", "x_sea_water_velocity", "uo"],
      ["northward_sea_water_velocity", "surface_northward_sea_water_velocity", "y_sea_water_velocity", "vo"],
    ],
    .waves: [
      ["sea_surface_wave_stokes_drift_eastward_velocity", "sea_surface_wave_stokes_drift_x_velocity", "VSDX"],
      ["sea_surface_wave_stokes_drift_northward_velocity", "sea_surface_wave_stokes_drift_y_velocity", "VSDY"],
    ],
  ]

  /// The dimensions of a component: where time, the rows and the columns are in it.
  private struct Layout {
    let time: Int
    let latitude: Int
    let longitude: Int
    let lengths: [Int]
  }

  /// The velocities of the two variables that carry the quantity.
  func flow(_ quantity: WeatherQuantity) throws(WeatherFault) -> FlowLayers {
    let file = try NetCDFFile(path: path)
    var variables = [String]()
    for wanted in Self.names[quantity] ?? [] { variables.append(try variable(wanted, quantity, in: file)) }
    guard variables.count == 2 else { throw WeatherFault(path, "\(quantity.rawValue) is not read from NetCDF") }
    let dimensions = try file.dimensions(of: variables[0])
    let layout = try layout(dimensions, variables[0], in: file)
    let other = try file.dimensions(of: variables[1])
    guard other.map(\.name) == dimensions.map(\.name) else {
      throw WeatherFault(path, "\(variables[0]) and \(variables[1]) lie on different grids, which is not read")
    }
    let latitudes = try axis(dimensions[layout.latitude], in: file)
    let longitudes = try axis(dimensions[layout.longitude], in: file)
    let grid = FieldGrid(
      southDegrees: latitudes.first, westDegrees: longitudes.first, latitudeStepDegrees: latitudes.step,
      longitudeStepDegrees: longitudes.step, rows: latitudes.count, columns: longitudes.count)
    guard let grid, !longitudes.isDescending else {
      throw WeatherFault(path, "its latitudes and longitudes make no grid on the earth")
    }
    let moments = try moments(dimensions[layout.time], in: file)
    guard moments.count <= WeatherLimits.mostValues / grid.points else {
      throw WeatherFault(path, "the field has more than \(WeatherLimits.mostValues) values")
    }
    var layers = FlowLayers(grid: grid)
    for (index, moment) in moments.enumerated() {
      let east = try layer(variables[0], layout, index, in: file, fromNorth: latitudes.isDescending)
      let north = try layer(variables[1], layout, index, in: file, fromNorth: latitudes.isDescending)
      layers.layers[moment] = zip(east, north).map { SIMD2($0, $1) }
    }
    return layers
  }

  private func variable(
    _ wanted: [String], _ quantity: WeatherQuantity, in file: borrowing NetCDFFile
  ) throws(WeatherFault) -> String {
    let variables = try file.variables()
    for name in wanted {
      for variable in variables where file.text("standard_name", of: variable) == name || variable == name {
        return variable
      }
    }
    throw WeatherFault(
      path,
      "it holds no \(quantity.rawValue) (\(wanted[0])); it holds \(variables.prefix(12).joined(separator: ", "))",
      isAbsence: true)
  }

  private func layout(
    _ dimensions: [(name: String, length: Int)], _ variable: String, in file: borrowing NetCDFFile
  ) throws(WeatherFault) -> Layout {
    var found: [String: Int] = [:]
    for (index, dimension) in dimensions.enumerated() {
      let role = role(of: dimension.name, in: file)
      guard let role else {
        // A single level or member is no choice to be made.
        guard dimension.length == 1 else {
          throw WeatherFault(
            path, "\(variable) has \(dimension.length) layers along \(dimension.name); give one of them")
        }
        continue
      }
      found[role] = index
    }
    guard let time = found["time"], let latitude = found["latitude"], let longitude = found["longitude"] else {
      throw WeatherFault(path, "\(variable) is not laid out by time, latitude and longitude, each with its variable")
    }
    return Layout(time: time, latitude: latitude, longitude: longitude, lengths: dimensions.map(\.length))
  }

  private func role(of dimension: String, in file: borrowing NetCDFFile) -> String? {
    let units = file.text("units", of: dimension) ?? ""
    if units.contains(" since ") { return "time" }
    if ["degrees_north", "degree_north", "degrees_N"].contains(units) { return "latitude" }
    if ["degrees_east", "degree_east", "degrees_E"].contains(units) { return "longitude" }
    return nil
  }

  private func axis(
    _ dimension: (name: String, length: Int), in file: borrowing NetCDFFile
  ) throws(WeatherFault) -> EvenAxis {
    guard dimension.length <= FieldGrid.mostPoints,
      let axis = EvenAxis(try file.numbers(of: dimension.name, from: [0], count: [dimension.length]))
    else { throw WeatherFault(path, "\(dimension.name) is not at even distances, which is not read") }
    return axis
  }

  private func moments(
    _ dimension: (name: String, length: Int), in file: borrowing NetCDFFile
  ) throws(WeatherFault) -> [Instant] {
    guard dimension.length <= FieldTimes.most else {
      throw WeatherFault(path, "it has more than \(FieldTimes.most) moments")
    }
    let calendar = file.text("calendar", of: dimension.name) ?? "standard"
    guard ["standard", "gregorian", "proleptic_gregorian"].contains(calendar.lowercased()) else {
      throw WeatherFault(path, "its calendar \"\(calendar)\" is not read")
    }
    let text = file.text("units", of: dimension.name) ?? ""
    guard let units = TimeUnits(text) else { throw WeatherFault(path, "its times in \"\(text)\" are not read") }
    let numbers = try file.numbers(of: dimension.name, from: [0], count: [dimension.length])
    let moments = numbers.compactMap(units.instant)
    guard moments.count == numbers.count, Set(moments).count == moments.count else {
      throw WeatherFault(path, "a time in it is none, or comes twice")
    }
    return moments
  }

  private func layer(
    _ variable: String, _ layout: Layout, _ time: Int, in file: borrowing NetCDFFile, fromNorth: Bool
  ) throws(WeatherFault) -> [Float] {
    var start = [Int](repeating: 0, count: layout.lengths.count)
    var count = [Int](repeating: 1, count: layout.lengths.count)
    start[layout.time] = time
    let (rows, columns) = (layout.lengths[layout.latitude], layout.lengths[layout.longitude])
    (count[layout.latitude], count[layout.longitude]) = (rows, columns)
    let packed = try file.numbers(of: variable, from: start, count: count)
    let none = ["_FillValue", "missing_value"].compactMap { file.number($0, of: variable) }
    let (scale, offset) = (
      file.number("scale_factor", of: variable) ?? 1, file.number("add_offset", of: variable) ?? 0
    )
    let isByRow = layout.latitude < layout.longitude
    return (0..<(rows * columns)).map { point in
      let (row, column) = (fromNorth ? rows - 1 - point / columns : point / columns, point % columns)
      let value = packed[isByRow ? row * columns + column : column * rows + row]
      return none.contains(value) ? .nan : Float(value * scale + offset)
    }
  }
}
