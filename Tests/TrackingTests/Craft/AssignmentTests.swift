import Testing

@testable import Tracking

@Suite struct AssignmentTests {
  /// The best sum of gains over every way to pair rows with columns or leave them, by trying all.
  private func best(_ gains: [[Double?]], row: Int = 0, taken: Set<Int> = []) -> Double {
    guard row < gains.count else { return 0 }
    var most = best(gains, row: row + 1, taken: taken)
    for (column, gain) in gains[row].enumerated() where !taken.contains(column) {
      if let gain { most = max(most, gain + best(gains, row: row + 1, taken: taken.union([column]))) }
    }
    return most
  }

  @Test func noPairingOfAllIsBetter() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let (rows, columns) = (Int.random(in: 0...5, using: &random), Int.random(in: 0...5, using: &random))
      let gains: [[Double?]] = (0..<rows).map { _ in
        (0..<columns).map { _ in Bool.random(using: &random) ? Double.random(in: -3...9, using: &random) : nil }
      }
      var problem = AssignmentProblem(rows: rows, columns: columns)
      for (row, line) in gains.enumerated() {
        for (column, gain) in line.enumerated() { if let gain { problem.set(row, column, gain: gain) } }
      }
      let found = problem.solve()
      let paired = found.filter { $0 >= 0 }
      #expect(Set(paired).count == paired.count, "no column twice")
      let sum = found.enumerated().reduce(0.0) { $0 + ($1.element < 0 ? 0 : gains[$1.offset][$1.element] ?? -1e9) }
      #expect(abs(sum - best(gains)) < 1e-9, "\(gains)")
    }
  }

  @Test func groupsApartAreDecidedAsOne() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      var pairings: [Pairing] = []
      var problem = AssignmentProblem(rows: 12, columns: 12)
      for craft in 0..<12 {
        for plot in 0..<12 where Int.random(in: 0..<8, using: &random) == 0 {
          let gain = Double.random(in: 0.1...9, using: &random)
          pairings.append(Pairing(craft: craft, plot: plot, gain: gain))
          problem.set(craft, plot, gain: gain)
        }
      }
      #expect(GlobalAssignment.plots(ofCraft: 12, amongPlots: 12, pairings) == problem.solve())
    }
  }

  @Test func aMissedCraftAndAFalseTrackCostHalfTheSquaredCutoffEach() {
    let craft = [PointSetDistance.Point(east: 0, north: 0), .init(east: 5000, north: 0)]
    let parts = PointSetDistance.generalised(craft: craft, tracks: [.init(east: 3, north: 0)], cutoffMetres: 200)
    #expect(abs(parts.distance - (9 + 20_000.0).squareRoot()) < 1e-9)
    #expect(parts.trackOfCraft == [0, nil] && parts.falseTracks == 0)
    let far = PointSetDistance.generalised(
      craft: [craft[0]], tracks: [.init(east: 0, north: 250)], cutoffMetres: 200)
    #expect(abs(far.distance - 200) < 1e-9 && far.falseTracks == 1)
    #expect(PointSetDistance.mean(craft: craft, tracks: [.init(east: 3, north: 0)], cutoffMetres: 200) == 101.5)
    #expect(PointSetDistance.mean(craft: [], tracks: [], cutoffMetres: 200) == 0)
  }
}
