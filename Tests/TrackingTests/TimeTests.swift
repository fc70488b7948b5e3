import Geodesy
import Testing

@testable import Tracking

@Suite struct TimeTests {
  @Test func theUTCSecondRefinesTheReceipt() {
    let heard = after(3)
    #expect(ObservationTime(received: heard, utcSecond: 58).at == after(-2))
    #expect(ObservationTime(received: heard, utcSecond: 3).at == heard)
    #expect(ObservationTime(received: heard, utcSecond: 1).at == after(1))
    #expect(ObservationTime(received: heard, utcSecond: 1).standardDeviationSeconds == 0.3)
    // Two seconds ahead is a clock a little slow; ten is one that cannot be believed.
    #expect(ObservationTime(received: heard, utcSecond: 5).at == after(5))
    #expect(ObservationTime(received: heard, utcSecond: 13).at == heard)
    for absent in [nil, 60, 63, -1, Int.max] {
      #expect(ObservationTime(received: heard, utcSecond: absent).at == heard)
      #expect(ObservationTime(received: heard, utcSecond: absent).standardDeviationSeconds == 1.5)
    }
    let beforeTheEpoch = Instant(millisecondsSince1970: -57_000)
    #expect(ObservationTime(received: beforeTheEpoch, utcSecond: 2).at == Instant(millisecondsSince1970: -58_000))
    _ = ObservationTime(received: Instant(millisecondsSince1970: .min), utcSecond: 30)
    _ = ObservationTime(received: Instant(millisecondsSince1970: .max), utcSecond: 30)
  }

  @Test func aLateReportImprovesTheTrackAndStaysInThePast() throws {
    var tracker = Tracker()
    var without = Tracker()
    for step in 0...5 {
      let sparse = sighting(Double(step) * 30, underWay(Double(step) * 30).position)
      _ = tracker.observe(sparse)
      _ = without.observe(sparse)
    }
    let late = tracker.observe(sighting(140, underWay(140).position, received: 151))
    #expect(late.change == .moved)
    #expect(late.track.state.at == after(150))
    #expect(late.track.lastObservation.at == after(150))
    let before = try #require(without.track(mmsi: 235_012_345, exercise: false))
    #expect(late.track.state.uncertaintyMetres < before.state.uncertaintyMetres)
    #expect(Sphere.distanceMetres(from: late.track.position, to: underWay(150).position) < 5)
  }

  @Test func orderMattersLittle() throws {
    var ordered = Tracker()
    var shuffled = Tracker()
    let times = (0..<60).map { Double($0) * 10 }
    for time in times { _ = ordered.observe(underWay(time)) }
    for pair in stride(from: 0, to: 60, by: 2) {
      _ = shuffled.observe(underWay(times[pair + 1], received: times[pair + 1]))
      _ = shuffled.observe(underWay(times[pair], received: times[pair + 1] + 1))
    }
    let first = try #require(ordered.track(mmsi: 235_012_345, exercise: false))
    let second = try #require(shuffled.track(mmsi: 235_012_345, exercise: false))
    #expect(second.observationsCount == 60)
    #expect(Sphere.distanceMetres(from: first.position, to: second.position) < 3)
  }

  @Test func anOldReportOnlySaysThatTheShipWasHeard() {
    var tracker = Tracker()
    let before = tracker.observe(underWay(1000))
    let old = tracker.observe(underWay(100, received: 1001))
    #expect(old.change == .unchanged)
    #expect(old.diagnostic == .tooLate(seconds: 900))
    #expect(old.track.state == before.track.state)
    #expect(old.track.lastHeard == after(1000))
  }

  @Test func theSameReportThroughTwoFeedsCountsOnce() {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0))
    let first = tracker.observe(underWay(10))
    let again = tracker.observe(underWay(10, source: "b"))
    #expect(again.change == .unchanged)
    #expect(again.diagnostic == .repeated)
    #expect(again.track.state == first.track.state)
    #expect(again.track.observationsCount == 2)
    #expect(again.track.sources == ["a", "b"])
  }

  @Test func oneLineFromTheFutureDoesNotSilenceAShip() {
    var tracker = Tracker()
    for step in 0..<5 { _ = tracker.observe(underWay(Double(step) * 10)) }
    // A million seconds on, the strait may well have been left: the line passes the gate.
    _ = tracker.observe(sighting(1_000_000, underWay(50).position, speedKnots: 12, courseDegrees: 45, status: 0))
    var diagnostics: [String?] = []
    for step in 6..<14 { diagnostics.append(tracker.observe(underWay(Double(step) * 10)).diagnostic?.code) }
    #expect(diagnostics == ["late", "late", "late", "late", "clock", nil, nil, nil])
    let track = tracker.track(mmsi: 235_012_345, exercise: false)
    #expect(track?.state.at == after(130))
    #expect(track?.lastHeard == after(130))
  }
}
