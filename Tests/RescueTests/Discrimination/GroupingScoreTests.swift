import Rescue
import Testing

@Suite struct GroupingScoreTests {
  @Test func theAdjustedRandIndexOfAKnownPair() {
    // Hubert and Arabie's index of {0,0,1,1} and {0,0,1,2} is (1 − 1/3) / (3/2 − 1/3) = 4/7.
    let index = GroupingScore.adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])
    #expect((index - 4.0 / 7).magnitude < 1e-12)
    #expect(GroupingScore.adjustedRandIndex([1, 2, 1], ["x", "y", "x"]) == 1)
  }
}
