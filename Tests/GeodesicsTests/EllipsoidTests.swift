import Geodesics
import Geodesy
import Testing

@Suite struct EllipsoidTests {
  private func position(_ latitude: Double, _ longitude: Double) throws -> Position {
    try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
  }

  @Test func agreesWithARowOfThePublishedTestSet() throws {
    // Karney, "Test set for geodesics", doi 10.5281/zenodo.32156, first row.
    let line = Ellipsoid.inverse(
      from: try position(36.530042355041, 0), to: try position(-48.164270779097, 5.762344694676))
    #expect((line.distanceMetres - 9_398_502.0434687).magnitude < 1e-3)
    #expect((line.initialBearingDegrees - 176.125875162171).magnitude < 1e-9)
    #expect((line.finalBearingDegrees - 175.334308316285).magnitude < 1e-9)
  }

  @Test(arguments: [
    (0.0, 0.0, 0.0, 1.0, 111_319.490_793),
    (0, 0, 90, 0, 10_001_965.729_3),
    // Nearly opposite ends of the earth, where older methods do not converge.
    (0, 0, 0.5, 179.5, 19_936_288.579),
    (51, 1, 51, 1, 0),
  ])
  func measuresKnownLines(
    _ latitude: Double, _ longitude: Double, _ endLatitude: Double, _ endLongitude: Double, _ metres: Double
  ) throws {
    let line = Ellipsoid.inverse(
      from: try position(latitude, longitude), to: try position(endLatitude, endLongitude))
    #expect((line.distanceMetres - metres).magnitude < 1e-3)
    #expect((0..<360).contains(line.initialBearingDegrees) && (0..<360).contains(line.finalBearingDegrees))
  }

  @Test func directUndoesInverse() throws {
    let start = try position(51.025, 1.3867)
    for (latitude, longitude) in [(50.9, 1.8), (-33.8, 151.2), (51.025, -178), (51.026, 1.3867)] {
      let end = try position(latitude, longitude)
      let line = Ellipsoid.inverse(from: start, to: end)
      let reached = try #require(
        Ellipsoid.direct(from: start, bearingDegrees: line.initialBearingDegrees, distanceMetres: line.distanceMetres))
      #expect((reached.position.latitudeDegrees - latitude).magnitude < 1e-10)
      #expect((reached.position.longitudeDegrees - longitude).magnitude < 1e-10)
      #expect((reached.finalBearingDegrees - line.finalBearingDegrees).magnitude < 1e-8)
    }
    #expect(Ellipsoid.direct(from: start, bearingDegrees: .nan, distanceMetres: 1) == nil)
    #expect(Ellipsoid.direct(from: start, bearingDegrees: 1, distanceMetres: .infinity) == nil)
  }

  @Test func measuresAnOctantOfTheEarth() throws {
    let octant = try #require(Polygon(ring: [position(0, 0), position(0, 90), position(90, 0)]))
    let measured = Ellipsoid.measure(octant)
    // The surface of the ellipsoid is 510,065,621,724,089 m².
    #expect((measured.areaSquareMetres - 510_065_621_724_089 / 8).magnitude < 10)
    #expect((measured.perimeterMetres - (2 * 10_001_965.7293 + 90 * 111_319.490793)).magnitude < 0.01)
    let turned = try #require(Polygon(ring: octant.ring.reversed()))
    #expect((Ellipsoid.measure(turned).areaSquareMetres - measured.areaSquareMetres).magnitude < 1)
    let meridian = [try position(0, 0), try position(45, 0), try position(90, 0)]
    #expect((Ellipsoid.lengthMetres(of: meridian) - 10_001_965.7293).magnitude < 1e-3)
    #expect(Ellipsoid.lengthMetres(of: []) == 0)
  }

  @Test func thePlainFormulasAreAsExactAsTheyClaim() throws {
    let origin = try position(51, 1.4)
    let plane = TangentPlane(origin: origin)
    for bearing in stride(from: 0.0, to: 360, by: 7.5) {
      for metres in [100.0, 1_000, 20_000] {
        let place = try #require(
          Ellipsoid.direct(from: origin, bearingDegrees: bearing, distanceMetres: metres)
        ).position
        let local = plane.local(place)
        let length = (local.eastMetres * local.eastMetres + local.northMetres * local.northMetres).squareRoot()
        #expect((length / metres - 1).magnitude < 1e-4)
        #expect((Sphere.distanceMetres(from: origin, to: place) / metres - 1).magnitude < 6e-3)
      }
    }
  }
}
