import Geodesy
import Testing

@testable import Rescue

@Suite struct SearchFootprintTests {
  private static let start = Position(latitudeDegrees: 51, longitudeDegrees: 1.5)!
  private static let time = Instant.parse("2021-11-24T02:00:00Z")!

  private func plan(
    _ pattern: SearchPattern, spacing: Double, seconds: Double = 7200, area: (Double, Double) = (0, 0),
    way: [Position] = [], drift: (east: Double, north: Double)? = nil
  ) -> SearchPatternPlan {
    SearchPatternPlan(
      pattern: pattern, start: Self.start, startTime: Self.time, orientationDegrees: 30, trackSpacingMetres: spacing,
      speedMetresPerSecond: 10, secondsAvailable: seconds, areaMetres: area, way: way, drift: drift)
  }

  @Test func parallelTracksCoverTheirRectangle() throws {
    let footprint = try plan(.parallelTrack, spacing: 1000, seconds: 20_000, area: (10_000, 6_000)).footprint()
    #expect((footprint.polygon.areaSquareMetres / 60e6 - 1).magnitude < 0.01)
    // Six tracks of 9 km with a sweep of 1 km: 54 km² in 60 km².
    #expect((footprint.coverage(sweepWidthMetres: 1000) - 0.9).magnitude < 0.02)
  }

  @Test func aSectorIsACircleAndASquareItsLegs() throws {
    let circle = try plan(.sector, spacing: 2000).footprint()
    #expect((circle.polygon.areaSquareMetres / (Double.pi * 4e6) - 1).magnitude < 0.02)
    #expect((circle.searchedMetres / 18_000 - 1).magnitude < 0.01)
    let square = try plan(.expandingSquare, spacing: 1000, seconds: 1200).footprint()
    // 1, 1, 2, 2, 3, 3 km in twelve kilometres: the legs span 3 km by 3 km, half a spacing more on every side.
    #expect((square.polygon.areaSquareMetres / 16e6 - 1).magnitude < 0.02)
    #expect((square.coverage(sweepWidthMetres: 1000) - 0.75).magnitude < 0.02)
  }

  @Test func aPatternThatDriftsLiesWhereItsMiddleIs() throws {
    let still = try plan(.sector, spacing: 1000).footprint()
    let moving = try plan(.sector, spacing: 1000, drift: (1, 0)).footprint()
    let seconds = moving.time.seconds(since: Self.time)
    let plane = TangentPlane(origin: Self.start)
    let shift = plane.local(moving.polygon.ring[0]).eastMetres - plane.local(still.polygon.ring[0]).eastMetres
    #expect((shift - seconds).magnitude < 5)
  }

  @Test func aTrackLineIsACorridorAroundTheWayOutAndBack() throws {
    let end = Sphere.destination(from: Self.start, bearingDegrees: 90, distanceMetres: 10_000)
    let footprint = try plan(.trackLine, spacing: 1000, way: [Self.start, end]).footprint()
    #expect((footprint.polygon.areaSquareMetres / 20e6 - 1).magnitude < 0.02)
    #expect(footprint.polygon.contains(Sphere.destination(from: Self.start, bearingDegrees: 95, distanceMetres: 5_000)))
  }

  @Test func whatCannotBeLaidOutHasNoFootprint() {
    #expect(throws: SearchPatternError.noArea) { try plan(.parallelTrack, spacing: 1000).footprint() }
    #expect(throws: SearchPatternError.noWay) { try plan(.trackLine, spacing: 1000).footprint() }
    #expect(throws: SearchPatternError.noArea) { try plan(.sector, spacing: 1000, seconds: 0).footprint() }
  }
}
