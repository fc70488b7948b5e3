import Geodesy
import Testing
import Tracking

@testable import Exercise

/// Whether traffic is where traffic belongs.
@Suite struct TrafficTests {
  private let night = Night(seed: 11, start: dusk, hours: 6)

  @Test(arguments: [
    (Strait.northEastBound, "EXERCISE NORTH SEA"), (Strait.southWestBound, "EXERCISE ATLANTIC"),
  ])
  func lanesAreFollowedInTheirDirection(lane: [Strait.LanePoint], destination: String) throws {
    let ships = night.actors.filter { $0.particulars.destination == destination }
    #expect(ships.count > 30)
    var checked = 0
    for ship in ships {
      for minute in stride(from: 0, through: 360, by: 10) {
        guard let truth = ship.truth(at: dusk.adding(milliseconds: Int64(minute) * 60_000)) else { continue }
        let here = Place(truth.latitudeDegrees, truth.longitudeDegrees)
        guard let leg = nearestLeg(to: here, in: lane), let course = truth.courseDegrees, leg.metres <= 2600,
          (course - leg.bearing).remainder(dividingBy: 360).magnitude < 50
        else {
          Issue.record("\(ship.name) at \(truth.position) on course \(String(describing: truth.courseDegrees))")
          continue
        }
        checked += 1
      }
    }
    #expect(checked > 600)
  }

  @Test func theLanesKeepApart() {
    for first in LaneTraffic.line(Strait.northEastBound, side: -1).dropFirst().dropLast() {
      let distance = nearestLeg(to: first, in: Strait.southWestBound)?.metres ?? 0
      #expect(distance > 2600)
    }
    // Traffic keeps to starboard: the lane towards the north-east lies on the French side.
    for (point, other) in [(Place(51.06, 1.665), Place(51.12, 1.60)), (Place(50.775, 1.37), Place(50.90, 1.295))] {
      #expect(point.latitude < other.latitude)
    }
  }

  @Test func nobodySailsOnLand() throws {
    // Outlines drawn a little inside the shores, so that harbours stay outside of them.
    let kent = try outline([
      (51.33, 1.30), (51.25, 1.36), (51.16, 1.36), (51.13, 1.30), (51.09, 1.14), (51.05, 1.00), (50.96, 0.93),
      (50.93, 0.80), (50.87, 0.55), (50.80, 0.25), (51.00, 0.00), (51.33, 0.00),
    ])
    let picardy = try outline([
      (50.20, 1.60), (50.45, 1.62), (50.65, 1.63), (50.85, 1.64), (50.90, 1.78), (50.94, 1.90), (50.98, 2.12),
      (51.00, 2.35), (51.05, 2.60), (50.20, 2.60),
    ])
    let fixed: Set<TrackClass> = [.base, .aircraft]
    for minute in stride(from: 0, through: 360, by: 15) {
      for truth in night.truth(at: dusk.adding(milliseconds: Int64(minute) * 60_000)) {
        let actor = night.actors[truth.actor]
        guard !fixed.contains(actor.trackClass) else { continue }
        if kent.contains(truth.position) || picardy.contains(truth.position) {
          Issue.record("\(actor.name) \(truth.position)")
        }
      }
    }
    #expect(kent.contains(try #require(Position(latitudeDegrees: 51.27, longitudeDegrees: 1.08))))
    #expect(picardy.contains(try #require(Position(latitudeDegrees: 50.75, longitudeDegrees: 2.25))))
  }

  @Test func ferriesReachTheirHarboursAndLieThere() {
    let ferries = night.actors.filter { $0.particulars.destination == "EXERCISE DOVER FERRY" }
    #expect(ferries.count == 8)
    for ferry in ferries {
      var berths: Set<String> = []
      for minute in 0...360 {
        guard let truth = ferry.truth(at: dusk.adding(milliseconds: Int64(minute) * 60_000)),
          truth.navigationalStatus == .moored
        else { continue }
        let here = Place(truth.latitudeDegrees, truth.longitudeDegrees)
        for (name, berth) in [("D", Strait.dover), ("C", Strait.calais), ("K", Strait.dunkirkWest)]
        where here.metres(to: berth) < 50 {
          berths.insert(name)
        }
      }
      #expect(berths == ["D", "C"] || berths == ["D", "K"])
    }
  }

  @Test func fishingBoatsFishOnTheirGrounds() {
    let boats = night.actors.filter { $0.trackClass == .fishing }
    #expect(boats.count == SmallCraft.fishingBoats)
    for boat in boats {
      for minute in stride(from: 0, through: 360, by: 7) {
        guard let truth = boat.truth(at: dusk.adding(milliseconds: Int64(minute) * 60_000)) else { continue }
        let here = Place(truth.latitudeDegrees, truth.longitudeDegrees)
        #expect(Strait.fishingGrounds.contains { here.metres(to: $0.place) < $0.radiusMetres + 100 })
        #expect(truth.navigationalStatus == (truth.speedKnots < 6 ? .engagedInFishing : .underWayUsingEngine))
      }
    }
  }

  private func outline(_ corners: [(Double, Double)]) throws -> Polygon {
    try #require(
      Polygon(ring: corners.compactMap { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }) as Polygon?)
  }

  /// Distance to the nearest leg of a lane and that leg's direction.
  private func nearestLeg(to place: Place, in lane: [Strait.LanePoint]) -> (metres: Double, bearing: Double)? {
    zip(lane, lane.dropFirst()).map { start, end in
      let way = start.place.way(to: end.place)
      let here = start.place.way(to: place)
      let square = way.north * way.north + way.east * way.east
      let part = min(1, max(0, (here.north * way.north + here.east * way.east) / square))
      let north = here.north - part * way.north
      let east = here.east - part * way.east
      return (
        (north * north + east * east).squareRoot(), ExactMathematics.bearing(east: way.east, north: way.north)
      )
    }.min { $0.0 < $1.0 }
  }
}
