import Geodesy
import Testing

@testable import Operations

@Suite("A clock that is moved")
struct ClockTests {
  private func at(_ seconds: Int64) -> Instant { Instant(millisecondsSince1970: seconds * 1000) }

  @Test func aJumpIsToldForAnHourAndAnotherThatUndoesItEndsThat() {
    var watch = ClockWatch(wall: at(1_000), steady: at(1_000))
    #expect(watch.look(wall: at(1_010), steady: at(1_010)) == nil)
    #expect(watch.look(wall: at(4_620), steady: at(1_020)) == 3_600_000)
    #expect(watch.report(wall: at(4_620), steady: at(1_020), lastRecorded: nil).movedSeconds == 3_600)
    #expect(watch.report(wall: at(8_300), steady: at(4_700), lastRecorded: nil).movedSeconds == nil)
    #expect(watch.look(wall: at(1_040), steady: at(1_040)) == -3_600_000)
    #expect(watch.report(wall: at(1_040), steady: at(1_040), lastRecorded: nil).movedSeconds == nil)
    #expect(watch.report(wall: at(1_040), steady: at(1_040), lastRecorded: nil).moves == 2)
  }

  @Test func slewingIsNoJump() {
    var watch = ClockWatch(wall: at(0), steady: at(0))
    // 83,333 parts in a million is the most that a daemon slews; looks are a second apart.
    for second in 1...600 {
      let wall = Instant(millisecondsSince1970: Int64(second) * 1_083)
      #expect(watch.look(wall: wall, steady: at(Int64(second))) == nil)
    }
  }

  @Test(arguments: [Int64(0), 2_147_483_647])
  func theFirstSecondAndTheLastOfThirtyTwoBitsAreJumpsLikeOthers(wall: Int64) {
    var watch = ClockWatch(wall: at(1_795_000_000), steady: at(1_795_000_000))
    #expect(watch.look(wall: at(wall), steady: at(1_795_000_001)) == (wall - 1_795_000_001) * 1000)
    let report = watch.report(wall: at(wall), steady: at(1_795_000_001), lastRecorded: at(1_795_000_000))
    #expect((report.behindSeconds != nil) == (wall == 0))
  }

  @Test func aSessionEndsByTheTimeThatNobodyCanSet() {
    let wall = at(1_000_000)
    let clocks = AccessBook.Clocks(wall: wall, steady: at(1_003_600), longestMilliseconds: 43_200_000)
    // The clock was set back by an hour: what was recorded just now happened now.
    #expect(clocks.steady(wall) == at(1_003_600))
    #expect(clocks.steady(at(2_000_000)) == at(1_003_600))
    // It was recorded by a clock that stood in 2038: the session still ends within a whole life.
    #expect(clocks.end(at(2_147_483_647)) == at(1_003_600 + 43_200))
    #expect(clocks.end(at(1_003_700)) == at(1_003_700))
  }
}
