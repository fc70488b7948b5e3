import Geodesy
import Synchronization
import Testing

@testable import Exercise

@Suite struct PlayerTests {
  private let night = Night(seed: 2, start: dusk, hours: 0.05)
  private let wall = Instant(millisecondsSince1970: 1_000_000_000_000)

  @Test(arguments: [1.0, 10, 0.5]) func everythingIsPlayedOnceAndInTime(pace: Double) {
    var player = NightPlayer(night, pace: pace, began: wall)
    var played: [ExerciseSentence] = []
    var clock = wall
    while let due = player.nextDue {
      let early = player.batch(upTo: due.adding(milliseconds: -1))
      clock = max(due, clock.adding(milliseconds: 250))
      let batch = player.batch(upTo: clock)
      let night = player.nightTime(at: clock)
      if !early.isEmpty || batch.isEmpty || !batch.allSatisfy({ $0.at <= night }) {
        Issue.record("at \(clock)")
      }
      played += batch
    }
    #expect(played == Array(night.sentences()))
    #expect(player.batch(upTo: clock.adding(milliseconds: 1_000_000)).isEmpty)
    let lasted = clock.seconds(since: wall)
    #expect(abs(lasted - 180 / pace) < 15 / pace + 1)
  }

  @Test func batchesAreLimited() {
    let night = Night(seed: 2, start: dusk, hours: 0.15)
    var player = NightPlayer(night, began: wall)
    let late = wall.adding(milliseconds: 3_600_000)
    let first = player.batch(upTo: late)
    #expect(first.count == NightPlayer.greatestBatch)
    let rest = player.batch(upTo: late)
    #expect(first + rest == Array(night.sentences().prefix(first.count + rest.count)))
  }

  @Test func paceIsHeldWithinItsRange() {
    #expect(NightPlayer(night, pace: .nan, began: wall).pace == 1)
    #expect(NightPlayer(night, pace: -4, began: wall).pace == 0.01)
    #expect(NightPlayer(night, pace: .infinity, began: wall).pace == 10_000)
    let player = NightPlayer(night, pace: 10_000, began: wall)
    #expect(player.nightTime(at: Instant(millisecondsSince1970: .max)) > night.end)
    #expect(player.nightTime(at: Instant(millisecondsSince1970: .min)) < night.start)
  }

  @Test func runningDeliversEverythingAgainstTheClock() async throws {
    let clock = Mutex(wall)
    let lines = Mutex(0)
    var player = NightPlayer(night, pace: 4, began: wall)
    try await player.run(
      now: { clock.withLock { $0 } }, sleep: { moment in clock.withLock { $0 = moment } },
      deliver: { batch in lines.withLock { $0 += batch.count } })
    #expect(lines.withLock { $0 } == night.sentences().reduce(0) { count, _ in count + 1 })
    #expect(clock.withLock { $0 }.seconds(since: wall) <= 45.2)
  }

  @Test func runningStopsWhenItIsToldTo() async {
    var player = NightPlayer(night, began: wall)
    let wall = wall
    await #expect(throws: CancellationError.self) {
      try await player.run(now: { wall }, sleep: { _ in throw CancellationError() }, deliver: { _ in })
    }
  }
}
