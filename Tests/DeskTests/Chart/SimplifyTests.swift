import Testing

@testable import Desk

@Suite("Leaving out corners")
struct SimplifyTests {
  @Test func cornersOnTheLineGoAndOthersStay() {
    let line = [corner(0, 0), corner(1, 0.0001), corner(2, 0), corner(3, 1), corner(4, 0)]
    #expect(simplify(line, toleranceDegrees: 0.01) == [corner(0, 0), corner(2, 0), corner(3, 1), corner(4, 0)])
  }

  @Test func aClosedRingStaysClosedAndARing() {
    let ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0.5, 1.000001), corner(0, 1), corner(0, 0)]
    #expect(
      simplify(ring, toleranceDegrees: 0.01) == [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)])
  }

  @Test func noCornerLeftOutIsFartherThanTheTolerance() {
    var generator = SeededNoise(state: 11)
    let line = (0..<80).map { corner(Double($0) / 20, Double.random(in: -0.05...0.05, using: &generator)) }
    let kept = simplify(line, toleranceDegrees: 0.04)
    #expect(kept.count < line.count)
    #expect(kept.first == line.first && kept.last == line.last)
    for point in line {
      let nearest = zip(kept, kept.dropFirst()).map { distance(point, $0, $1) }.min() ?? .infinity
      #expect(nearest <= 0.04 + 1e-3)
    }
  }

  @Test func shortLinesAndNoToleranceChangeNothing() {
    #expect(simplify([], toleranceDegrees: 1).isEmpty)
    let line = [corner(0, 0), corner(1, 0), corner(2, 0)]
    #expect(simplify(line, toleranceDegrees: 0) == line)
  }

  /// Distance to a segment by trying four hundred places along it, independent of the code under test.
  private func distance(_ point: ChartPoint, _ from: ChartPoint, _ to: ChartPoint) -> Double {
    (0...400).map { step in
      let share = Double(step) / 400
      let east = from.longitudeDegrees + share * (to.longitudeDegrees - from.longitudeDegrees) - point.longitudeDegrees
      let north = from.latitudeDegrees + share * (to.latitudeDegrees - from.latitudeDegrees) - point.latitudeDegrees
      return (east * east + north * north).squareRoot()
    }.min() ?? .infinity
  }
}
