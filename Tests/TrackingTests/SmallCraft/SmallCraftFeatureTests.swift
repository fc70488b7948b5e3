import Geodesy
import Testing

@testable import Tracking

/// What a watch has seen of a craft by which it can be told whether it is small.
@Suite struct SmallCraftFeatureTests {
  private func watched(_ boat: Way, from second: Int, neighbours: Bool) -> BehaviourWatch {
    var rehearsal = Rehearsal([])
    if neighbours {
      for number in 0..<3 {
        let start = Sphere.destination(from: strait, bearingDegrees: 120 * Double(number), distanceMetres: 1000)
        let ship = Way(mmsi: 235_000_100 + UInt32(number), start: start, legs: [(0, 2, 45)])
        rehearsal.add { ship.sighting($0) }
      }
    }
    rehearsal.add { $0 >= second ? boat.sighting($0) : nil }
    _ = rehearsal.play(1200)
    return rehearsal.watch
  }

  @Test func aDarkBoatFromTheShoreIsJudgedByWhatWasSeen() throws {
    let boat = Way(mmsi: nil, legs: [(0, 5, 300)], trackClass: .unknown, length: 8, name: "S1")
    let shore = square("Beach", around: boat.position(600), metres: 800)
    let watch = watched(boat, from: 600, neighbours: true)
    let features = try #require(watch.smallCraftFeatures(of: TrackID("S1"), sectors: [shore], at: after(1200)))
    #expect(features.transponder == .silent)
    #expect(features.origin == .shoreSector)
    #expect(abs(try #require(features.speedKnots) - 5) < 0.1)
    #expect(try #require(features.turnDegreesPerMinute) < 0.5)
    let judgement = SmallCraftJudgement(features)
    #expect(judgement.probability > 0.9)
    #expect(judgement.terms.contains { $0.name == .length && $0.observed == 8 && $0.logOdds > 1 })
  }

  @Test func silenceSaysNothingWhereNobodyIsHeardAndOriginNothingWithoutSectors() throws {
    let boat = Way(mmsi: nil, legs: [(0, 5, 300)], trackClass: .unknown, name: "S1")
    let watch = watched(boat, from: 0, neighbours: false)
    let features = try #require(watch.smallCraftFeatures(of: TrackID("S1"), sectors: [], at: after(1200)))
    #expect(features.transponder == .unknown && features.origin == .unknown && features.lengthMetres == nil)
    #expect(watch.smallCraftFeatures(of: TrackID("S2"), sectors: [], at: after(1200)) == nil)
  }

  @Test func aShipIsNoBoat() throws {
    let ship = Way(legs: [(0, 14, 45)], length: 180)
    let watch = watched(ship, from: 600, neighbours: true)
    let sector = square("Beach", around: place(50, 0), metres: 800)
    let features = try #require(
      watch.smallCraftFeatures(of: TrackID("235012345"), sectors: [sector], at: after(1200)))
    #expect(features.transponder == .classA && features.origin == .elsewhere)
    #expect(SmallCraftJudgement(features).probability < 0.01)
  }
}
