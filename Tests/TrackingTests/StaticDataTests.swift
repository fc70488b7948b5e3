import Geodesy
import Testing

@testable import Tracking

@Suite struct StaticDataTests {
  private func report(
    _ seconds: Double, name: String? = nil, callSign: String? = nil, shipType: Int? = nil, draught: Double? = nil,
    mmsi: UInt32 = 235_012_345, exercise: Bool = false
  ) -> StaticReport {
    StaticReport(
      mmsi: mmsi, at: after(seconds), received: after(seconds), source: "a", exercise: exercise, name: name,
      callSign: callSign, shipType: shipType, draughtMetres: draught)
  }

  @Test func fieldsAreMergedByTheirOwnTimes() throws {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0))
    #expect(tracker.describe(report(10, name: "OLD", shipType: 70))?.change == .described)
    #expect(tracker.describe(report(30, name: "NEW"))?.change == .described)
    let lateUpdate = tracker.describe(report(20, name: "LATE", callSign: "MABC", shipType: 80))
    let late = try #require(lateUpdate)
    #expect(late.change == .described)
    let statics = late.track.statics
    #expect(statics.name == Dated(value: "NEW", at: after(30)))
    #expect(statics.callSign == Dated(value: "MABC", at: after(20)))
    #expect(statics.shipType == Dated(value: 80, at: after(20)))
    #expect(late.track.trackClass == .tanker)
  }

  @Test func anEmptyFieldTakesNothingAway() throws {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0))
    _ = tracker.describe(report(10, name: "ANNA", draught: 7.5))
    let againUpdate = tracker.describe(report(20, name: ""))
    let again = try #require(againUpdate)
    #expect(again.change == .unchanged)
    #expect(again.track.statics.name?.value == "ANNA")
    #expect(again.track.statics.draughtMetres?.value == 7.5)
    let sameUpdate = tracker.describe(report(40, name: "ANNA"))
    let same = try #require(sameUpdate)
    #expect(same.change == .unchanged)
    #expect(same.track.statics.name?.at == after(40))
    #expect(same.track.lastHeard == after(40))
  }

  @Test func aDescriptionWaitsForThePosition() {
    var tracker = Tracker()
    #expect(tracker.describe(report(0, name: "ANNA")) == nil)
    #expect(tracker.describe(report(1, shipType: 30)) == nil)
    #expect(tracker.pendingCount == 1)
    let update = tracker.observe(underWay(10))
    #expect(update.track.statics.name?.value == "ANNA")
    #expect(update.track.trackClass == .fishing)
    #expect(tracker.pendingCount == 0)
  }

  @Test func pendingDescriptionsAreLimitedAndTheOldestGoes() {
    var tracker = Tracker(limits: TrackerLimits(tracks: 10, pending: 3))
    for ship in 0..<1000 {
      // The first one speaks again and again, and so is never the one longest unheard.
      _ = tracker.describe(report(Double(ship), name: "A", mmsi: 235_000_000))
      _ = tracker.describe(report(Double(ship), name: "SHIP \(ship)", mmsi: 235_000_001 + UInt32(ship)))
      #expect(tracker.pendingCount <= 3)
    }
    #expect(tracker.observe(underWay(2000, mmsi: 235_000_000)).track.statics.name?.value == "A")
    #expect(tracker.observe(underWay(2000, mmsi: 235_001_000)).track.statics.name?.value == "SHIP 999")
    #expect(tracker.observe(underWay(2000, mmsi: 235_000_500)).track.statics.name == nil)
  }

  @Test func exerciseAndRealityNeverShareATrack() {
    var tracker = Tracker()
    let real = tracker.observe(underWay(0))
    let invented = tracker.observe(sighting(0, place(50, 0), exercise: true))
    #expect(invented.change == .started)
    #expect(real.track.id == TrackID("235012345"))
    #expect(invented.track.id == TrackID("EX235012345"))
    _ = tracker.describe(report(1, name: "EXERCISE ANNA", exercise: true))
    #expect(tracker.track(TrackID("235012345"))?.statics.name == nil)
    #expect(tracker.track(TrackID("EX235012345"))?.statics.name?.value == "EXERCISE ANNA")
    #expect(tracker.count == 2)
  }
}
