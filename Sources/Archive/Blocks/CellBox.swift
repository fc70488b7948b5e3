import GRDB
import Geodesy

/// A rectangle in cells of a twentieth of a degree, coarse on purpose: it says where looking is worth while.
///
/// It never crosses the 180th meridian; what does, is as wide as the earth.
struct CellBox: Equatable {
  static let cellsPerDegree = 20.0

  var south: Int64
  var west: Int64
  var north: Int64
  var east: Int64

  /// The box that holds nothing.
  static let empty = CellBox(south: .max, west: .max, north: .min, east: .min)

  static func cell(_ degrees: Double) -> Int64 {
    Int64((degrees * cellsPerDegree).rounded(.down))
  }

  mutating func include(latitude: Double, longitude: Double) {
    let (row, column) = (Self.cell(latitude), Self.cell(longitude))
    (south, north) = (min(south, row), max(north, row))
    (west, east) = (min(west, column), max(east, column))
  }

  mutating func include(_ other: CellBox) {
    (south, north) = (min(south, other.south), max(north, other.north))
    (west, east) = (min(west, other.west), max(east, other.east))
  }

  func intersects(_ other: CellBox) -> Bool {
    south <= other.north && other.south <= north && west <= other.east && other.west <= east
  }

  /// One box, or two when the area crosses the 180th meridian; 180 itself is looked for on both sides of it.
  static func covering(_ area: BoundingBox) -> [CellBox] {
    let (south, north) = (cell(area.southDegrees), cell(area.northDegrees))
    var spans = [(area.westDegrees, area.eastDegrees)]
    if area.crossesAntimeridian { spans = [(area.westDegrees, 180), (-180, area.eastDegrees)] }
    if spans.contains(where: { $0.1 == 180 }) { spans.append((-180, -180)) }
    if spans.contains(where: { $0.0 == -180 }) { spans.append((180, 180)) }
    return spans.map { CellBox(south: south, west: cell($0.0), north: north, east: cell($0.1)) }
  }
}

extension CellBox {
  /// The edges under the names that statements use.
  var arguments: StatementArguments {
    ["south": south, "west": west, "north": north, "east": east]
  }
}
