import Geodesy
import Testing

@testable import Tracking

@Suite struct TrackerTests {
  @Test func theSameCallsGiveTheSameTracks() {
    func run() -> [String] {
      var tracker = Tracker()
      var noise = SeededNoise(seed: 99)
      var lines: [String] = []
      for step in 0..<3000 {
        let time = Double(step)
        let ship = UInt32(noise.uniform() * 80)
        let start = place(50 + 2 * noise.uniform(), Double(ship) / 40)
        let update = tracker.observe(
          sighting(time - 70 * noise.uniform(), start, mmsi: 235_000_000 + ship, speedKnots: 5, courseDegrees: 90))
        lines.append(
          "\(update.track.id) \(update.change) \(update.track.state) \(String(describing: update.diagnostic))")
        for update in tracker.advance(to: after(time * 3)) { lines.append("\(update.track.id) \(update.change)") }
      }
      lines += tracker.tracks.map { "\($0.id) \($0.flags.sorted()) \($0.sources.sorted())" }
      return lines
    }
    let first = run()
    #expect(first.count > 3000)
    #expect(first == run())
  }

  @Test func tracksAreLimited() {
    var tracker = Tracker(limits: TrackerLimits(tracks: 2, pending: 2))
    #expect(tracker.observe(underWay(0, mmsi: 235_000_001)).change == .started)
    #expect(tracker.observe(underWay(0, mmsi: 235_000_002)).change == .started)
    let third = tracker.observe(underWay(0, mmsi: 235_000_003))
    #expect(third.change == .refused)
    #expect(third.diagnostic == .tooManyTracks(limit: 2))
    #expect(tracker.count == 2)
    #expect(tracker.observe(underWay(10, mmsi: 235_000_001)).change == .moved)
    _ = tracker.advance(to: after(20_000))
    #expect(tracker.observe(underWay(20_000, mmsi: 235_000_003)).change == .started)
  }

  @Test func sourcesAreLimited() {
    var tracker = Tracker()
    for feed in 0..<100 { _ = tracker.observe(underWay(Double(feed), source: "feed \(feed)")) }
    #expect(tracker.track(mmsi: 235_012_345, exercise: false)?.sources.count == 16)
  }

  @Test(arguments: [
    Double.nan, -1, 0, .infinity,
  ]) func anImpossibleSpreadIsRefused(deviation: Double) {
    var tracker = Tracker()
    let refused = tracker.observe(sighting(0, strait, deviation: deviation))
    #expect(refused.change == .refused)
    #expect(refused.diagnostic == .unusable)
    #expect(tracker.count == 0)
    let before = tracker.observe(underWay(0))
    let after = tracker.observe(sighting(10, strait, deviation: deviation))
    #expect(after.diagnostic == .unusable)
    #expect(after.track.state == before.track.state)
  }

  @Test func strangeNumbersNeverTrapNorSpoilATrack() {
    let numbers: [Double?] = [
      nil, .nan, .infinity, -.infinity, -1, 0, 102.3, 359.9, 360, 1e300, .leastNonzeroMagnitude,
    ]
    let moments: [Int64] = [.min, -1, 0, 1_700_049_600_000, .max]
    var tracker = Tracker()
    for moment in moments {
      for speed in numbers {
        for course in numbers {
          for latitude in [-90.0, 0, 90] {
            var observation = sighting(0, place(latitude, 180), speedKnots: speed, courseDegrees: course, status: -7)
            observation.at = Instant(millisecondsSince1970: moment)
            observation.received = observation.at
            observation.identity.mmsi = .max
            let track = tracker.observe(observation).track
            #expect(track.state.velocityEastMetresPerSecond.isFinite)
            #expect(track.state.velocityNorthMetresPerSecond.isFinite)
          }
        }
      }
      _ = tracker.advance(to: Instant(millisecondsSince1970: moment))
    }
    #expect(tracker.track(TrackID("no number")) == nil)
    #expect(tracker.track(TrackID("")) == nil)
    #expect(tracker.track(TrackID("EX")) == nil)
  }

  @Test func identifiersAreNineDigits() {
    #expect(TrackID(mmsi: 2_320_001, exercise: false).text == "002320001")
    #expect(TrackID(mmsi: 235_012_345, exercise: true).text == "EX235012345")
    #expect(TrackID(mmsi: .max, exercise: false).text == "4294967295")
  }
}
