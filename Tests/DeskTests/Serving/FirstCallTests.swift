import Exercise
import Geodesy
import Testing

@testable import Desk

/// Who opens an exercise sees its first boat soon, however quiet the night begins.
@Suite struct FirstCallTests {
  @Test func theFirstCallComesTwoMinutesAfterJoining() throws {
    let now = Instant(millisecondsSince1970: 1_790_000_000_000)
    var plan = ServeOptions.ExercisePlan(seed: 20_261_121, hours: 12)
    plan.joinBeforeFirstCall(now: now)
    let start = try #require(plan.start)
    #expect(start < now)
    let calls = Night(seed: plan.seed, start: start, hours: plan.hours).rescue.events.filter { event in
      guard case .report = event.kind else { return false }
      return event.centre == .home
    }
    let first = try #require(calls.first)
    #expect(abs(first.at.seconds(since: now) - 120) < 600)
  }

  @Test func aNightWithoutCallsBeginsWhenItIsOpened() {
    var plan = ServeOptions.ExercisePlan(seed: 1, hours: 0.01)
    plan.joinBeforeFirstCall(now: Instant(millisecondsSince1970: 1_790_000_000_000))
    #expect(plan.start == nil)
  }
}
