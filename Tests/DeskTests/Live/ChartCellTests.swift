import Geodesy
import Testing

@testable import Desk

@Suite("A cell of the chart")
struct ChartCellTests {
  private func cell(_ latitude: Double, _ longitude: Double) throws -> ChartCell {
    ChartCell(try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude)))
  }

  private func box(_ south: Double, _ west: Double, _ north: Double, _ east: Double) throws -> BoundingBox {
    try #require(BoundingBox(south: south, west: west, north: north, east: east))
  }

  @Test func isAQuarterOfADegreeOnASide() throws {
    #expect(try cell(51.0, 1.0) == cell(51.249, 1.249))
    #expect(try cell(51.0, 1.0) != cell(51.25, 1.0))
    #expect(try cell(51.0, 1.0) != cell(51.0, 1.25))
    #expect(try cell(-0.001, -0.001) != cell(0.001, 0.001))
  }

  @Test func touchesABoxOnlyWhereItLies() throws {
    let dover = try cell(51.1, 1.35)
    #expect(try dover.touches(box(51, 1, 51.5, 2)))
    #expect(try dover.touches(box(51.05, 1.3, 51.06, 1.31)))
    #expect(try !dover.touches(box(51.3, 1, 51.5, 2)))
    #expect(try !dover.touches(box(51, 1.6, 51.5, 2)))
    #expect(try !dover.touches(box(50, 1, 50.9, 2)))
    #expect(try !dover.touches(box(51, -2, 51.5, 1.2)))
  }

  @Test func knowsTheAntimeridian() throws {
    let pacific = try box(-20, 170, -10, -170)
    #expect(try cell(-15, 175).touches(pacific))
    #expect(try cell(-15, -175).touches(pacific))
    #expect(try !cell(-15, 0).touches(pacific))
    #expect(try !cell(-15, 165).touches(pacific))
  }

  @Test func bothNamesOfTheAntimeridianAreOnePlace() throws {
    for name in [180.0, -180.0] {
      #expect(try cell(-15, name).touches(box(-20, -180, -10, -170)), "\(name)")
      #expect(try cell(-15, name).touches(box(-20, 170, -10, 180)), "\(name)")
      #expect(try cell(-15, name).touches(box(-20, 170, -10, -170)), "\(name)")
      #expect(try !cell(-15, name).touches(box(-20, -170, -10, 170)), "\(name)")
    }
  }

  /// Seeded: a position in a box is never in a cell that the box does not touch, so nobody misses what is in view.
  @Test func noPositionInABoxIsMissed() throws {
    var random = Seeded(state: 11)
    let edges: [Double] = [-180, -179.99, -0.25, 0, 0.25, 1.25, 179.75, 180]
    func longitude() -> Double {
      Bool.random(using: &random)
        ? edges.randomElement(using: &random) ?? 0 : Double.random(in: -180...180, using: &random)
    }
    func latitude() -> Double {
      [Double.random(in: -90...90, using: &random), -90, 0, 51.25, 90].randomElement(using: &random) ?? 0
    }
    var inside = 0
    for _ in 0..<20_000 {
      let latitudes = [latitude(), latitude()].sorted()
      let box = try box(latitudes[0], longitude(), latitudes[1], longitude())
      let position = try #require(Position(latitudeDegrees: latitude(), longitudeDegrees: longitude()))
      guard box.contains(position) else { continue }
      inside += 1
      #expect(ChartCell(position).touches(box), "\(position) in \(box.text)")
    }
    #expect(inside > 2_000)
  }
}
