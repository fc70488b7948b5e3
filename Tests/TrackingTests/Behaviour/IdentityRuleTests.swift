import Geodesy
import Testing

@testable import Tracking

/// What transponders say that cannot be, and what they do not say.
@Suite struct IdentityRuleTests {
  /// Ships that pass by, so that it is known that transponders are heard.
  private func addNeighbours(_ rehearsal: inout Rehearsal) {
    for number in 0..<4 {
      let start = Sphere.destination(from: strait, bearingDegrees: Double(number) * 90, distanceMetres: 800)
      let ship = Way(mmsi: 235_000_100 + UInt32(number), start: start, legs: [(0, 10, 45)])
      rehearsal.add { ship.sighting($0) }
    }
  }

  @Test func aTransponderThatFallsSilentAmongOthersIsTold() throws {
    var rehearsal = Rehearsal(.transponderGap)
    addNeighbours(&rehearsal)
    let ship = Way(legs: [(0, 10, 45)])
    rehearsal.add { $0 <= 900 || $0 >= 1800 ? ship.sighting($0) : nil }
    let alerts = rehearsal.play(2400)
    // The rule waits for 240 seconds.
    #expect(alerts.begins.count == 1)
    #expect((1140...1200).contains(try #require(alerts.begins.first)))
    #expect(alerts.first?.since == after(900))
    #expect(alerts.ends.count == 1)
    #expect((1980...2040).contains(try #require(alerts.ends.first)))
  }

  @Test func aSilenceWhereNobodyIsHeardIsNotTold() {
    var rehearsal = Rehearsal(.transponderGap)
    let ship = Way(legs: [(0, 10, 45)])
    rehearsal.add { $0 <= 900 ? ship.sighting($0) : nil }
    #expect(rehearsal.play(2400).isEmpty)
  }

  @Test func aSilentCraftThatARadarStillSeesIsTold() throws {
    var rehearsal = Rehearsal(.transponderGap)
    let ship = Way(legs: [(0, 10, 45)])
    rehearsal.add { second in
      var sighting = ship.sighting(second)
      sighting?.transponder?.heard = after(Double(min(second, 900)))
      return sighting
    }
    #expect((1140...1200).contains(try #require(rehearsal.play(2400).begins.first)))
  }

  @Test func aLeapIsToldAndALongWayAfterSilenceIsNot() throws {
    for (silent, speaks) in [(10, true), (1800, false)] {
      var rehearsal = Rehearsal(.implausiblePosition)
      let far = Sphere.destination(from: strait, bearingDegrees: 90, distanceMetres: 9000)
      let before = Way(legs: [(0, 0.5, 90)])
      let then = Way(start: far, legs: [(0, 0.5, 90)])
      rehearsal.add { $0 <= 600 ? before.sighting($0) : $0 >= 600 + silent ? then.sighting($0) : nil }
      let alerts = rehearsal.play(3000)
      #expect(alerts.begins == (speaks ? [610] : []))
      if speaks { #expect(abs(try #require(alerts.first?.value(.distance)) - 9000) < 50) }
    }
  }

  @Test func aPlaceOnLandIsTold() throws {
    let land = square("Land", around: Way(legs: [(0, 12, 0)]).position(900), metres: 1000)
    var rehearsal = Rehearsal(.implausiblePosition, areas: [land])
    let ship = Way(legs: [(0, 12, 0)])
    rehearsal.add { ship.sighting($0) }
    #expect((735...795).contains(try #require(rehearsal.play(1100).begins.first)))
  }

  @Test func aNumberInTwoPlacesIsToldAndOneLeapIsNot() throws {
    for (until, speaks) in [(1200, true), (605, false)] {
      var rehearsal = Rehearsal(.sharedIdentity)
      let ship = Way(legs: [(0, 10, 45)])
      let away = Sphere.destination(from: strait, bearingDegrees: 0, distanceMetres: 30_000)
      let other = Way(start: away, legs: [(0, 8, 10)])
      rehearsal.add { second in
        var sighting = ship.sighting(second)
        if second >= 600, second <= until { sighting?.transponder?.elsewhere = other.position(second) }
        return sighting
      }
      let alerts = rehearsal.play(1200)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      if speaks { #expect((600...660).contains(try #require(alerts.begins.first))) }
    }
  }

  @Test(arguments: [
    (235_012_345, false), (1_193_046, true), (199_012_345, true), (970_123_456, false), (999_999_999, true),
  ])
  func aNumberThatNobodyGivesIsTold(mmsi: Int, speaks: Bool) {
    var rehearsal = Rehearsal(.invalidIdentity)
    let ship = Way(mmsi: UInt32(mmsi), legs: [(0, 10, 45)])
    rehearsal.add { ship.sighting($0) }
    let begins = rehearsal.play(300).begins
    #expect(begins.count == (speaks ? 1 : 0))
    #expect(begins.allSatisfy { $0 <= 60 })
  }

  @Test func craftThatLeapAlikeAreToldAndThoseThatLeapEachItsWayAreNot() throws {
    for (step, speaks) in [(0.0, true), (60, false)] {
      var rehearsal = Rehearsal(.groupJump)
      for number in 0..<6 {
        let start = Sphere.destination(from: strait, bearingDegrees: Double(number) * 60, distanceMetres: 5000)
        let before = Way(mmsi: 235_000_100 + UInt32(number), start: start, legs: [(0, 10, 45)])
        let away = Sphere.destination(
          from: start, bearingDegrees: 120 + step * Double(number), distanceMetres: 20_000)
        var then = before
        then.start = away
        rehearsal.add { $0 < 600 ? before.sighting($0) : then.sighting($0) }
      }
      let alerts = rehearsal.play(900)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      guard speaks else { continue }
      #expect((600...620).contains(try #require(alerts.begins.first)))
      #expect(alerts.first?.craft.count == 6)
      #expect(abs(try #require(alerts.first?.value(.bearing)) - 120) < 1)
    }
  }

  @Test func newIdentitiesThatMoveAsOneAreTold() throws {
    for (spread, speaks) in [(0.0, true), (50, false)] {
      var rehearsal = Rehearsal(.ghostFleet)
      addNeighbours(&rehearsal)
      for number in 0..<5 {
        let start = Sphere.destination(from: strait, bearingDegrees: 90, distanceMetres: 3000 + 400 * Double(number))
        let ghost = Way(
          mmsi: 273_000_100 + UInt32(number), start: start, legs: [(900, 12, 45 + spread * Double(number))])
        rehearsal.add { ghost.sighting($0) }
      }
      let alerts = rehearsal.play(1500)
      #expect(alerts.begins.count == (speaks ? 1 : 0))
      guard speaks else { continue }
      #expect((900...960).contains(try #require(alerts.begins.first)))
      #expect(alerts.first?.craft.count == 5)
    }
  }
}
