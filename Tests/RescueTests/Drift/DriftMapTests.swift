import Foundation
import Geodesy
import Testing

@testable import Rescue

@Suite struct DriftMapTests {
  private func ensemble(_ particles: Int = 1500, seed: UInt64 = 1) throws -> DriftEnsemble {
    var scenario = DriftTestScenario.make("REFUGEE-RAFT-2", particles: particles)
    scenario.seed = seed
    scenario.hours = 3
    return try DriftRun(scenario).ensemble()
  }

  @Test func probabilitiesAddUpToOne() throws {
    for hour in [0, 3] {
      let map = try #require(DriftMap(try ensemble(), hour: hour))
      #expect((map.probabilities.reduce(0, +) - 1).magnitude < 1e-9)
    }
  }

  @Test func areasHoldTheirShareAndNest() throws {
    let ensemble = try ensemble()
    let map = try #require(DriftMap(ensemble, hour: 3))
    let areas = DriftGeoJSON.usualShares.map { SearchArea(map, share: $0) }
    for area in areas {
      #expect(area.probability >= area.share - 1e-6 && area.probability < area.share + 0.02)
    }
    #expect(areas[0].areaSquareMetres < areas[1].areaSquareMetres)
    #expect(areas[1].areaSquareMetres < areas[2].areaSquareMetres)
    // Particles that the map was not made from lie in its area as often as it says.
    let others = try self.ensemble(seed: 2)
    let inside = (0..<others.count).count { areas[1].holds(others.position($0, hour: 3)) }
    #expect((Double(inside) / Double(others.count) - 0.9).magnitude < 0.03)
  }

  @Test func outlinesTurnAroundHolesAndCorners() {
    // Two cells that meet at a corner, and a ring of cells around a hole.
    let marks = [
      true, false, false, false, false,  //
      false, true, true, true, false,  //
      false, true, false, true, false,  //
      false, true, true, true, false,
    ]
    var outline = CellOutline(marks: marks, rows: 4, columns: 5)
    let rings = outline.rings()
    #expect(rings.map(CellOutline.doubleArea).sorted() == [-2, 2, 18])
    #expect(rings.allSatisfy { $0.count == 4 })
  }

  @Test(arguments: 1...20) func outlinesEncloseTheirCells(seed: Int) {
    let chance = DriftChance(seed: UInt64(seed))
    let marks = (0..<(12 * 9)).map { chance.unit(.jibe, particle: $0) < 0.55 }
    var outline = CellOutline(marks: marks, rows: 12, columns: 9)
    let rings = outline.rings()
    #expect(rings.reduce(0) { $0 + CellOutline.doubleArea($1) } == 2 * marks.count { $0 })
    for cell in marks.indices {
      let corner = CellOutline.Corner(Int32(cell % 9), Int32(cell / 9))
      let around = rings.count { CellOutline.contains($0, cellAt: corner) }
      #expect(around.isMultiple(of: 2) != marks[cell])
    }
  }

  @Test func geoJSONIsReadAsSuch() throws {
    let ensemble = try ensemble(400)
    let map = try #require(DriftMap(ensemble, hour: 3))
    for text in [DriftGeoJSON.map(map), DriftGeoJSON.areas(ensemble)] {
      let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(document["type"] as? String == "FeatureCollection")
      #expect((document["features"] as? [Any])?.isEmpty == false)
    }
    // A datum and three areas for each of four hours.
    let features = DriftGeoJSON.areas(ensemble).split(separator: "\n").count { $0.contains("\"Feature\"") }
    #expect(features == 16)
  }

  @Test func theTIFFSaysWhereItLies() throws {
    let map = try #require(DriftMap(try ensemble(), hour: 3))
    let bytes = map.geoTIFF()
    #expect(Array(bytes.prefix(8)) == [0x49, 0x49, 42, 0, 8, 0, 0, 0])
    let tags = TIFFReader(bytes)
    #expect(tags.whole(256) == map.columns && tags.whole(257) == map.rows)
    #expect(tags.whole(258) == 32 && tags.whole(339) == 3 && tags.whole(259) == 1)
    let strip = try #require(tags.whole(273))
    #expect(strip + map.rows * map.columns * 4 == bytes.count)
    // The first value lies in the north-west, the tie point at its corner.
    let sum = (0..<(map.rows * map.columns)).reduce(0) { $0 + Double(tags.float(at: strip + 4 * $1)) }
    #expect((sum - 1).magnitude < 1e-4)
    let peak = try #require(map.probabilities.indices.max { map.probabilities[$0] < map.probabilities[$1] })
    let row = map.rows - 1 - peak / map.columns
    let found = tags.float(at: strip + 4 * (row * map.columns + peak % map.columns))
    #expect(found == Float(map.probabilities[peak]))
    let north = map.southDegrees + Double(map.rows) * map.cellHeightDegrees
    #expect(tags.doubles(33922) == [0, 0, 0, map.westDegrees, north, 0])
    #expect(tags.doubles(33550) == [map.cellWidthDegrees, map.cellHeightDegrees, 0])
  }

  @Test(arguments: [Double.nan, 0, -5, 1e-300, 1e300, .infinity]) func anySizeOfCellMakesAMap(metres: Double) throws {
    let map = try #require(DriftMap(try ensemble(200), hour: 3, cellMetres: metres))
    #expect(map.rows <= DriftMap.mostCells && map.columns <= DriftMap.mostCells)
    #expect((map.probabilities.reduce(0, +) - 1).magnitude < 1e-9)
  }
}

extension SearchArea {
  /// Whether a place lies in the area, by its rings.
  fileprivate func holds(_ position: Position) -> Bool {
    parts.contains { part in
      let rings = [part.outline] + part.holes
      let inside = rings.count { ring in
        let corners = ring.map { Position(latitudeDegrees: $0.latitudeDegrees, longitudeDegrees: $0.longitudeDegrees)! }
        return Polygon(ring: corners)!.contains(position)
      }
      return !inside.isMultiple(of: 2)
    }
  }
}

/// Just enough of a reader of TIFF to look at what was written.
private struct TIFFReader {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func number(_ place: Int, _ count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
  }

  private func entry(_ tag: Int) -> Int? {
    (0..<Int(number(8, 2))).map { 10 + 12 * $0 }.first { Int(number($0, 2)) == tag }
  }

  func whole(_ tag: Int) -> Int? {
    entry(tag).map { Int(number($0 + 8, number($0 + 2, 2) == 3 ? 2 : 4)) }
  }

  func doubles(_ tag: Int) -> [Double]? {
    entry(tag).map { entry in
      let start = Int(number(entry + 8, 4))
      return (0..<Int(number(entry + 4, 4))).map { Double(bitPattern: number(start + 8 * $0, 8)) }
    }
  }

  func float(at place: Int) -> Float { Float(bitPattern: UInt32(number(place, 4))) }
}
