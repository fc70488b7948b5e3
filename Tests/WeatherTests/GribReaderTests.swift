import Foundation
import Geodesy
import Testing

@testable import Weather

/// Serialised, since ecCodes keeps its tables in one context.
@Suite(.serialized) struct GribReaderTests {
  private static let east: [Double?] = (0..<12).map { Double($0) }
  private static let north: [Double?] = (0..<12).map { Double($0) / 2 - 3 }

  private func wind(_ change: (inout GribFile.Message) -> Void = { _ in }) -> [GribFile.Message] {
    var (eastward, northward) = (GribFile.Message(values: Self.east), GribFile.Message(values: Self.north))
    northward.number = 3
    change(&eastward)
    change(&northward)
    return [eastward, northward]
  }

  private func read(_ quantity: WeatherQuantity, _ messages: [GribFile.Message]) throws -> GriddedFlow {
    let file = try GribFile(messages)
    return try withExtendedLifetime(file) { try WeatherFile.flow(quantity, path: file.path) }
  }

  private func place(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)!
  }

  private let midnight = Instant.parse("2021-11-24T00:00:00Z")!

  @Test(arguments: [true, false]) func windIsReadInEitherOrderOfRows(isFromNorth: Bool) throws {
    let field = try read(.wind, wind { $0.isFromNorth = isFromNorth })
    for (point, latitude, longitude) in [(0, 50.0, 1.0), (5, 50.5, 1.25), (11, 51, 1.75)] {
      let vector = try field.velocity(at: place(latitude, longitude), midnight)
      #expect((vector.east - Double(point)).magnitude < 1e-4)
      #expect((vector.north - (Double(point) / 2 - 3)).magnitude < 1e-4)
    }
    // Half-way between points 0, 1, 4 and 5.
    #expect((try field.velocity(at: place(50.25, 1.125), midnight).east - 2.5).magnitude < 1e-4)
  }

  @Test func timesAreThoseForWhichTheForecastHolds() throws {
    let later = wind {
      $0.forecastHour = 3
      $0.values = $0.values.map { $0.map { $0 + 6 } }
    }
    let field = try read(.wind, wind() + later)
    let between = midnight.adding(milliseconds: 3_600_000)
    #expect((try field.velocity(at: place(50, 1), between).east - 2).magnitude < 1e-4)
    let gap = #expect(throws: FieldGap.self) {
      try field.velocity(at: place(50, 1), midnight.adding(milliseconds: 3 * 3_600_000 + 1))
    }
    #expect(gap?.description.contains("2021-11-24T00:00:00Z to 2021-11-24T03:00:00Z") == true)
    #expect(throws: FieldGap.self) { try field.velocity(at: place(52, 1), midnight) }
    #expect(throws: FieldGap.self) { try field.velocity(at: place(50, 0.9), midnight) }
  }

  @Test func currentsHaveHolesWhereLandIs() throws {
    let current = wind {
      $0.discipline = 10
      $0.category = 1
      $0.surface = 1
      for point in 0..<6 where point != 1 { $0.values[point] = nil }
    }
    let field = try read(.current, current)
    // Point 1 alone has a value in its cell, and answers for the cell.
    #expect((try field.velocity(at: place(50.1, 1.2), midnight).east - 1).magnitude < 1e-4)
    let holes = wind {
      $0.discipline = 10
      $0.category = 1
      $0.surface = 1
      for point in [0, 1, 4, 5] { $0.values[point] = nil }
    }
    let gappy = try read(.current, holes)
    #expect(throws: FieldGap.self) { try gappy.velocity(at: place(50.1, 1.2), midnight) }
  }

  @Test func whatCannotBeReadIsNamed() throws {
    func reason(_ messages: [GribFile.Message], _ quantity: WeatherQuantity = .wind) throws -> String {
      let fault = #expect(throws: WeatherFault.self) { try read(quantity, messages) }
      return try #require(fault).description
    }
    #expect(try reason(wind(), .current).contains("no current that is read; it holds 10u, 10v"))
    #expect(try reason([wind()[0]]).contains("one component of wind is missing at 2021-11-24T00:00:00Z"))
    #expect(try reason(wind() + wind()).contains("comes twice"))
    #expect(try reason(wind { $0.gridType = "reduced_gg" }).contains("its grid is reduced_gg"))
    #expect(try reason(wind { $0.level = 100 }).contains("no wind that is read"))
    let small = wind {
      $0.columns = 3
      $0.values = Array($0.values.prefix(9))
      $0.forecastHour = 1
    }
    #expect(try reason(wind() + small).contains("message 3: its grid differs"))
  }

  /// Every beginning of a file, and files with one byte changed, are read or refused; nothing traps.
  @Test func damagedFilesAreRefusedOrRead() throws {
    let source = try GribFile(wind())
    let whole = try Data(contentsOf: URL(fileURLWithPath: source.path))
    let copy = TemporaryFile("damaged.grib2")
    var refused = 0
    for length in stride(from: 1, to: whole.count, by: 17) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: copy.path))
      do { _ = try WeatherFile.flow(.wind, path: copy.path) } catch { refused += 1 }
    }
    #expect(refused == (whole.count + 15) / 17)
    for place in stride(from: 8, to: whole.count, by: 23) {
      var damaged = whole
      damaged[place] ^= 0xFF
      try damaged.write(to: URL(fileURLWithPath: copy.path))
      _ = try? WeatherFile.flow(.wind, path: copy.path)
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    let missing = #expect(throws: WeatherFault.self) { try WeatherFile.flow(.wind, path: "/nowhere/wind.grib2") }
    #expect(missing?.description == "/nowhere/wind.grib2: it cannot be opened")
    let empty = try TemporaryFile("empty", text: "")
    let fault = #expect(throws: WeatherFault.self) { try WeatherFile.flow(.wind, path: empty.path) }
    #expect(fault?.reason == "it is empty, or cannot be read")
  }
}
