import Feeds
import Geodesy
import Testing
import Tracking

@testable import Exercise

/// A night on the way that real traffic takes: through the decoder into the tracker, held against its truth.
@Suite struct ThroughTheDecoderTests {
  private static let night = Night(seed: 21, start: dusk, hours: 0.25)
  private static let lines = night.sentences().map(\.line)

  @Test func theDecoderRefusesNothing() {
    let result = AISDecoder.decode(Self.lines.flatMap { $0 })
    #expect(result.diagnostics.refused == 0)
    #expect(result.diagnostics.sentences == Self.lines.count)
    #expect(result.receptions.count == result.diagnostics.messages)
    #expect(result.receptions.allSatisfy { $0.source == "EXERCISE" && $0.receivedAt != nil })
    var kinds: [AISSummary.Kind: Int] = [:]
    for reception in result.receptions { kinds[reception.message.summary.kind, default: 0] += 1 }
    #expect(
      Set(kinds.keys) == [.position, .statics, .baseStation, .aircraft, .aidToNavigation, .safetyText])
  }

  @Test func theTrackerFindsTheTruth() throws {
    let night = Self.night
    let tracker = try tracked(Self.lines)
    #expect(tracker.pendingCount == 0)
    let end = night.end
    var within = 0
    var live = 0
    for truth in night.truth(at: end) {
      let actor = night.actors[truth.actor]
      guard actor.transponder != .silent else { continue }
      let track = try #require(tracker.track(mmsi: actor.mmsi, exercise: true), "\(actor.name)")
      #expect(track.flags.isSubset(of: actor.trackClass == .distress ? [.sartTest] : []), "\(actor.name)")
      #expect(track.exercise)
      guard track.status == .live else { continue }
      live += 1
      let state = track.predicted(to: end)
      let distance = Sphere.distanceMetres(from: state.position, to: truth.position)
      #expect(distance < 400, "\(actor.name) is \(distance) m off")
      if distance < state.uncertaintyMetres { within += 1 }
    }
    #expect(live > 120)
    // The radius is said to hold 95 of 100; a ship's turns are not white noise, and most of the time it does not turn.
    #expect(Double(within) / Double(live) > 0.9)
  }

  @Test func whatTheySayOfThemselvesArrives() throws {
    let night = Self.night
    let tracker = try tracked(Self.lines)
    for truth in night.truth(at: night.end) {
      let actor = night.actors[truth.actor]
      guard actor.transponder != .silent, ![.base, .aircraft, .distress].contains(actor.trackClass) else { continue }
      let track = try #require(tracker.track(mmsi: actor.mmsi, exercise: true))
      guard track.firstHeard < night.end.adding(milliseconds: -120_000) else { continue }
      #expect(track.statics.name?.value == actor.name)
      #expect(track.trackClass == actor.trackClass)
      #expect(track.id.text == "EX\(actor.mmsi)")
    }
  }

  private func tracked(_ lines: [[UInt8]]) throws -> Tracker {
    var tracker = Tracker()
    var decoder = AISDecoder()
    for line in lines {
      decoder.consume(line) { reception in
        guard let received = reception.receivedAt else { return }
        let summary = reception.message.summary
        if summary.name != nil || summary.shipType != nil { _ = tracker.describe(report(summary, received)) }
        guard let position = summary.position else { return }
        _ = tracker.observe(
          SensorObservation(
            ais: "night", mmsi: summary.mmsi, received: received, utcSecond: summary.utcSecond, position: position,
            positionAccuracyHigh: summary.positionAccuracyHigh, speedKnots: summary.speedKnots,
            courseDegrees: summary.courseDegrees, headingDegrees: summary.headingDegrees,
            rateOfTurnDegreesPerMinute: summary.rateOfTurn, navigationalStatus: summary.navigationalStatus,
            exercise: true))
      }
    }
    decoder.finish { _ in }
    _ = tracker.advance(to: Self.night.end)
    return tracker
  }

  private func report(_ summary: AISSummary, _ received: Instant) -> StaticReport {
    StaticReport(
      mmsi: summary.mmsi, at: received, received: received, source: "night", exercise: true, name: summary.name,
      callSign: summary.callSign, shipType: summary.shipType, destination: summary.destination)
  }
}
