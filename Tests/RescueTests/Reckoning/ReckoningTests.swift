import Geodesy
import Rescue
import Testing

@Suite struct ReckoningTests {
  private func at(_ minutes: Int64) -> Instant { Instant(millisecondsSince1970: minutes * 60_000) }

  private func claim(
    _ id: String, _ people: ClosedRange<Int>?, minute: Int64 = 0, explained: Bool = false
  ) -> Reckoning.Claim {
    Reckoning.Claim(id: id, received: at(minute), people: people, isFromAboard: true, isExplained: explained)
  }

  private func tally(
    _ people: Int, _ fate: Fate = .recovered, minute: Int64 = 60, asset: String? = "RNLI 17-31"
  ) -> Reckoning.Tally {
    Reckoning.Tally(id: "t\(minute)\(fate)", fate: fate, people: people, at: at(minute), asset: asset)
  }

  @Test func theHighestNumberThatNobodyExplainedIsBelieved() {
    let reckoning = Reckoning(claims: [claim("a", 33...33), claim("b", 45...45)], tallies: [tally(33)])
    #expect(reckoning.reported == 33...45)
    #expect(reckoning.unaccounted == 0...12)
    #expect(!reckoning.isSettled)
    #expect(reckoning.conflicts == [.reportOfMore(report: "b", missing: 12...12)])
  }

  @Test func anExplainedReportCountsNoLonger() {
    let reckoning = Reckoning(
      claims: [claim("a", 33...33), claim("b", 45...45, explained: true)], tallies: [tally(33)])
    #expect(reckoning.isSettled && reckoning.unaccounted == 0...0)
  }

  @Test func aCallAfterTheLastRecoveryKeepsABoatOpen() {
    let reckoning = Reckoning(
      claims: [claim("a", 33...33), claim("late", nil, minute: 75)], tallies: [tally(33, minute: 60)])
    #expect(reckoning.unaccounted == 0...0)
    #expect(reckoning.conflicts == [.callAfterLastRecovery(report: "late")])
    #expect(!reckoning.isSettled)
  }

  @Test func morePeopleThanReportedMayBeOfAnotherBoat() {
    let reckoning = Reckoning(claims: [claim("a", 30...35)], tallies: [tally(40)])
    #expect(reckoning.conflicts == [.reportOfFewer(report: "a", over: 5)])
  }

  @Test func silenceAndIgnoranceAccountForNobody() {
    #expect(Reckoning(claims: [claim("a", nil)], tallies: []).unaccounted == nil)
    #expect(Reckoning(claims: [claim("a", nil)], tallies: [tally(20)]).conflicts.contains(.numberUnknown))
    #expect(Reckoning(claims: [], tallies: [tally(20)]).conflicts == [.noReport])
    #expect(!Reckoning(claims: [claim("a", nil)], tallies: [tally(20)]).isSettled)
  }

  @Test func thoseHandedOverHaveBeenCounted() {
    let same = Reckoning(
      claims: [claim("a", 33...33)],
      tallies: [
        tally(30), tally(2, .dead, minute: 61), tally(1, .landed, minute: 62), tally(32, .transferred, minute: 90),
      ])
    #expect(same.accounted == 33 && same.isSettled && same.count(.dead) == 2)
    let other = Reckoning(claims: [claim("a", 33...33)], tallies: [tally(33), tally(31, .transferred, minute: 90)])
    #expect(other.accounted == 33)
    #expect(other.conflicts == [.handedOverDiffers(asset: "RNLI 17-31", takenUp: 33, handedOver: 31)])
  }

  @Test(arguments: 0..<200) func nothingIsSettledWhileSomebodyMayBeMissing(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(_ most: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % (most + 1)
    }
    let claims = (0..<draw(4)).map { index -> Reckoning.Claim in
      let least = draw(60)
      return claim("c\(index)", draw(3) == 0 ? nil : least...(least + draw(5)), minute: Int64(draw(120)))
    }
    let tallies = (0..<draw(4)).map { tally(draw(40), Fate.allCases[draw(4)], minute: Int64($0)) }
    let reckoning = Reckoning(claims: claims, tallies: tallies)
    let mostSaid = claims.compactMap(\.people?.upperBound).max()
    if reckoning.isSettled {
      #expect(mostSaid != nil && reckoning.accounted == mostSaid)
    }
    if let mostSaid { #expect(reckoning.unaccounted?.upperBound == max(0, mostSaid - reckoning.accounted)) }
    #expect(Reckoning(claims: claims.reversed(), tallies: tallies.reversed()) == reckoning)
  }
}
