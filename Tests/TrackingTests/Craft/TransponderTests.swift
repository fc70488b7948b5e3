import Foundation
import Testing

@testable import Tracking

@Suite struct TransponderTests {
  private let ship = Sea.Boat(east: 4000, north: 7000, velocityEast: 5, velocityNorth: -2)

  /// A ship that a radar has held for a while with its own transponder.
  private func heldShip(seed: UInt64) -> Sea {
    var sea = Sea([ship], seed: seed)
    for _ in 0..<24 {
      sea.look()
      sea.move(seconds: 2.5)
      sea.hear(235_000_001, from: 0)
      sea.move(seconds: 2.5)
    }
    return sea
  }

  @Test(arguments: 1...5)
  func radarAndTransponderMakeOneTrack(_ seed: UInt64) throws {
    let sea = heldShip(seed: seed)
    let track = try #require(sea.track(of: 0))
    #expect(sea.tracker.tracks.count == 1)
    #expect(track.identity == 235_000_001 && track.identityProbability > 0.95)
    #expect(hypot(track.eastMetres - sea.boats[0].east, track.northMetres - sea.boats[0].north) < 40)
    #expect(track.contributions.shares.map(\.sensor).sorted() == [1, 9])
    #expect(track.contributions.latest.count <= Contributions.mostLatest && track.contributions.latest.count > 30)
  }

  @Test func aTransponderAloneIsShownAtOnceAndNoRadarTakesItAway() {
    var sea = Sea([Sea.Boat(east: 500, north: -6000, velocityEast: 0, velocityNorth: 3)])
    sea.radar = Sea.radarModel(detectionProbability: 0.9)
    sea.hear(235_000_002, from: 0)
    #expect(sea.tracks(identity: 235_000_002).count == 1)
    let number = sea.tracker.tracks[0].number
    // The radar never sees it: its scans hold no plot of it, and a report comes every half minute.
    for turn in 1...60 {
      sea.move(seconds: 5)
      sea.tracker.take(Scan(seconds: sea.seconds, sensor: sea.radar, plots: []))
      if turn % 6 == 0 { sea.hear(235_000_002, from: 0) }
    }
    #expect(sea.tracks(identity: 235_000_002).map(\.number) == [number])
  }

  @Test(arguments: 1...5)
  func aTransponderThatSailsAwayDoesNotTakeTheCraftAlong(_ seed: UInt64) throws {
    var sea = heldShip(seed: seed)
    let number = try #require(sea.track(of: 0)).number
    var (east, north) = (sea.boats[0].east, sea.boats[0].north)
    for _ in 0..<60 {
      sea.look()
      sea.move(seconds: 2.5)
      // It turns away slowly: four metres a second to the north of the ship.
      east += 5 * 5
      north += 2 * 5
      sea.hear(235_000_001, east: east, north: north, velocity: (5, 2))
      sea.move(seconds: 2.5)
      #expect(sea.track(of: 0)?.number == number, "at \(sea.seconds)")
    }
    let craft = try #require(sea.track(of: 0))
    #expect(craft.identity == nil && craft.marks.contains(.parted))
    let liar = try #require(sea.tracks(identity: 235_000_001).first)
    #expect(liar.marks.contains(.parted) && liar.number != number)
    #expect(hypot(liar.eastMetres - east, liar.northMetres - north) < 60)
  }

  @Test(arguments: 1...5)
  func aTransponderThatLeapsIsReleased(_ seed: UInt64) throws {
    var sea = heldShip(seed: seed)
    let number = try #require(sea.track(of: 0)).number
    for _ in 0..<12 {
      sea.look()
      sea.move(seconds: 2.5)
      sea.hear(235_000_001, east: -9000, north: 2000, velocity: (0, 0))
      sea.move(seconds: 2.5)
    }
    let craft = try #require(sea.track(of: 0))
    #expect(craft.number == number && craft.identity == nil)
    let liar = try #require(sea.tracks(identity: 235_000_001).first)
    #expect(hypot(liar.eastMetres + 9000, liar.northMetres - 2000) < 60)
    #expect(!liar.marks.isDisjoint(with: [.leapt, .parted]))
  }

  @Test func oneWildReportChangesNothing() throws {
    var sea = heldShip(seed: 6)
    let number = try #require(sea.track(of: 0)).number
    sea.hear(235_000_001, east: 0, north: 0)
    for _ in 0..<6 {
      sea.look()
      sea.move(seconds: 5)
      sea.hear(235_000_001, from: 0)
    }
    let craft = try #require(sea.track(of: 0))
    #expect(craft.number == number && craft.identity == 235_000_001 && craft.identityProbability > 0.9)
    #expect(sea.tracker.tracks.count == 1)
  }

  @Test(arguments: 1...5)
  func twoTranspondersOnOneCraftAreBothDoubted(_ seed: UInt64) throws {
    var sea = heldShip(seed: seed)
    let number = try #require(sea.track(of: 0)).number
    for _ in 0..<40 {
      sea.look()
      sea.move(seconds: 2.5)
      sea.hear(235_000_001, from: 0)
      sea.hear(235_000_002, from: 0)
      sea.move(seconds: 2.5)
    }
    let craft = try #require(sea.tracker.track(number: number))
    #expect(craft.identity != nil && craft.identityProbability < 0.7)
    #expect(hypot(craft.eastMetres - sea.boats[0].east, craft.northMetres - sea.boats[0].north) < 60)
    let other = try #require(sea.tracker.tracks.first { $0.number != number })
    #expect(other.identity != craft.identity && other.marks.contains(.disputed))
    // Then the first sails away, and the second is believed.
    var (east, north) = (sea.boats[0].east, sea.boats[0].north)
    for _ in 0..<60 {
      sea.look()
      sea.move(seconds: 2.5)
      (east, north) = (east - 20, north + 20)
      sea.hear(235_000_001, east: east, north: north, velocity: (-4, 4))
      sea.hear(235_000_002, from: 0)
      sea.move(seconds: 2.5)
    }
    let later = try #require(sea.track(of: 0))
    #expect(later.identity == 235_000_002 && later.identityProbability > 0.9, "\(later.identityProbability)")
  }

  @Test func whatPeopleHoldIsObeyedUntilTheyLetGo() throws {
    var sea = heldShip(seed: 7)
    let number = try #require(sea.track(of: 0)).number
    let isApart = sea.tracker.hold(track: number, identity: 235_000_001, together: false)
    #expect(isApart)
    for _ in 0..<20 {
      sea.look()
      sea.move(seconds: 5)
      sea.hear(235_000_001, from: 0)
    }
    #expect(sea.tracker.track(number: number)?.identity == nil)
    #expect(sea.tracks(identity: 235_000_001).count == 1)
    sea.tracker.letGo(track: number, identity: 235_000_001)
    for _ in 0..<20 {
      sea.look()
      sea.move(seconds: 5)
      sea.hear(235_000_001, from: 0)
    }
    #expect(sea.tracker.track(number: number)?.identity == 235_000_001)
    let isTogether = sea.tracker.hold(track: number, identity: 235_000_001, together: true)
    #expect(isTogether)
    // Held together, not even a leap takes the identity away, nor does it move the craft.
    for _ in 0..<20 {
      sea.look()
      sea.move(seconds: 5)
      sea.hear(235_000_001, east: -9000, north: 2000)
    }
    let held = try #require(sea.track(of: 0))
    #expect(held.number == number && held.identity == 235_000_001 && held.marks.contains(.heldByHand))
    let isHeld = sea.tracker.hold(track: 9999, identity: 235_000_001, together: true)
    #expect(!isHeld)
  }

  @Test func whatEndedOrMergedIsTold() throws {
    var sea = Sea([ship])
    sea.hear(235_000_003, from: 0)
    let alone = try #require(sea.tracks(identity: 235_000_003).first).number
    for _ in 0..<12 {
      sea.move(seconds: 5)
      sea.look()
    }
    for _ in 0..<3 {
      sea.hear(235_000_003, from: 0)
      sea.move(seconds: 5)
      sea.look()
    }
    #expect(sea.track(of: 0)?.number == alone)
    for _ in 0..<200 {
      sea.move(seconds: 60)
      sea.tracker.take(Scan(seconds: sea.seconds, sensor: sea.radar, plots: []))
    }
    #expect(sea.tracker.tracks.isEmpty)
    let (ended, again) = (sea.tracker.takeEnded(), sea.tracker.takeEnded())
    #expect(ended.contains { $0.number == alone && $0.mergedInto == nil })
    #expect(again.isEmpty)
  }

  @Test func reportsThatAreNoReportsAreRefused() {
    var tracker = CraftTracker()
    var plot = Plot(eastMetres: 1, northMetres: 2, deviationMetres: 5)
    var refusals = [tracker.hear(plot, seconds: 0, from: Sea.receiver).refusal]
    plot.identity = 1
    for seconds in [Double.nan, 1000, 100] {
      refusals.append(tracker.hear(plot, seconds: seconds, from: Sea.receiver).refusal)
    }
    var bad = Plot(eastMetres: .nan, northMetres: 2, deviationMetres: 5)
    bad.identity = 2
    refusals.append(tracker.hear(bad, seconds: 1000, from: Sea.receiver).refusal)
    #expect(refusals == [.unusable, .unusable, nil, .tooLate, .unusable])
    #expect(tracker.tracks.count == 1)
  }
}
