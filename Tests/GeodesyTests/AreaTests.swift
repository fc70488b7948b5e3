import Geodesy
import Testing

@Suite struct AreaTests {
  private func polygon(_ corners: [(Double, Double)]) throws -> Polygon {
    try #require(Polygon(ring: try corners.map { try position($0.0, $0.1) }))
  }

  private func position(_ latitude: Double, _ longitude: Double) throws -> Position {
    try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
  }

  @Test func measuresABeltOfTheSphere() throws {
    let belt = try polygon([(0, 0), (0, 1), (30, 1), (30, 0)])
    #expect((belt.areaSquareMetres / 3.542_124e11 - 1).magnitude < 1e-5)
    #expect(belt.isAnticlockwise)
    #expect(try !polygon([(0, 0), (30, 0), (30, 1), (0, 1)]).isAnticlockwise)
    let square = try polygon([(51, 179.99), (51, -179.99), (51.01, -179.99), (51.01, 179.99)])
    let same = try polygon([(51, 1), (51, 1.02), (51.01, 1.02), (51.01, 1)])
    #expect((square.areaSquareMetres / same.areaSquareMetres - 1).magnitude < 1e-9)
    #expect((belt.perimeterMetres / (2 * 30 * 111_195.08 + 111_195.08 * 1.866) - 1).magnitude < 1e-3)
  }

  @Test func knowsInsideFromOutside() throws {
    let strait = try polygon([(50.5, 0.8), (51.5, 0.8), (51.5, 2.2), (51, 1.4), (50.5, 2.2)])
    #expect(strait.contains(try position(51, 1.2)))
    #expect(!strait.contains(try position(51, 2)))
    #expect(!strait.contains(try position(52, 1)))
    #expect(!strait.contains(try position(51, -179)))
    let dateLine = try polygon([(-10, 170), (-10, -170), (10, -170), (10, 170)])
    #expect(dateLine.contains(try position(0, 180)))
    #expect(dateLine.contains(try position(0, -175)))
    #expect(!dateLine.contains(try position(0, 0)))
    #expect(!dateLine.contains(try position(0, 165)))
  }

  @Test func refusesWhatIsNoArea() throws {
    let corner = try position(1, 1)
    #expect(Polygon(ring: [corner, corner, corner]) == nil)
    #expect(Polygon(ring: []) == nil)
    #expect(try polygon([(0, 0), (0, 1), (1, 1), (0, 0)]).ring.count == 3)
  }

  @Test func clipsToABox() throws {
    let box = try #require(BoundingBox(south: 0, west: 0, north: 1, east: 1))
    let half = try #require(try polygon([(-1, 0.5), (2, 0.5), (2, 3), (-1, 3)]).clipped(to: box))
    #expect(
      Set(half.ring) == Set([try position(0, 0.5), try position(1, 0.5), try position(1, 1), try position(0, 1)]))
    #expect(try polygon([(2, 2), (2, 3), (3, 3)]).clipped(to: box) == nil)
    let inside = try polygon([(0.2, 0.2), (0.2, 0.4), (0.4, 0.4)])
    #expect(inside.clipped(to: box)?.ring.count == 3)
    let around = try #require(try polygon([(-5, -5), (-5, 5), (5, 5), (5, -5)]).clipped(to: box))
    #expect((around.areaSquareMetres / 1.23635e10 - 1).magnitude < 1e-3)
  }

  @Test func clipsAcrossTheAntimeridian() throws {
    let box = try #require(BoundingBox(south: -1, west: 179, north: 1, east: -179))
    let clipped = try #require(try polygon([(-5, 170), (-5, -170), (5, -170), (5, 170)]).clipped(to: box))
    #expect(clipped.ring.count == 4)
    #expect(clipped.ring.allSatisfy { box.contains($0) })
  }

  /// A point lies in the clipped polygon exactly when it lies in the polygon and in the box.
  @Test func clippingAgreesWithContaining() throws {
    var random = SmallGenerator(seed: 7)
    let box = try #require(BoundingBox(south: 50, west: 0, north: 52, east: 3))
    for _ in 0..<300 {
      let polygon = try polygon(
        (0..<6).map { _ in (Double.random(in: 49...53, using: &random), .random(in: -1...4, using: &random)) })
      let clipped = polygon.clipped(to: box)
      for _ in 0..<20 {
        let place = try position(.random(in: 49...53, using: &random), .random(in: -1...4, using: &random))
        #expect((clipped?.contains(place) ?? false) == (polygon.contains(place) && box.contains(place)))
      }
    }
  }

  @Test func keepsWhatALineNeeds() throws {
    let line = try [(51.0, 1.0), (51.0001, 1.1), (51.0, 1.2), (51.1, 1.3), (51.0, 1.4)].map { try position($0.0, $0.1) }
    #expect(Simplification.simplified(line, toleranceMetres: 50) == [line[0], line[2], line[3], line[4]])
    #expect(Simplification.simplified(line, toleranceMetres: 0) == line)
    #expect(Simplification.simplified(line, toleranceMetres: 1e6) == [line[0], line[4]])
    #expect(Simplification.simplified(line, toleranceMetres: .nan) == line)
    #expect(Simplification.simplified([], toleranceMetres: 1).isEmpty)
    let loop = [line[0], line[3], line[0]]
    #expect(Simplification.simplified(loop, toleranceMetres: 50) == loop)
  }
}

/// A generator whose numbers are the same on every run: SplitMix64.
struct SmallGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
