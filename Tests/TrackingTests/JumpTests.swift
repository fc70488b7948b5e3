import Geodesy
import Testing

@testable import Tracking

@Suite struct JumpTests {
  private let calais = place(50.98, 1.9)

  @Test func aStrayReportIsFlaggedAndDoesNotDragTheTrack() throws {
    var tracker = Tracker()
    for step in 0..<10 { _ = tracker.observe(underWay(Double(step) * 10)) }
    let stray = tracker.observe(sighting(100, calais, speedKnots: 12, courseDegrees: 45, status: 0))
    #expect(stray.change == .described)
    guard case .implausibleJump(let distance, let speed) = try #require(stray.diagnostic) else {
      Issue.record("A jump is named as one.")
      return
    }
    let expected = Sphere.distanceMetres(from: underWay(90).position, to: calais)
    #expect(abs(distance - expected) < 0.01 * expected)
    #expect(speed > 1000)
    let next = tracker.observe(underWay(110))
    #expect(next.change == .moved)
    #expect(next.track.flags == [.implausibleJump])
    #expect(Sphere.distanceMetres(from: next.track.position, to: underWay(110).position) < 10)
    #expect(next.track.observationsCount == 11)
  }

  @Test func aNewPlaceIsBelievedAfterSeveralReports() throws {
    var tracker = Tracker()
    for step in 0..<10 { _ = tracker.observe(underWay(Double(step) * 10)) }
    var updates: [TrackUpdate] = []
    for step in 10..<16 { updates.append(tracker.observe(underWay(Double(step) * 10, from: calais))) }
    #expect(updates.map(\.change) == [.described, .unchanged, .moved, .moved, .moved, .moved])
    guard case .reinitiated = try #require(updates[2].diagnostic) else {
      Issue.record("The third report moves the track.")
      return
    }
    let track = try #require(updates.last).track
    #expect(track.flags == [.implausibleJump])
    #expect(Sphere.distanceMetres(from: track.position, to: underWay(150, from: calais).position) < 10)
  }

  @Test func strayReportsFromDifferentPlacesNeverMoveTheTrack() {
    var tracker = Tracker()
    var noise = SeededNoise(seed: 5)
    _ = tracker.observe(underWay(0))
    for step in 1..<40 {
      let far = place(40 + 20 * noise.uniform(), 360 * noise.uniform() - 180)
      let update = tracker.observe(sighting(Double(step) * 10, far))
      #expect(update.change != .moved)
      #expect(update.track.flags == [.implausibleJump])
    }
  }

  @Test(arguments: [1, 4]) func twoPlacesInTurnAreASharedNumber(reportsPerTurn: Int) throws {
    var tracker = Tracker()
    var flags: [Set<TrackFlag>] = []
    for step in 0..<60 {
      let start = step / reportsPerTurn % 2 == 0 ? strait : calais
      flags.append(tracker.observe(underWay(Double(step) * 10, from: start)).track.flags)
    }
    #expect(flags.last == [.implausibleJump, .duplicateIdentity])
    let first = try #require(flags.firstIndex { $0.contains(.duplicateIdentity) })
    #expect(first <= 6 * reportsPerTurn)
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    let away = [strait, calais].map {
      Sphere.distanceMetres(from: track.position, to: underWay(590, from: $0).position)
    }
    // It stands at one of the two, not between them.
    #expect((away.min() ?? .infinity) < 500)
  }

  @Test func aSharedNumberFollowsThePlaceThatRemains() throws {
    var tracker = Tracker()
    for step in 0..<30 {
      _ = tracker.observe(underWay(Double(step) * 10, from: step % 2 == 0 ? strait : calais))
    }
    for step in 30..<120 { _ = tracker.observe(underWay(Double(step) * 10, from: calais)) }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(Sphere.distanceMetres(from: track.position, to: underWay(1190, from: calais).position) < 20)
    #expect(track.flags.contains(.duplicateIdentity))
  }

  @Test func flagsFallAfterTheirTime() throws {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0))
    _ = tracker.observe(sighting(10, calais))
    for hour in 1...13 { _ = tracker.observe(underWay(Double(hour) * 3600)) }
    let kept = tracker.advance(to: after(12 * 3600))
    #expect(kept.isEmpty)
    let fallen = tracker.advance(to: after(12 * 3600 + 60))
    #expect(fallen.map(\.change) == [.described])
    #expect(fallen.first?.track.flags == [])
  }

  /// Reports of a satellite that hands them on in a heap: minutes of way within seconds of the clock.
  @Test func reportsWithWrongTimesAreNoJumps() throws {
    var tracker = Tracker()
    for step in 0..<10 { _ = tracker.observe(underWay(Double(step) * 10)) }
    var codes: [String?] = []
    for (step, minutes) in [4.0, -3, 6, 2].enumerated() {
      let elsewhen = underWay(90 + minutes * 60)
      codes.append(
        tracker.observe(
          sighting(95 + Double(step) * 5, elsewhen.position, speedKnots: 12, courseDegrees: 45, status: 0)
        ).diagnostic?.code)
    }
    #expect(codes == ["untimely", "untimely", "untimely", "untimely"])
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(track.flags.isEmpty)
    #expect(track.observationsCount == 10)
    // A place as far away, but abeam, is a jump.
    let abeam = Sphere.destination(from: track.position, bearingDegrees: 135, distanceMetres: 1500)
    let jump = tracker.observe(sighting(120, abeam, speedKnots: 12, courseDegrees: 45, status: 0))
    #expect(jump.diagnostic?.code == "jump")
    // When all reports stay ahead, the clock is believed again as soon as the way can have been made.
    for step in 0..<20 {
      let ahead = underWay(130 + Double(step) * 10 + 180)
      _ = tracker.observe(
        sighting(130 + Double(step) * 10, ahead.position, speedKnots: 12, courseDegrees: 45, status: 0))
    }
    let healed = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(Sphere.distanceMetres(from: healed.position, to: underWay(500).position) < 50)
  }

  @Test func aLongSilenceExplainsALongWay() {
    var tracker = Tracker()
    _ = tracker.observe(underWay(0))
    let update = tracker.observe(underWay(1500))
    #expect(update.diagnostic == nil)
    #expect(update.change == .moved)
  }
}
