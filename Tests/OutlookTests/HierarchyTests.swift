import Outlook
import Testing

@Suite struct HierarchyTests {
  private func hierarchy() throws -> Hierarchy {
    try Hierarchy(names: ["all", "north", "south", "n1", "n2"], parts: [[1, 2], [3, 4], [], [], []])
  }

  @Test(arguments: [
    Reconciliation.bottomUp, .leastSquares,
    .minimumTrace(errors: [[3, -2, 1, 4], [2, -1, 1, 2], [1, -1, 0, 2], [1, 0, 1, 1], [1, -1, 0, 1]]),
  ])
  func everyMethodMakesSumsAddUp(_ method: Reconciliation) throws {
    let result = try method.apply([100, 70, 20, 30, 35], try hierarchy())
    #expect(abs(result[0] - result[1] - result[2]) < 1e-6)
    #expect(abs(result[1] - result[3] - result[4]) < 1e-6)
    #expect(result.allSatisfy { $0 >= 0 })
  }

  @Test func leastSquaresOfAKnownCase() throws {
    // 10 against 4 + 3: the gap of 3 is shared by three series alike.
    let result = try Reconciliation.leastSquares.apply(
      [10, 4, 3], try Hierarchy(names: ["all", "a", "b"], parts: [[1, 2], [], []]))
    #expect(zip(result, [9, 5, 4]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func coherentForecastsAreLeftAlone() throws {
    let coherent = [60.0, 50, 10, 20, 30]
    let result = try Reconciliation.leastSquares.apply(coherent, try hierarchy())
    #expect(zip(result, coherent).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func refusesCirclesAndFindsWhatDoesNotAddUp() throws {
    #expect(throws: OutlookError.self) { try Hierarchy(names: ["a", "b"], parts: [[1], [0]]) }
    #expect(throws: OutlookError.self) { try Hierarchy(names: ["a"], parts: [[3]]) }
    #expect(throws: OutlookError.self) { try Reconciliation.leastSquares.apply([1, 2], try hierarchy()) }
    let found = try hierarchy().mismatches([100, 50, 20, 25, 25])
    try #require(found.count == 1)
    #expect(found[0].series == 0)
    #expect(found[0].sum == 70)
  }
}
