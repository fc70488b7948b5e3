/// Points in even rows and columns of latitude and longitude, on which a field has its values.
///
/// Point number `row * columns + column` lies in a row counted from the south and a column counted from the west.
public struct FieldGrid: Hashable, Sendable {
  /// The southernmost row, degrees north.
  public let southDegrees: Double
  /// The westernmost column, degrees east.
  public let westDegrees: Double
  /// Degrees between rows.
  public let latitudeStepDegrees: Double
  /// Degrees between columns.
  public let longitudeStepDegrees: Double
  /// How many rows, at least 2.
  public let rows: Int
  /// How many columns, at least 2.
  public let columns: Int
  /// Whether the last column is followed by the first, around the earth.
  public let isRound: Bool
  /// Rows and columns a degree: multiplying is quicker than dividing, and every particle asks at every step.
  private let rowsPerDegree: Double
  private let columnsPerDegree: Double

  /// The most points that a grid may have.
  public static let mostPoints = 16_000_000

  /// A grid, or nil when it has fewer than two rows or columns, more than 16 million points, or leaves the earth.
  public init?(
    southDegrees: Double, westDegrees: Double, latitudeStepDegrees: Double, longitudeStepDegrees: Double, rows: Int,
    columns: Int
  ) {
    guard rows >= 2, columns >= 2, rows <= Self.mostPoints, columns <= Self.mostPoints / rows,
      latitudeStepDegrees > 0, longitudeStepDegrees > 0, southDegrees >= -90 - Self.slack, westDegrees.magnitude <= 360,
      southDegrees + Double(rows - 1) * latitudeStepDegrees <= 90 + Self.slack,
      Double(columns - 1) * longitudeStepDegrees <= 360 + Self.slack
    else { return nil }
    self.southDegrees = southDegrees
    self.westDegrees = westDegrees
    self.latitudeStepDegrees = latitudeStepDegrees
    self.longitudeStepDegrees = longitudeStepDegrees
    self.rows = rows
    self.columns = columns
    (rowsPerDegree, columnsPerDegree) = (1 / latitudeStepDegrees, 1 / longitudeStepDegrees)
    isRound = (Double(columns) * longitudeStepDegrees - 360).magnitude < Self.slack
  }

  /// How many points there are.
  public var points: Int { rows * columns }

  /// Degrees by which the edges of a grid may be off, since files round them.
  static let slack = 1e-3

  /// The cell in which a place lies, and how far into it; nil outside the grid.
  ///
  /// - Returns: the numbers of the four points around the place and the fractions 0 to 1 of the way to the north and to
  ///   the east.
  @inline(__always)
  func cell(latitude: Double, longitude: Double) -> FieldCell? {
    let row = (latitude - southDegrees) * rowsPerDegree
    let highest = Double(rows - 1)
    let rounding = Self.slack * rowsPerDegree
    guard row >= -rounding, row <= highest + rounding, longitude.magnitude <= 3600 else { return nil }
    var east = longitude - westDegrees
    if east < 0 || east >= 360 { east -= 360 * (east / 360).rounded(.down) }
    var column = east * columnsPerDegree
    let last = Double(columns - 1)
    let columnRounding = Self.slack * columnsPerDegree
    if column > last {
      if isRound {
        let westRow = min(max(Int(row), 0), rows - 2)
        return FieldCell(
          southWest: westRow * columns + columns - 1, southEast: westRow * columns, stride: columns,
          north: min(max(row - Double(westRow), 0), 1), east: min(column - last, 1))
      }
      // A place just west of the first column comes out at the far end of the turn.
      let fullTurn = 360 / longitudeStepDegrees
      if column <= last + columnRounding {
        column = last
      } else if column >= fullTurn - columnRounding {
        column = 0
      } else {
        return nil
      }
    }
    let southRow = min(max(Int(row), 0), rows - 2)
    let westColumn = min(Int(column), columns - 2)
    let first = southRow * columns + westColumn
    return FieldCell(
      southWest: first, southEast: first + 1, stride: columns, north: min(max(row - Double(southRow), 0), 1),
      east: column - Double(westColumn))
  }
}

/// The four points around a place and its way into the cell.
struct FieldCell {
  let southWest: Int
  let southEast: Int
  /// From a point to its northern neighbour.
  let stride: Int
  /// The fraction of the way to the northern points.
  let north: Double
  /// The fraction of the way to the eastern points.
  let east: Double
}
