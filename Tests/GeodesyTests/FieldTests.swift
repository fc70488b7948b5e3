import Testing

@testable import Geodesy

@Suite struct FieldTests {
  private func place(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)!
  }

  private let start = Instant(millisecondsSince1970: 0)

  /// A field whose east component is the number of its column and whose north component that of its row.
  private func flow(_ grid: FieldGrid, moments: [Int64] = [0]) -> GriddedFlow {
    let layer = (0..<grid.points).map { SIMD2(Float($0 % grid.columns), Float($0 / grid.columns)) }
    return GriddedFlow(
      name: "test", grid: grid, times: FieldTimes(moments.map { Instant(millisecondsSince1970: $0) })!,
      layers: moments.map { _ in layer })!
  }

  private func grid(
    _ south: Double, _ west: Double, _ step: Double, _ rows: Int, _ columns: Int
  ) throws -> FieldGrid {
    try #require(
      FieldGrid(
        southDegrees: south, westDegrees: west, latitudeStepDegrees: step, longitudeStepDegrees: step, rows: rows,
        columns: columns))
  }

  @Test(arguments: [(50.0, 0.0, 0.0, 0.0), (50.25, 0.75, 1.5, 0.5), (51, 1.5, 3, 2), (50.4, 1.1, 2.2, 0.8)])
  func valuesBetweenPointsAreEven(latitude: Double, longitude: Double, column: Double, row: Double) throws {
    let vector = try flow(try grid(50, 0, 0.5, 3, 4)).velocity(at: place(latitude, longitude), start)
    #expect((vector.east - column).magnitude < 1e-5 && (vector.north - row).magnitude < 1e-5)
  }

  @Test func aRoundGridJoinsItsEnds() throws {
    let round = try grid(-90, 0, 30, 7, 12)
    #expect(round.isRound)
    let field = flow(round)
    // Column 11 lies at 330°, and half-way from there to column 0 the mean of 11 and 0 stands.
    #expect((try field.velocity(at: place(0, -15), start).east - 5.5).magnitude < 1e-5)
    #expect((try field.velocity(at: place(90, 0), start).north - 6).magnitude < 1e-5)
  }

  @Test func aGridAcrossTheAntimeridianIsOne() throws {
    let field = flow(try grid(0, 179, 0.5, 3, 5))
    #expect((try field.velocity(at: place(0.5, -179.25), start).east - 3.5).magnitude < 1e-5)
    #expect(throws: FieldGap.self) { try field.velocity(at: place(0.5, -178.5), start) }
  }

  @Test(arguments: [(49.99, 1.0), (51.01, 1), (50.5, -0.01), (50.5, 1.51), (-50.5, 1)])
  func outsideTheGridIsSaid(latitude: Double, longitude: Double) throws {
    let field = flow(try grid(50, 0, 0.5, 3, 4))
    let gap = #expect(throws: FieldGap.self) { try field.velocity(at: place(latitude, longitude), start) }
    #expect(gap?.reason == .place(place(latitude, longitude)))
  }

  @Test func outsideTheTimesIsSaid() throws {
    let field = flow(try grid(50, 0, 0.5, 3, 4), moments: [0, 1000])
    for milliseconds in [-1, 1001, Int64.max, .min] {
      #expect(throws: FieldGap.self) { try field.moment(at: Instant(millisecondsSince1970: milliseconds)) }
    }
    #expect(throws: Never.self) { try field.moment(at: Instant(millisecondsSince1970: 1000)) }
  }

  @Test func wildPlacesHaveNoValueAndDoNotTrap() throws {
    let field = try flow(try grid(50, 0, 0.5, 3, 4)).moment(at: start)
    for wild in [Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e15] {
      let vectors = field.velocity(latitudesDegrees: SIMD8(repeating: 50.5), longitudesDegrees: SIMD8(repeating: wild))
      let others = field.velocity(latitudesDegrees: SIMD8(repeating: wild), longitudesDegrees: SIMD8(repeating: 1))
      #expect(vectors.east[0].isNaN && others.east[0].isNaN)
    }
    // Degrees that were counted on around the earth mean the same place.
    let turned = field.velocity(latitudesDegrees: SIMD8(repeating: 50.5), longitudesDegrees: SIMD8(repeating: 361))
    #expect((turned.east[0] - 2).magnitude < 1e-5)
  }

  @Test func gridsAndTimesThatCannotBeAreNone() {
    func isGrid(_ south: Double, _ step: Double, _ rows: Int, _ columns: Int) -> Bool {
      FieldGrid(
        southDegrees: south, westDegrees: 0, latitudeStepDegrees: step, longitudeStepDegrees: step, rows: rows,
        columns: columns) != nil
    }
    #expect(isGrid(0, 1, 2, 2))
    #expect(!isGrid(0, 1, 1, 2) && !isGrid(0, 0, 2, 2) && !isGrid(0, .nan, 2, 2) && !isGrid(.nan, 1, 2, 2))
    #expect(!isGrid(89, 1, 3, 2) && !isGrid(0, 1, 2, 400) && !isGrid(0, 1e-9, .max, .max))
    #expect(FieldTimes([]) == nil && FieldTimes([start, start]) == nil)
    #expect(ConstantFlow(name: "", eastMetresPerSecond: .nan, northMetresPerSecond: 0) == nil)
    #expect(ConstantFlow(name: "", eastMetresPerSecond: 0, northMetresPerSecond: 151) == nil)
  }

  @Test func aScalarIsReadAsAFlowIs() throws {
    let grid = try grid(50, 0, 0.5, 3, 4)
    var first = (0..<12).map { Float($0) }
    first[0] = .nan
    let times = try #require(FieldTimes([start, Instant(millisecondsSince1970: 1000)]))
    let heights = try #require(
      GriddedScalar(name: "waves", unit: "m", grid: grid, times: times, layers: [first, first.map { $0 + 2 }]))
    let half = Instant(millisecondsSince1970: 500)
    #expect((try heights.value(at: place(51, 1.5), half) - 12).magnitude < 1e-9)
    #expect((try heights.value(at: place(50, 0.25), start) - 1).magnitude < 1e-9)
    #expect(throws: FieldGap.self) { try heights.value(at: place(50, 0), start) }
  }

  @Test func aSumAddsItsParts() throws {
    let parts = [(1.0, 2.0), (-0.5, 1)].compactMap {
      ConstantFlow(name: "part", eastMetresPerSecond: $0.0, northMetresPerSecond: $0.1)
    }
    let vector = try SumFlow(name: "sum", parts: parts).velocity(at: place(0, 0), start)
    #expect(vector.east == 0.5 && vector.north == 3)
  }
}
