import Geodesy
import Testing

@testable import Tracking

/// What a single craft does: each rule once where it must speak within a minute, and once where it must not.
@Suite struct MotionRuleTests {
  @Test func aShipWithoutSteerageDrifts() throws {
    var rehearsal = Rehearsal(.drifting)
    let ship = Way(legs: [(0, 12, 45), (1800, 1.2, 70)])
    rehearsal.add { second in
      var sighting = ship.sighting(second)
      if second >= 1800 { sighting?.headingDegrees = 160 }
      return sighting
    }
    let alerts = rehearsal.play(3600)
    // The sentence of the rule is true once it has drifted for eight minutes.
    #expect(alerts.begins.count == 1)
    #expect((2220...2340).contains(try #require(alerts.begins.first)))
    let alert = try #require(alerts.first)
    #expect(alert.kind == .drifting && alert.craft == [TrackID("235012345")])
    #expect(abs(try #require(alert.value(.speed)) - 1.2) < 0.1)
    #expect(abs(try #require(alert.value(.leeway)) - 90) < 2)
    #expect(alert.since <= after(1830))
  }

  @Test func aTrawlerThatTowsItsGearDoesNotDrift() {
    var rehearsal = Rehearsal(.drifting)
    let out = Way(legs: [(0, 2.1, 45), (1200, 2.1, 225), (2400, 2.1, 45)], trackClass: .fishing)
    rehearsal.add { out.sighting($0) }
    #expect(rehearsal.play(3600).isEmpty)
  }

  @Test func aShipAtAnchorDoesNotDrift() {
    var rehearsal = Rehearsal(.drifting)
    let ship = Way(legs: [(0, 0.8, 45)], still: true, leeway: 90)
    rehearsal.add { ship.sighting($0) }
    #expect(rehearsal.play(2400).isEmpty)
  }

  @Test func aStopIsToldOnce() throws {
    var rehearsal = Rehearsal(.suddenStop)
    let ship = Way(legs: [(0, 12, 45), (900, 6, 45), (930, 0.3, 45)])
    rehearsal.add { ship.sighting($0) }
    let alerts = rehearsal.play(3000)
    #expect(alerts.begins.count == 1)
    #expect((930...990).contains(try #require(alerts.begins.first)))
    #expect(alerts.first?.value(.speedBefore) == 12)
    #expect(alerts.ends.count == 1)
  }

  @Test func slowingDownOverAQuarterOfAnHourIsNoStop() {
    var rehearsal = Rehearsal(.suddenStop)
    let ship = Way(legs: [(0, 12, 45), (300, 9, 45), (600, 5, 45), (900, 2.5, 45), (1200, 0.4, 45)])
    rehearsal.add { ship.sighting($0) }
    #expect(rehearsal.play(2400).isEmpty)
  }

  @Test(arguments: [(14.0, 6.0), (6.0, 14.0)]) func aChangeOfSpeedIsTold(before: Double, then: Double) throws {
    var rehearsal = Rehearsal(.speedChange)
    let ship = Way(legs: [(0, before, 45), (900, then, 45)])
    rehearsal.add { ship.sighting($0) }
    let alerts = rehearsal.play(2400)
    #expect(alerts.begins.count == 1)
    #expect((930...990).contains(try #require(alerts.begins.first)))
  }

  @Test func aSmallChangeOfSpeedIsNot() {
    var rehearsal = Rehearsal(.speedChange)
    let ship = Way(legs: [(0, 14, 45), (900, 8, 45)])
    rehearsal.add { ship.sighting($0) }
    #expect(rehearsal.play(2400).isEmpty)
  }

  @Test func aTurnIsTold() throws {
    var rehearsal = Rehearsal(.headingChange)
    let ship = Way(legs: [(0, 14, 350), (900, 14, 80)])
    rehearsal.add { ship.sighting($0) }
    let alerts = rehearsal.play(2400)
    #expect(alerts.begins.count == 1)
    #expect((915...975).contains(try #require(alerts.begins.first)))
    #expect(abs(try #require(alerts.first?.value(.turn)) - 90) < 1)
  }

  @Test func aBendOfTheLaneIsNoTurn() {
    var rehearsal = Rehearsal(.headingChange)
    let ship = Way(legs: [(0, 14, 350), (900, 14, 20), (1500, 14, 60)])
    rehearsal.add { ship.sighting($0) }
    #expect(rehearsal.play(2400).isEmpty)
  }

  @Test func aCraftThatStaysAboutLoiters() throws {
    var rehearsal = Rehearsal(.loitering)
    let legs = (0..<40).map { (from: 600 + $0 * 200, knots: 4.0, course: $0 % 2 == 0 ? 90.0 : 270) }
    let craft = Way(legs: [(0, 10, 45)] + legs)
    rehearsal.add { craft.sighting($0) }
    let alerts = rehearsal.play(5400)
    #expect(alerts.begins.count == 1)
    // It came within a kilometre some minutes before it began to go to and fro.
    let begin = try #require(alerts.begins.first)
    #expect((3000...3420).contains(begin))
    #expect((try #require(alerts.first?.value(.radius))) < 1000)
  }

  @Test func aCraftThatGoesSlowlyOnDoesNotLoiter() {
    var rehearsal = Rehearsal(.loitering)
    let craft = Way(legs: [(0, 3, 45)])
    rehearsal.add { craft.sighting($0) }
    #expect(rehearsal.play(5400).isEmpty)
  }

  @Test func theShoreAheadIsToldAndTheShoreAbeamIsNot() throws {
    let plane = TangentPlane(origin: strait)
    let shore = [-20_000.0, 20_000].map { plane.position(eastMetres: $0, northMetres: 6000) }
    for (course, speaks) in [(0.0, true), (90, false), (180, false)] {
      var rehearsal = Rehearsal(.shoreApproach, lines: [shore])
      let boat = Way(legs: [(0, 8, course)], trackClass: .pleasure)
      rehearsal.add { boat.sighting($0) }
      let alerts = rehearsal.play(1200)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      // At 8 knots the shore is 900 s ahead when it is 3704 m away, 558 s after the start.
      if speaks { #expect((555...615).contains(try #require(alerts.begins.first))) }
    }
  }

  @Test func enteringAnAreaIsToldAndPassingItIsNot() throws {
    let area = square("Bank", around: Way(legs: [(0, 12, 0)]).position(900), metres: 1000)
    for (course, speaks) in [(0.0, true), (40, false)] {
      var rehearsal = Rehearsal(.areaEntry, areas: [area])
      let ship = Way(legs: [(0, 12, course)])
      rehearsal.add { ship.sighting($0) }
      let alerts = rehearsal.play(1500)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      guard speaks else { continue }
      #expect((735...795).contains(try #require(alerts.begins.first)))
      #expect(alerts.first?.area == "Bank")
      #expect(alerts.ends.count == 1)
    }
  }
}
