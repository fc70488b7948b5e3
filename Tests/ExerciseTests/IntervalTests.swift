import Geodesy
import Testing
import Tracking

@testable import Exercise

/// Whether transponders report as often as ITU-R M.1371-5 has it.
@Suite struct IntervalTests {
  private let night = Night(seed: 3, start: dusk, hours: 0.5)

  @Test func theTableOfTheStandard() {
    func classA(_ knots: Double, still: Bool = false, turning: Bool = false) -> Int64 {
      ReportingInterval.classA(speedKnots: knots, liesStill: still, changesCourse: turning)
    }
    #expect(classA(0, still: true) == 180_000)
    #expect(classA(4, still: true) == 10_000)
    #expect(classA(12) == 10_000)
    #expect(classA(12, turning: true) == 3333)
    #expect(classA(18) == 6000)
    #expect(classA(18, turning: true) == 2000)
    #expect(classA(25) == 2000)
    #expect(ReportingInterval.classB(speedKnots: 1.5) == 180_000)
    #expect(ReportingInterval.classB(speedKnots: 6) == 30_000)
  }

  @Test func positionsComeAtTheInterval() throws {
    let actors = night.speakers
    var previous: [UInt32: Instant] = [:]
    var seen: Set<Int64> = []
    var count = 0
    for message in try messages(of: night) where message.position != nil {
      defer { previous[message.mmsi] = message.at }
      guard let actor = actors[message.mmsi] else { continue }
      guard let before = previous[message.mmsi], actor.transponder != .rescueTransmitterUnderTest else { continue }
      guard let nominal = interval(actor, at: before) else { continue }
      seen.insert(nominal)
      let gap = message.at.millisecondsSince1970 - before.millisecondsSince1970
      let greatest = Int64(Double(nominal) * 1.1)
      // Only a ship that begins to move reports before its time.
      let least = Int64(Double(nominal) * 0.9)
      let beganToMove = nominal == 180_000 && (interval(actor, at: message.at) ?? nominal) < nominal
      if gap > greatest || gap < least && !beganToMove {
        Issue.record("\(actor.name): \(gap) ms at \(nominal) ms")
      }
      count += 1
    }
    #expect(count > 12_000)
    #expect(seen.isSuperset(of: [2000, 3333, 6000, 10_000, 30_000, 180_000]))
  }

  @Test func descriptionsComeEverySixMinutes() throws {
    var previous: [UInt32: Instant] = [:]
    var count = 0
    for message in try messages(of: night) where message.type == 5 {
      if let before = previous[message.mmsi] {
        #expect((324...396).contains(message.at.seconds(since: before)))
        count += 1
      }
      previous[message.mmsi] = message.at
    }
    #expect(count > 300)
  }

  private func interval(_ actor: ExerciseActor, at moment: Instant) -> Int64? {
    // Position and motion are measured on the whole second before a report.
    let moment = Instant(millisecondsSince1970: moment.millisecondsSince1970 / 1000 * 1000)
    guard let truth = actor.truth(at: moment) else { return nil }
    switch actor.transponder {
    case .classA:
      let earlier = actor.truth(at: moment.adding(milliseconds: -30_000)).flatMap(\.courseDegrees)
      let turned = truth.courseDegrees.flatMap { now in earlier.map { (now - $0).remainder(dividingBy: 360) } } ?? 0
      return ReportingInterval.classA(
        speedKnots: truth.speedKnots, liesStill: truth.navigationalStatus.isLyingStill,
        changesCourse: turned.magnitude > 5)
    case .classB: return ReportingInterval.classB(speedKnots: truth.speedKnots)
    case .aidToNavigation: return ReportingInterval.aidToNavigation
    case .baseStation: return ReportingInterval.baseStation
    case .aircraft: return ReportingInterval.aircraft
    case .rescueTransmitterUnderTest, .silent: return nil
    }
  }
}
