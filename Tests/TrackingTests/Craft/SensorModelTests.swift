import Testing

@testable import Tracking

@Suite struct SensorModelTests {
  private func motion(_ east: Double, _ north: Double) -> Motion {
    Motion(
      eastMetres: east, northMetres: north, velocityEast: 0, velocityNorth: 0,
      covariance: MotionCovariance(position: .isotropic(100), velocity: .isotropic(1)))
  }

  private func model(_ field: SensorModel.Field, east: Double = 0, north: Double = 0) -> SensorModel {
    SensorModel(
      number: 3, eastMetres: east, northMetres: north, field: field, detectionProbability: 0.9, falsePlotsPerScan: 8)
  }

  @Test func aRingStandsAroundItsSensor() {
    let radar = model(.ring(fromMetres: 100, toMetres: 5000), east: 20_000, north: -3000)
    #expect(radar.coverage(of: motion(22_000, -3000)) > 0.99)
    #expect(radar.coverage(of: motion(0, 0)) < 0.01 && radar.coverage(of: motion(20_000, -3000)) < 0.01)
    let plot = PlacedPlot(
      Plot(rangeMetres: 1000, bearingRadians: .pi / 2, rangeDeviationMetres: 30, bearingDeviationRadians: 0.001),
      from: radar)
    #expect((plot.eastMetres - 21_000).magnitude < 0.01 && (plot.northMetres + 3000).magnitude < 0.01)
    #expect((plot.noise.eastEast - 900).magnitude < 0.1 && (plot.noise.northNorth - 1).magnitude < 0.1)
  }

  @Test func aSectorMayCrossNorth() {
    let sector = Sector(fromRadians: -0.5, toRadians: 0.5)
    let radar = model(.ring(fromMetres: 100, toMetres: 9000, sector: sector))
    #expect(radar.coverage(of: motion(0, 4000)) > 0.99 && radar.coverage(of: motion(1500, 4000)) > 0.9)
    #expect(radar.coverage(of: motion(4000, 0)) < 0.01 && radar.coverage(of: motion(0, -4000)) < 0.01)
    let wide = model(.ring(fromMetres: 100, toMetres: 9000, sector: Sector(fromRadians: 0, toRadians: 4.712)))
    #expect(wide.coverage(of: motion(0, -4000)) > 0.99 && wide.coverage(of: motion(-3000, 3000)) < 0.01)
    #expect(
      radar.falsePlotDensity(atMetres: 1000) > 6
        * model(.ring(fromMetres: 100, toMetres: 9000)).falsePlotDensity(atMetres: 1000))
  }

  @Test func anOutlineHoldsWhatLiesWithin() {
    let corners = [(0.0, 0.0), (4000, 0), (4000, 2000), (2000, 500), (0, 2000)]
    let outline = FieldOutline(corners: corners.map { PlanePlace(eastMetres: $0.0, northMetres: $0.1) })
    #expect(outline.areaSquareMetres == 5e6)
    let drone = model(.footprint(outline))
    #expect(drone.coverage(of: motion(500, 800)) > 0.99 && drone.coverage(of: motion(2000, 1500)) < 0.01)
    #expect((0.4...0.6).contains(drone.coverage(of: motion(1000, 0))))
    let none = model(.footprint(FieldOutline(corners: [PlanePlace(eastMetres: .nan, northMetres: 1)])))
    #expect(none.coverage(of: motion(0, 0)) == 0)
    let many = (0..<5000).map { PlanePlace(eastMetres: Double($0), northMetres: Double($0 % 2)) }
    #expect(FieldOutline(corners: many).corners.count <= FieldOutline.mostCorners)
  }

  @Test func numbersThatAreNoneAreBroughtIntoRange() {
    let odd = SensorModel(
      eastMetres: .nan, northMetres: .infinity, field: .everywhere(areaSquareMetres: .nan), detectionProbability: .nan,
      falsePlotsPerScan: -5)
    #expect(
      odd.eastMetres == 0 && odd.northMetres == 0 && odd.detectionProbability == 0.01 && odd.falsePlotsPerScan > 0)
  }
}
