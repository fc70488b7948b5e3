import Geodesy
import Rescue
import Testing

@Suite struct ProbabilityMapTests {
  static func cloud(_ count: Int, seed: UInt64, latitude: Double = 51, longitude: Double = 1.4) -> [WeightedPosition] {
    var random = SearchChance(seed: seed)
    return (0..<count).compactMap { _ in
      func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) } }
      let east = longitude + 0.06 * normal()
      return Position(
        latitudeDegrees: latitude + 0.03 * normal(), longitudeDegrees: east > 180 ? east - 360 : east
      ).map { WeightedPosition(position: $0, weight: 1) }
    }
  }

  @Test func holdsEveryParticle() throws {
    for longitude in [1.4, 179.99, -179.99] {
      let map = try #require(ProbabilityMap(of: Self.cloud(5000, seed: 1, longitude: longitude), cellMetres: 500))
      #expect((map.mass - 1).magnitude < 1e-9 && map.outsideMass == 0)
      #expect(map.count < 20_000)
    }
  }

  @Test func cellsKnowTheirPlaceAndArea() throws {
    let map = try #require(
      ProbabilityMap(
        southDegrees: 50, westDegrees: 179, cellHeightDegrees: 0.5, cellWidthDegrees: 0.5, rows: 4, columns: 4))
    for cell in 0..<map.count { #expect(map.cell(at: map.position(inCell: cell)) == cell) }
    let box = (0..<map.count).reduce(0) { $0 + map.areaSquareMetres(ofCell: $1) }
    let corners = [(50.0, 179.0), (52, 179), (52, -179), (50, -179)].map { InterceptTests.place($0.0, $0.1) }
    #expect((box / Polygon(ring: corners)!.areaSquareMetres - 1).magnitude < 1e-3)
    #expect(map.cell(at: InterceptTests.place(51, 178)) == nil)
  }

  @Test func refusesGridsThatCannotBe() {
    func map(_ south: Double, _ height: Double, _ rows: Int, _ columns: Int = 2) -> ProbabilityMap? {
      ProbabilityMap(
        southDegrees: south, westDegrees: 0, cellHeightDegrees: height, cellWidthDegrees: 1, rows: rows,
        columns: columns)
    }
    #expect(map(0, 1, 2) != nil)
    #expect(map(89, 1, 2) == nil && map(.nan, 1, 2) == nil && map(0, .nan, 2) == nil && map(0, 0, 2) == nil)
    #expect(map(0, 1, .max) == nil && map(0, 1e-9, 10, .max) == nil && map(0, 1, 0) == nil)
    #expect(ProbabilityMap(of: [], cellMetres: 100) == nil)
    let place = InterceptTests.place(51, 1)
    #expect(ProbabilityMap(of: [WeightedPosition(position: place, weight: .nan)], cellMetres: 100) == nil)
    #expect(ProbabilityMap(of: [WeightedPosition(position: place, weight: 1)], cellMetres: 1e-300)?.mass == 1)
    let poles = [90.0, -90].map { WeightedPosition(position: InterceptTests.place($0, 0), weight: 1) }
    #expect(ProbabilityMap(of: poles, cellMetres: 1000) != nil)
  }

  /// Where it was looked for and not found it is less likely, and everywhere else more, by Bayes' rule.
  @Test func aSearchThatFoundNothingMovesProbability() throws {
    var map = try #require(
      ProbabilityMap(
        southDegrees: 50, westDegrees: 1, cellHeightDegrees: 0.1, cellWidthDegrees: 0.1, rows: 1, columns: 2))
    map.add(0.5, at: InterceptTests.place(50.05, 1.05))
    map.add(0.5, at: InterceptTests.place(50.05, 1.15))
    let west = [(50.0, 1.0), (50.0, 1.1), (50.1, 1.1), (50.1, 1.0)].map { InterceptTests.place($0.0, $0.1) }
    let search = try #require(
      SearchedArea(
        searcher: "a", time: InterceptTests.now, footprint: Polygon(ring: west)!, detectionProbability: 0.8))
    #expect((map.subtract(search) - 0.4).magnitude < 1e-12)
    let left = map.normalized()
    #expect((left.masses[0] - 1 / 6.0).magnitude < 1e-12 && (left.masses[1] - 5 / 6.0).magnitude < 1e-12)
  }

  @Test func particlesAndCellsAgree() throws {
    var particles = Self.cloud(40_000, seed: 4)
    var map = try #require(ProbabilityMap(of: particles, cellMetres: 400))
    let ring = [(50.97, 1.35), (50.97, 1.5), (51.03, 1.5), (51.05, 1.3)].map { InterceptTests.place($0.0, $0.1) }
    let search = try #require(
      SearchedArea(
        searcher: "a", time: InterceptTests.now, footprint: Polygon(ring: ring)!, sweepWidthMetres: 1000,
        trackMetres: 80_000))
    let fromMap = map.subtract(search)
    let fromParticles = SearchedParticles.subtract(search, from: &particles)
    #expect(fromMap > 0.1 && (fromMap - fromParticles).magnitude < 0.005)
    // The particles drift on, and the map of their weights keeps what the search has taught.
    let later = particles.map { item in
      WeightedPosition(
        position: Sphere.destination(from: item.position, bearingDegrees: 60, distanceMetres: 5000), weight: item.weight
      )
    }
    let moved = try #require(ProbabilityMap(of: later, cellMetres: 400))
    let movedRing = ring.map { Sphere.destination(from: $0, bearingDegrees: 60, distanceMetres: 5000) }
    let expected = map.normalized().mass(in: Polygon(ring: ring)!)
    #expect((moved.mass(in: Polygon(ring: movedRing)!) - expected).magnitude < 0.01)
  }

  @Test func aSummaryAddsUp() throws {
    let map = try #require(ProbabilityMap(of: Self.cloud(20_000, seed: 6), cellMetres: 500))
    let ring = [(50.95, 1.3), (50.95, 1.5), (51.05, 1.5), (51.05, 1.3)].map { InterceptTests.place($0.0, $0.1) }
    let searches = [("lifeboat", 60, 0.6), ("satellite", 0, 0.3), ("lifeboat", 120, 0.5)].compactMap {
      name, minutes, pod in
      SearchedArea(
        searcher: name, time: InterceptTests.now.adding(milliseconds: Int64(minutes) * 60_000),
        footprint: Polygon(ring: ring)!, detectionProbability: pod)
    }
    let summary = SearchSummary(of: searches, over: map)
    #expect(summary.lines.map(\.search.searcher) == ["satellite", "lifeboat", "lifeboat"])
    let contained = map.mass(in: Polygon(ring: ring)!)
    #expect((summary.cumulativeSuccess - contained * (1 - 0.7 * 0.4 * 0.5)).magnitude < 0.02)
    #expect((summary.bySearcher.reduce(0) { $0 + $1.success } - summary.cumulativeSuccess).magnitude < 1e-12)
    #expect(summary.bySearcher.map(\.searcher) == ["lifeboat", "satellite"])
    #expect((summary.remainingInside + summary.remainingOutside - 1).magnitude < 1e-12)
    #expect(SearchSummary(of: Array(searches.reversed()), over: map) == summary)
    #expect(SearchSummary(of: [], over: map).cumulativeSuccess == 0)
  }

  /// Of many objects drawn from the map, the share that searches find is what was foretold.
  @Test func theProbabilityOfSuccessIsCalibrated() throws {
    let particles = Self.cloud(20_000, seed: 9)
    let map = try #require(ProbabilityMap(of: particles, cellMetres: 400))
    var random = SearchChance(seed: 10)
    let areas = [(50.98, 1.38, 0.7), (51.01, 1.42, 0.5), (51.0, 1.3, 0.9)].compactMap { south, west, pod in
      SearchedArea(
        searcher: "a", time: InterceptTests.now,
        footprint: Polygon(
          ring: [(south, west), (south, west + 0.1), (south + 0.04, west + 0.1), (south + 0.04, west)].map {
            InterceptTests.place($0.0, $0.1)
          })!, detectionProbability: pod)
    }
    let foretold = SearchSummary(of: areas, over: map).cumulativeSuccess
    var found = 0
    for particle in particles {
      let isFound = areas.contains { area in
        area.footprint.contains(particle.position)
          && Double.random(in: 0..<1, using: &random) < area.detectionProbability
      }
      if isFound { found += 1 }
    }
    #expect((Double(found) / Double(particles.count) - foretold).magnitude < 0.012, "\(foretold) \(found)")
  }
}
