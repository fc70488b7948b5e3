import Geodesy
import Testing

@testable import Tracking

@Suite struct SilenceTests {
  @Test func aShipCoastsAndEndsAndReturns() throws {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0, speedKnots: 18))
    _ = tracker.describe(
      StaticReport(mmsi: 235_012_345, at: after(1), received: after(1), source: "a", name: "EXERCISE ANNA"))
    #expect(tracker.advance(to: after(119)).isEmpty)
    let coasting = tracker.advance(to: after(120))
    #expect(coasting.map(\.change) == [.coasting])
    #expect(coasting.first?.track.status == .coasting)
    #expect(tracker.advance(to: after(500)).isEmpty)
    #expect(tracker.observe(underWay(600, speedKnots: 18)).track.status == .live)
    #expect(tracker.advance(to: after(600 + 1799)).map(\.change) == [.coasting])
    let ended = tracker.advance(to: after(600 + 1800))
    #expect(ended.map(\.change) == [.ended])
    #expect(ended.first?.track.status == .ended)
    #expect(tracker.count == 0)
    #expect(tracker.track(TrackID("235012345")) == nil)
    let returned = tracker.observe(underWay(9000, speedKnots: 18))
    #expect(returned.change == .started)
    #expect(returned.track.statics.name?.value == "EXERCISE ANNA")
  }

  @Test func theRuleDependsOnSpeedAndClass() {
    func rule(_ trackClass: TrackClass, stationary: Bool = false, knots: Double = 0, classA: Bool = true) -> [Double] {
      let rule = SilenceRule(trackClass: trackClass, stationary: stationary, speedKnots: knots, classA: classA)
      return [rule.coastingAfterSeconds, rule.endingAfterSeconds]
    }
    #expect(rule(.cargo, knots: 18) == [120, 1800])
    #expect(rule(.cargo, stationary: true) == [1800, 18_000])
    #expect(rule(.pleasure, knots: 6, classA: false) == [300, 3000])
    #expect(rule(.pleasure, knots: 1, classA: false) == [1800, 18_000])
    #expect(rule(.aton, stationary: true, classA: false) == [1800, 18_000])
    #expect(rule(.distress, classA: false) == [600, 86_400])
  }

  @Test func anAnchoredShipIsNotLostBetweenItsReports() {
    var tracker = Tracker()
    _ = tracker.observe(sighting(0, strait, speedKnots: 0.1, status: 1))
    #expect(tracker.advance(to: after(1700)).isEmpty)
    #expect(tracker.advance(to: after(1800)).map(\.change) == [.coasting])
  }

  @Test func nobodyInDistressIsForgotten() {
    var tracker = Tracker()
    _ = tracker.observe(sighting(0, strait, mmsi: 972_123_456, status: 14))
    #expect(tracker.advance(to: after(86_000)).map(\.change) == [.coasting])
    #expect(tracker.advance(to: after(86_400)).map(\.change) == [.ended])
  }

  @Test func aTestOfADistressTransmitterIsFlagged() {
    var tracker = Tracker()
    #expect(tracker.observe(sighting(0, strait, mmsi: 970_123_456, status: 15)).track.flags == [.sartTest])
    #expect(tracker.observe(sighting(60, strait, mmsi: 970_123_456, status: 14)).track.flags.isEmpty)
    #expect(tracker.observe(sighting(120, strait, status: 15)).track.flags.isEmpty)
    _ = tracker.observe(sighting(180, strait, mmsi: 974_123_456, status: 15))
    let ended = tracker.advance(to: after(180 + 1800)).filter { $0.change == .ended }
    #expect(ended.map(\.track.mmsi) == [235_012_345, 974_123_456])
  }

  @Test func freedSlotsAreUsedAgain() {
    var tracker = Tracker()
    for round in 0..<20 {
      let start = Double(round) * 10_000
      for ship in 0..<50 { _ = tracker.observe(underWay(start, mmsi: 235_000_000 + UInt32(ship))) }
      #expect(tracker.count == 50)
      #expect(tracker.advance(to: after(start + 5000)).count == 50)
    }
    #expect(tracker.records.count == 50)
    #expect(Array(tracker.tracks).isEmpty)
  }
}
