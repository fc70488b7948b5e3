import CNetCDF
import Foundation
import Geodesy
import Testing

@testable import Weather

@Suite(.serialized) struct NetCDFReaderTests {
  /// A file of currents: times, latitudes from north to south, longitudes, packed in 16 bits.
  struct Source {
    var format = NC_NETCDF4
    var latitudes = [51.0, 50.5, 50.0]
    var longitudes = [1.0, 1.5]
    var timeUnits = "hours since 2021-11-24 00:00:00"
    var times = [0.0, 1.0]
    var calendar = "gregorian"
    var names = ["uo", "vo"]
    var standardNames = ["eastward_sea_water_velocity", "northward_sea_water_velocity"]
    var depths = 1
    var fill: Int16 = -32_768

    /// Values as `time * 100 + row * 10 + column` in hundredths; the last point of all is missing.
    func write(to path: String) throws {
      var file: Int32 = 0
      func check(_ code: Int32) throws { try #require(code == NC_NOERR, "\(String(cString: nc_strerror(code)))") }
      try check(nc_create(path, Int32(format), &file))
      let lengths = [("time", times.count), ("depth", depths), ("lat", latitudes.count), ("lon", longitudes.count)]
      var dimensions = [Int32](repeating: 0, count: 4)
      for (index, (name, length)) in lengths.enumerated() {
        try check(nc_def_dim(file, name, length, &dimensions[index]))
      }
      let axes = [
        ("time", times, timeUnits, 0), ("lat", latitudes, "degrees_north", 2), ("lon", longitudes, "degrees_east", 3),
      ]
      var axisVariables = [Int32](repeating: 0, count: 3)
      for (index, axis) in axes.enumerated() {
        try check(nc_def_var(file, axis.0, NC_DOUBLE, 1, [dimensions[axis.3]], &axisVariables[index]))
        try check(nc_put_att_text(file, axisVariables[index], "units", axis.2.utf8.count, axis.2))
      }
      try check(nc_put_att_text(file, axisVariables[0], "calendar", calendar.utf8.count, calendar))
      var variables = [Int32](repeating: 0, count: 2)
      for part in 0..<2 {
        try check(nc_def_var(file, names[part], NC_SHORT, 4, dimensions, &variables[part]))
        try check(
          nc_put_att_text(file, variables[part], "standard_name", standardNames[part].utf8.count, standardNames[part]))
        var (scale, fill) = (0.01, self.fill)
        try check(nc_put_att_double(file, variables[part], "scale_factor", NC_DOUBLE, 1, &scale))
        try check(nc_put_att_short(file, variables[part], "_FillValue", NC_SHORT, 1, &fill))
      }
      try check(nc_enddef(file))
      for (index, axis) in axes.enumerated() { try check(nc_put_var_double(file, axisVariables[index], axis.1)) }
      for part in 0..<2 { try check(nc_put_var_short(file, variables[part], values(part))) }
      try check(nc_close(file))
    }

    private func values(_ part: Int) -> [Int16] {
      var values = [Int16]()
      for time in times.indices {
        for _ in 0..<depths {
          for row in latitudes.indices {
            for column in longitudes.indices { values.append(Int16(time * 100 + row * 10 + column + part * 50)) }
          }
        }
      }
      values[values.count - 1] = fill
      return values
    }
  }

  private let midnight = Instant.parse("2021-11-24T00:00:00Z")!

  private func read(_ change: (inout Source) -> Void = { _ in }) throws -> GriddedFlow {
    let file = TemporaryFile("test.nc")
    defer { withExtendedLifetime(file) {} }
    var source = Source()
    change(&source)
    try source.write(to: file.path)
    return try WeatherFile.flow(.current, path: file.path)
  }

  @Test(arguments: [NC_NETCDF4, NC_64BIT_OFFSET]) func packedCurrentsAreUnpacked(format: Int32) throws {
    let field = try read { $0.format = format }
    let place = try #require(Position(latitudeDegrees: 50.5, longitudeDegrees: 1.5))
    let vector = try field.velocity(at: place, midnight)
    #expect((vector.east - 0.11).magnitude < 1e-6 && (vector.north - 0.61).magnitude < 1e-6)
    let half = try field.velocity(at: place, midnight.adding(milliseconds: 1_800_000))
    #expect((half.east - 0.61).magnitude < 1e-6)
    #expect(throws: FieldGap.self) { try field.velocity(at: place, midnight.adding(milliseconds: 3_600_001)) }
  }

  @Test func namesServeWhereStandardNamesAreMissing() throws {
    #expect(try read { $0.standardNames = ["x", "y"] }.grid.rows == 3)
  }

  @Test(arguments: [
    ("seconds since 1970-01-01", 1_637_712_000.0), ("days since 2021-11-24T00:00:00Z", 0),
    ("minutes since 2021-11-23 23:00:0.0", 60),
  ])
  func timesAreCountedAsTheirUnitSays(units: String, first: Double) throws {
    let field = try read {
      $0.timeUnits = units
      $0.times = [first, first + 1]
    }
    #expect(field.times.moments[0] == midnight)
  }

  @Test func whatCannotBeReadIsNamed() {
    func reason(_ change: (inout Source) -> Void) -> String {
      #expect(throws: WeatherFault.self) { _ = try read(change) }?.reason ?? ""
    }
    #expect(reason { $0.latitudes = [50, 50.5, 52] }.contains("lat is not at even distances"))
    #expect(reason { $0.calendar = "360_day" }.contains("calendar \"360_day\""))
    #expect(reason { $0.timeUnits = "months since 2021-01-01" }.contains("months since"))
    #expect(reason { $0.depths = 2 }.contains("2 layers along depth"))
    #expect(reason { $0.times = [0, 0] }.contains("comes twice"))
    #expect(reason { $0.times = [0, 1e300] }.contains("a time in it is none"))
    #expect(
      reason {
        $0.names = ["a", "b"]
        $0.standardNames = ["a", "b"]
      }.contains("it holds no current (eastward_sea_water_velocity); it holds time, lat, lon, a, b"))
  }

  @Test func damagedFilesAreRefusedOrRead() throws {
    let file = TemporaryFile("whole.nc")
    try Source(format: NC_64BIT_OFFSET).write(to: file.path)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let copy = TemporaryFile("damaged.nc")
    for length in stride(from: 1, to: whole.count, by: 13) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: copy.path))
      _ = try? WeatherFile.flow(.current, path: copy.path)
    }
    try Data("CDF\u{1}nonsense".utf8).write(to: URL(fileURLWithPath: copy.path))
    #expect(throws: WeatherFault.self) { try WeatherFile.flow(.current, path: copy.path) }
  }
}
