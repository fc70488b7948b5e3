import CProj
import Geodesics
import Geodesy
import Testing

/// Holds the grid references that `Geodesy` reads, by series of its own, against PROJ.
@Suite struct GridAgainstProjTests {
  private static let nationalGrid = """
    +proj=pipeline +step +inv +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy \
    +step +proj=cart +ellps=airy \
    +step +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.1502 +ry=0.247 +rz=0.8421 +s=-20.4894 \
    +convention=position_vector \
    +step +inv +proj=cart +ellps=WGS84 +step +proj=unitconvert +xy_in=rad +xy_out=deg
    """

  private func transformed(_ definition: String, _ x: Double, _ y: Double) throws -> Position {
    let context = try #require(proj_context_create())
    defer { proj_context_destroy(context) }
    let operation = try #require(proj_create(context, definition))
    defer { proj_destroy(operation) }
    let result = proj_trans(operation, PJ_FWD, proj_coord(x, y, 0, 0))
    return try #require(Position(latitudeDegrees: result.v.1, longitudeDegrees: result.v.0))
  }

  private func expectSame(_ text: String, _ expected: Position) throws {
    let reading = PositionText.read(text)
    let candidate = try #require(reading.candidates.first, "\(text): \(reading.problems)")
    let apart = Ellipsoid.inverse(from: candidate.position, to: expected).distanceMetres
    #expect(apart < 0.001, "\(text) is \(apart) m off")
  }

  @Test(arguments: [
    ("TG", 600_000, 300_000), ("TR", 600_000, 100_000), ("SV", 0, 0), ("SU", 400_000, 100_000),
    ("HP", 400_000, 1_200_000), ("NA", 0, 900_000), ("NT", 300_000, 600_000),
  ])
  func nationalGrid(square: String, east: Int, north: Int) throws {
    for (right, up) in [(51_409, 13_177), (0, 0), (99_999, 99_999)] {
      let expected = try transformed(Self.nationalGrid, Double(east + right) + 0.5, Double(north + up) + 0.5)
      try expectSame("\(square) \(padded(right)) \(padded(up))", expected)
    }
  }

  @Test(arguments: [
    ("31U", "DQ", 31, false, 448_251, 5_411_932), ("30U", "YB", 30, false, 712_345, 5_654_321),
    ("31U", "CS", 31, false, 385_000, 5_653_000), ("56H", "LH", 56, true, 334_873, 6_252_252),
    ("01N", "EA", 1, false, 500_001, 1), ("60X", "WT", 60, false, 505_000, 9_250_000),
  ])
  func militaryGrid(zone: String, square: String, number: Int, southern: Bool, east: Int, north: Int) throws {
    let definition = """
      +proj=pipeline +step +inv +proj=utm +zone=\(number) \(southern ? "+south" : "") +ellps=WGS84 \
      +step +proj=unitconvert +xy_in=rad +xy_out=deg
      """
    let middle = try transformed(definition, Double(east) + 0.5, Double(north) + 0.5)
    try expectSame("\(zone) \(square) \(padded(east % 100_000)) \(padded(north % 100_000))", middle)
    if north > 9999 {
      try expectSame("\(zone) \(east) \(north)", try transformed(definition, Double(east), Double(north)))
    }
  }

  private func padded(_ value: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: 5 - text.count) + text
  }
}
