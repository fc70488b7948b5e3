import Geodesy
import Testing

@testable import Weather

@Suite struct CommaReaderTests {
  private let midnight = Instant.parse("2021-11-24T00:00:00Z")!

  private func read(_ text: String) throws -> GriddedFlow {
    let file = try TemporaryFile("wind.csv", text: text)
    return try withExtendedLifetime(file) { try WeatherFile.flow(.wind, path: file.path) }
  }

  @Test func aSeriesHoldsEverywhere() throws {
    let field = try read("time,east_ms,north_ms\n2021-11-24T00:00:00Z,4,-2\n2021-11-24T02:00:00Z,8,2\r\n")
    for (latitude, longitude) in [(51.0, 1.4), (-89, -179.5), (90, 180)] {
      let place = try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
      let vector = try field.velocity(at: place, midnight.adding(milliseconds: 3_600_000))
      #expect((vector.east - 6).magnitude < 1e-5 && vector.north.magnitude < 1e-5)
    }
  }

  @Test func placesMakeAGridWithHoles() throws {
    let rows = [(50.0, 1.0, 1.0), (50, 2, 2), (51, 1, 3)].map { "2021-11-24T00:00:00Z,\($0.0),\($0.1),\($0.2),0\n" }
    let field = try read("time,lat,lon,east_ms,north_ms\n" + rows.joined())
    let middle = try #require(Position(latitudeDegrees: 50.5, longitudeDegrees: 1.5))
    #expect(try field.velocity(at: middle, midnight).east == 2)
    #expect(throws: FieldGap.self) { try field.velocity(at: middle, midnight.adding(milliseconds: 1)) }
  }

  @Test(arguments: [
    ("hello", "line 1"), ("time,east_ms,north_ms\n", "no rows"),
    ("time,east_ms,north_ms\n2021-11-24T00:00:00Z,1\n", "line 2: it has 2 columns, the heading 3"),
    ("time,east_ms,north_ms\nyesterday,1,2\n", "line 2: \"yesterday\" is no time"),
    ("time,east_ms,north_ms\n2021-11-24T00:00:00Z,nan,2\n", "line 2: \"nan\" is no number"),
    ("time,east_ms,north_ms\n2021-11-24T00:00:00Z,1e300,2\n", "line 2"),
    ("time,lat,east_ms,north_ms\n", "lat and lon; give both"),
    ("time,lat,lon,east_ms,north_ms\n2021-11-24T00:00:00Z,50,1,0,0\n", "no grid"),
    ("time,east_ms,north_ms\n2021-11-24T00:00:00Z,1,2\n2021-11-24T00:00:00Z,1,2\n", "comes twice"),
  ])
  func whatCannotBeReadIsNamed(text: String, words: String) {
    let fault = #expect(throws: WeatherFault.self) { try read(text) }
    #expect(fault?.description.contains(words) == true)
  }
}
