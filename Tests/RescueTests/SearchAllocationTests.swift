import Geodesy
import Rescue
import Testing

@Suite struct SearchAllocationTests {
  private func effort(_ asset: String, squareKilometres: Double) -> SearchEffort {
    SearchEffort(asset: asset, sweepWidthMetres: 1000, speedMetresPerSecond: 10, seconds: squareKilometres * 100)
  }

  @Test func twoCellsAreServedAsTheTheorySays() throws {
    let height = 1000 / (Sphere.radiusMetres * .pi / 180)
    var map = try #require(
      ProbabilityMap(
        southDegrees: 0, westDegrees: 0, cellHeightDegrees: height, cellWidthDegrees: height, rows: 1, columns: 2))
    map.add(0.8, at: map.position(inCell: 0))
    map.add(0.2, at: map.position(inCell: 1))
    let best = OptimalEffort(sweptSquareMetres: 2_000_000, over: map)
    #expect((best.coverage[0] - 1.693).magnitude < 1e-3 && (best.coverage[1] - 0.307).magnitude < 1e-3)
    #expect((best.success - 0.706).magnitude < 1e-3)
    let little = OptimalEffort(sweptSquareMetres: 1_000_000, over: map)
    #expect((little.coverage[0] - 1).magnitude < 1e-3 && little.coverage[1] == 0)
    #expect(OptimalEffort(sweptSquareMetres: .nan, over: map).success == 0)
  }

  /// No shift of effort between two cells finds more, and all of the effort is spent.
  @Test func theOptimumCannotBeImproved() throws {
    let map = try #require(ProbabilityMap(of: ProbabilityMapTests.cloud(3000, seed: 2), cellMetres: 1500))
    let swept = 150e6
    let best = OptimalEffort(sweptSquareMetres: swept, over: map)
    let spent = best.coverage.indices.reduce(0) { $0 + best.coverage[$1] * map.areaSquareMetres(ofCell: $1) }
    #expect((spent / swept - 1).magnitude < 1e-9)
    var random = SearchChance(seed: 3)
    func missed(_ cell: Int, _ coverage: Double) -> Double {
      // The series of the exponential is enough for the comparison, and needs no library.
      var (term, sum) = (1.0, 1.0)
      for power in 1...60 {
        term *= -coverage / Double(power)
        sum += term
      }
      return map.masses[cell] * sum
    }
    for _ in 0..<2000 {
      let from = Int.random(in: 0..<map.count, using: &random)
      let to = Int.random(in: 0..<map.count, using: &random)
      guard best.coverage[from] > 0, from != to else { continue }
      let shifted = best.coverage[from] * .random(in: 0.01...1, using: &random)
      let gained = shifted * map.areaSquareMetres(ofCell: from) / map.areaSquareMetres(ofCell: to)
      let before = missed(from, best.coverage[from]) + missed(to, best.coverage[to])
      let after = missed(from, best.coverage[from] - shifted) + missed(to, best.coverage[to] + gained)
      #expect(after >= before - 1e-12)
    }
  }

  @Test func rectanglesComeNearTheOptimum() throws {
    let map = try #require(ProbabilityMap(of: ProbabilityMapTests.cloud(10_000, seed: 5), cellMetres: 800))
    let efforts = [
      effort("lifeboat", squareKilometres: 40), effort("helicopter", squareKilometres: 120),
      effort("patrol vessel", squareKilometres: 60),
    ]
    let allocation = SearchAllocation(efforts, over: map)
    #expect(allocation.areas.map(\.effort.asset) == ["lifeboat", "helicopter", "patrol vessel"])
    #expect(allocation.success <= allocation.bound + 1e-9)
    #expect(allocation.success > allocation.bound * 0.85, "\(allocation.success) \(allocation.bound)")
    #expect(allocation.success > allocation.uniformSuccess * 1.5, "\(allocation.uniformSuccess)")
    #expect((allocation.areas.reduce(0) { $0 + $1.success } - allocation.success).magnitude < 1e-12)
    for (index, area) in allocation.areas.enumerated() {
      for other in allocation.areas[(index + 1)...] {
        // Places well within one rectangle are in no other.
        for corner in 0..<4 {
          let inner = middle(area.footprint, towards: corner, share: 0.9)
          #expect(!other.footprint.contains(inner))
        }
      }
      let tracks = area.effort.sweptSquareMetres / area.effort.sweepWidthMetres
      #expect((tracks * area.trackSpacingMetres / area.areaSquareMetres - 1).magnitude < 1e-9)
      #expect((area.footprint.areaSquareMetres / area.areaSquareMetres - 1).magnitude < 0.01)
      // The tracks that are planned stay in the rectangle and fill it in about the time that there is.
      let legs = try area.plan(startTime: InterceptTests.now).legs()
      #expect(legs.allSatisfy { area.footprint.contains(half($0)) })
      let metres = legs.reduce(0) { $0 + $1.distanceMetres }
      #expect(metres > 0.8 * tracks && metres <= tracks + 1)
    }
    let overlapping = SearchAllocation(efforts, over: map, mayOverlap: true)
    #expect(overlapping.success <= overlapping.bound + 1e-9 && overlapping.areas.count == 3)
  }

  private func middle(_ polygon: Polygon, towards corner: Int, share: Double) -> Position {
    let plane = TangentPlane(origin: polygon.ring[0])
    let places = polygon.ring.map(plane.local)
    let east = places.reduce(0) { $0 + $1.eastMetres } / 4
    let north = places.reduce(0) { $0 + $1.northMetres } / 4
    return plane.position(
      eastMetres: east + (places[corner].eastMetres - east) * share,
      northMetres: north + (places[corner].northMetres - north) * share)
  }

  private func half(_ leg: SearchLeg) -> Position {
    Sphere.destination(from: leg.start, bearingDegrees: leg.courseDegrees, distanceMetres: leg.distanceMetres / 2)
  }

  @Test func rectanglesTurnWithTheMap() throws {
    var random = SearchChance(seed: 4)
    let line = (0..<8000).map { _ in
      let along = Double.random(in: -15_000...15_000, using: &random)
      let across = Double.random(in: -800...800, using: &random)
      let middle = Sphere.destination(
        from: InterceptTests.place(51, 1.4), bearingDegrees: 40, distanceMetres: along)
      return WeightedPosition(
        position: Sphere.destination(from: middle, bearingDegrees: 130, distanceMetres: across), weight: 1)
    }
    let map = try #require(ProbabilityMap(of: line, cellMetres: 400))
    #expect((map.longestExtentDegrees - 40).magnitude < 1)
    let allocation = SearchAllocation(
      [effort("a", squareKilometres: 40), effort("b", squareKilometres: 20)], over: map)
    #expect(allocation.areas.allSatisfy { ($0.orientationDegrees - 40).magnitude < 1 })
    #expect(allocation.success > 0.85 * allocation.bound, "\(allocation.success) of \(allocation.bound)")
  }

  @Test func nothingToBringIsNoArea() throws {
    let map = try #require(ProbabilityMap(of: ProbabilityMapTests.cloud(100, seed: 5), cellMetres: 3000))
    let none = SearchAllocation(
      [SearchEffort(asset: "a", sweepWidthMetres: .nan, speedMetresPerSecond: 1, seconds: 1)], over: map)
    #expect(none.areas.isEmpty && none.success == 0 && none.bound == 0)
    #expect(SearchAllocation([], over: map).areas.isEmpty)
    let empty = try #require(
      ProbabilityMap(southDegrees: 0, westDegrees: 0, cellHeightDegrees: 1, cellWidthDegrees: 1, rows: 1, columns: 1))
    #expect(SearchAllocation([effort("a", squareKilometres: 1)], over: empty).areas.isEmpty)
  }
}
