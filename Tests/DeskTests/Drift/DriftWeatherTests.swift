import Geodesy
import Testing
import Tracking

@testable import Desk
@testable import Operations

@Suite struct DriftWeatherTests {
  private static let place = Position(latitudeDegrees: 51, longitudeDegrees: 1.5)!
  private static let start = Instant.parse("2021-11-24T02:00:00Z")!

  private func source(_ name: String, hours: Int, written: Instant? = nil, east: Float = 5) throws
    -> WeatherStock.Source
  {
    let grid = try #require(
      FieldGrid(
        southDegrees: 50, westDegrees: 0, latitudeStepDegrees: 2, longitudeStepDegrees: 3, rows: 2, columns: 2))
    let moments = (0...hours).map { Self.start.adding(milliseconds: Int64($0) * 3_600_000) }
    let field = GriddedFlow(
      name: name, grid: grid, times: try #require(FieldTimes(moments)),
      layers: moments.map { _ in [SIMD2<Float>](repeating: SIMD2(east, 0), count: 4) })
    return WeatherStock.Source(name: name, written: written, field: try #require(field))
  }

  private func weather(_ stock: WeatherStock, said: WatchWeather? = nil, least: Int = 2) -> DriftWeather {
    DriftWeather(
      stock, said: said, from: Self.start, at: Self.place, hours: 26, least: least, leadSeconds: 0, isBackward: false,
      now: Self.start.adding(milliseconds: 3_600_000))
  }

  @Test func aFileComesFirstAndReachesAsFarAsItCovers() throws {
    let (old, new) = (Self.start.adding(milliseconds: -9_000_000), Self.start)
    let stock = WeatherStock(winds: [
      try source("old", hours: 30, written: old), try source("new", hours: 12, written: new),
      try source("short", hours: 1, written: new.adding(milliseconds: 1)),
    ])
    let found = weather(stock)
    guard case .file(let name, _, _) = found.wind else { throw Unexpected("no file") }
    // The newest that covers the time until now, though an older one reaches further.
    #expect(name == "new" && found.hours == 12)
    #expect(found.current == .assumed && found.assumptions.count == 16)
  }

  @Test func whatTheWatchSaysStandsInAndItsDirectionIsNotInvented() throws {
    var said = WatchWeather(
      weather: DetectionWeather(seaState: 4, windKnots: 20), windFromDegrees: 270,
      since: Self.start, by: "mara", agency: "coastguard")
    let known = weather(WeatherStock(), said: said)
    let wind = try known.assumptions[0].wind.velocity(at: Self.place, Self.start)
    #expect((wind.east - 10.29).magnitude < 0.01 && wind.north.magnitude < 1e-6)
    said.windFromDegrees = nil
    let around = weather(WeatherStock(), said: said)
    let sum = try around.assumptions.reduce((0.0, 0.0)) { sum, assumption in
      let wind = try assumption.wind.velocity(at: Self.place, Self.start)
      return (sum.0 + wind.east, sum.1 + wind.north)
    }
    #expect(sum.0.magnitude < 1e-6 && sum.1.magnitude < 1e-6)
  }

  @Test func nothingKnownIsASpreadAndSaysSo() {
    let nothing = weather(WeatherStock())
    #expect(nothing.wind == .assumed && nothing.current == .assumed && nothing.hours == 26)
    #expect(nothing.assumptions.count == 16)
  }

  @Test func aFileElsewhereIsNotUsed() throws {
    let far = try #require(Position(latitudeDegrees: 40, longitudeDegrees: -20))
    let stock = WeatherStock(winds: [try source("strait", hours: 30)])
    let found = DriftWeather(
      stock, said: nil, from: Self.start, at: far, hours: 26, least: 2, leadSeconds: 0, isBackward: false,
      now: Self.start)
    #expect(found.wind == .assumed)
  }

  @Test func anAssumedTideRunsToAndFro() throws {
    for tide in AssumedTide.all {
      let first = try tide.velocity(at: Self.place, Self.start)
      let half = Int64(AssumedTide.periodSeconds * 500)
      let second = try tide.velocity(at: Self.place, Self.start.adding(milliseconds: half))
      #expect((first.east + second.east).magnitude < 0.001 && (first.north + second.north).magnitude < 0.001)
    }
    #expect(AssumedTide.all.count == 16)
  }

  @Test func filesThatCannotBeReadLeaveTheOnesBefore() async throws {
    let house = try await House.open()
    let stock = WeatherStock(winds: [try source("good", hours: 5)])
    try house.desk.takeWeather(WeatherReader(stamp: { "1" }, read: { stock }))
    let broken = WeatherReader(stamp: { "2" }, read: { throw Unexpected("line 7 is no wind") })
    await WeatherKeeper(desk: house.desk, reader: broken).look()
    let now = house.desk.weatherShelf.now
    #expect(now.stock.winds.map(\.name) == ["good"] && now.fault?.contains("line 7") == true && now.edition == 1)
    #expect(throws: ServeFailure.self) { try house.desk.takeWeather(broken) }
  }
}
