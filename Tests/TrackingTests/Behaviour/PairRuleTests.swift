import Geodesy
import Testing

@testable import Tracking

@Suite struct PairRuleTests {
  @Test func twoCraftThatLieCloseForLongMeet() throws {
    for (metres, speaks) in [(120.0, true), (500, false)] {
      var rehearsal = Rehearsal(.encounter)
      let beside = Sphere.destination(from: strait, bearingDegrees: 90, distanceMetres: metres)
      let first = Way(mmsi: 235_000_001, legs: [(0, 0.8, 30)], trackClass: .fishing)
      let second = Way(mmsi: 235_000_002, start: beside, legs: [(0, 0.8, 30)], trackClass: .unknown)
      rehearsal.add { first.sighting($0) }
      rehearsal.add { second.sighting($0) }
      let alerts = rehearsal.play(1500)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      guard speaks else { continue }
      #expect((600...660).contains(try #require(alerts.begins.first)))
      #expect(alerts.first?.craft.count == 2)
      #expect(abs(try #require(alerts.first?.value(.distance)) - metres) < 2)
    }
  }

  @Test func twoThatPassEachOtherDoNotMeet() {
    var rehearsal = Rehearsal(.encounter)
    let ahead = Sphere.destination(from: strait, bearingDegrees: 30, distanceMetres: 900)
    let first = Way(mmsi: 235_000_001, legs: [(0, 2.4, 30)])
    let second = Way(mmsi: 235_000_002, start: ahead, legs: [(0, 2.4, 210)])
    rehearsal.add { first.sighting($0) }
    rehearsal.add { second.sighting($0) }
    #expect(rehearsal.play(1500).isEmpty)
  }

  /// A ship at 16 knots that runs down on a small boat without a transponder, or passes it at a distance.
  @Test func aShipThatWillPassASmallBoatCloselyIsTold() throws {
    for (aside, speaks) in [(80.0, true), (1500, false)] {
      var rehearsal = Rehearsal(.closestApproach)
      let ship = Way(legs: [(0, 16, 0)], length: 180)
      // 16 knots are 8.23 m/s: the ship is there after 1200 s, so that the rule is true after 600 s.
      let there = TangentPlane(origin: strait).position(eastMetres: aside, northMetres: 1200 * 16 * 1852 / 3600)
      let boat = Way(mmsi: nil, start: there, legs: [(0, 0.05, 90)], trackClass: .unknown, length: 8, name: "S1")
      rehearsal.add { ship.sighting($0) }
      rehearsal.add { boat.sighting($0) }
      let alerts = rehearsal.play(1500)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      guard speaks else { continue }
      #expect((570...660).contains(try #require(alerts.begins.first)))
      #expect(alerts.first?.craft == [TrackID("235012345"), TrackID("S1")])
      #expect((try #require(alerts.first?.value(.probability))) >= 0.5)
      #expect(alerts.ends.count == 1)
    }
  }

  /// The probability against one counted out by drawing.
  @Test func theProbabilityOfAClosePassIsCalibrated() {
    var noise = SeededNoise(seed: 7)
    var expected = 0.0
    var happened = 0.0
    let rounds = 4000
    for _ in 0..<rounds {
      let offset = 1200 * noise.uniform() - 600
      let deviation = 20 + 80 * noise.uniform()
      let knots = 0.6
      func craft(_ east: Double, _ north: Double, _ speed: Double, _ name: String) -> WatchedCraft {
        let position = TangentPlane(origin: strait).position(eastMetres: east, northMetres: north)
        let sighting = CraftSighting(
          track: TrackID(name), at: noon, position: position, deviationMetres: deviation, speedKnots: speed,
          speedDeviationKnots: knots, courseDegrees: 0)
        return WatchedCraft(sighting, at: 0, heard: 0, now: 0)
      }
      let approach = Approach(craft(0, 0, 15, "A"), craft(offset, 4000, 0, "B"), at: 0, limitMetres: 250)
      expected += approach.probability
      let seconds = approach.seconds
      let spread = (2 * (deviation * deviation + (knots * 1852 / 3600 * seconds) * (knots * 1852 / 3600 * seconds)))
        .squareRoot()
      if (offset + spread * noise.normal()).magnitude < 250 { happened += 1 }
    }
    #expect(abs(expected - happened) / Double(rounds) < 0.02)
  }

  @Test func realAndExerciseCraftNeverPair() {
    var rehearsal = Rehearsal(.encounter)
    let first = Way(mmsi: 235_000_001, legs: [(0, 0.8, 30)])
    let second = Way(mmsi: 235_000_002, legs: [(0, 0.8, 30)])
    rehearsal.add { first.sighting($0) }
    rehearsal.add {
      var sighting = second.sighting($0)
      sighting?.exercise = true
      return sighting
    }
    #expect(rehearsal.play(1500).isEmpty)
  }
}
