import Testing

@testable import Rescue

@Suite struct LeewayTableTests {
  private static let measured = LeewayClass.known.filter { !$0.isEstimate }

  private static func columns(of leewayClass: LeewayClass) -> [Double] {
    [leewayClass.downwind, leewayClass.right, leewayClass.left].flatMap {
      [$0.slopePercent, $0.offsetCentimetresPerSecond, $0.deviationCentimetresPerSecond]
    }
  }

  @Test func everyRowOfTheTableIsRead() {
    #expect(LeewayTable.rows.split(separator: "\n").count == 85)
    #expect(Self.measured.count == 85)
    #expect(Set(LeewayClass.known.map(\.key)).count == LeewayClass.known.count)
  }

  /// The sums were taken from the list of 2010; the second ones weigh each row by its number, so that rows cannot swap.
  @Test func theColumnsAddUpToThoseOfTheSource() {
    let sums = [222.602, 82.63, 476.35, 100.612, -23.88, 420.5188, -94.324, 0.19, 419.9308]
    let weighted = [
      9694.272, 5428.31, 21888.97, 4848.943, -56.66, 19748.9004, -4632.873, -28.09, 19784.9004,
    ]
    for column in 0..<9 {
      let values = Self.measured.map { Self.columns(of: $0)[column] }
      #expect((values.reduce(0, +) - sums[column]).magnitude < 1e-6)
      let sum = values.enumerated().reduce(0) { $0 + $1.element * Double($1.offset + 1) }
      #expect((sum - weighted[column]).magnitude < 1e-6)
    }
  }

  @Test func keysAreFoundInAnyCase() {
    #expect(LeewayClass.of(key: "piw-1")?.downwind.slopePercent == 0.96)
    #expect(LeewayClass.of(key: "SAILBOAT-6b")?.downwind.slopePercent == 2.69)
    #expect(LeewayClass.of(key: "RAFT") == nil)
  }

  @Test func theLoadedInflatableLiesBetweenWhatWasMeasured() throws {
    let ours = try #require(LeewayClass.of(key: "INFLATABLE-LOADED"))
    let swamped = try #require(LeewayClass.of(key: "SKIFF-3"))
    #expect(ours.isEstimate)
    #expect(ours.downwind.slopePercent > swamped.downwind.slopePercent && ours.downwind.slopePercent < 4.40)
    #expect((ours.downwind.slopePercent - (1.65 + 4.40) / 2).magnitude < 1e-12)
    #expect((ours.downwind.deviationCentimetresPerSecond - 10 * 2.75 / 12.0.squareRoot()).magnitude < 0.05)
  }

  @Test func sharesAddUpAndFollowWeights() {
    #expect(LeewayHypothesis.shares([2, 1, 1], of: 10) == [5, 3, 2])
    #expect(LeewayHypothesis.shares([1e300, 1e300], of: 7) == [4, 3])
    #expect(LeewayHypothesis.shares([1, 1, 1], of: 100).reduce(0, +) == 100)
  }

  @Test(arguments: ["", "A;1", "A;1;2;3;4;5;6;7;8;x;title", "A;1;2;3;4;5;6;7;8;9;10;title"])
  func aRowThatIsNoneIsNoClass(row: String) {
    #expect(LeewayClass(row: row) == nil)
  }
}
