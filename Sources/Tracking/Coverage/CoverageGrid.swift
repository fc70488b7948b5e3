public import Geodesy

/// A box of sea cut into cells, row by row from the south-west.
public struct CoverageGrid: Hashable, Sendable {
  /// The box.
  public let box: BoundingBox
  /// The height and width that were asked for, in metres.
  public let cellMetres: Double
  /// Rows from south to north.
  public let rows: Int
  /// Columns from west to east.
  public let columns: Int

  /// Cells of one grid.
  public static let greatestCells = 40_000
  /// The smallest cell, in metres.
  public static let leastCellMetres = 50.0

  /// A grid over a box, or nil when it has no area or would need more than `greatestCells` cells.
  public init?(box: BoundingBox, cellMetres: Double) {
    guard cellMetres >= Self.leastCellMetres, cellMetres.isFinite else { return nil }
    let north = (box.northDegrees - box.southDegrees) * Self.metresPerDegree
    let narrowing = max(eastNorth(bearingDegrees: box.centre.latitudeDegrees).north, 0.01)
    let east = box.widthDegrees * Self.metresPerDegree * narrowing
    guard north > 0, east > 0 else { return nil }
    let rows = max(1, (north / cellMetres).rounded(.up))
    let columns = max(1, (east / cellMetres).rounded(.up))
    guard rows * columns <= Double(Self.greatestCells) else { return nil }
    self.box = box
    self.cellMetres = cellMetres
    self.rows = Int(rows)
    self.columns = Int(columns)
  }

  private static let metresPerDegree = 111_195.08

  /// How many cells there are.
  public var count: Int { rows * columns }

  /// The middle of a cell.
  public func centre(_ cell: Int) -> Position {
    let row = Double(cell / columns) + 0.5
    let column = Double(cell % columns) + 0.5
    return corner(row: row, column: column)
  }

  /// The cell of a position, or nil outside the box.
  public func cell(_ position: Position) -> Int? {
    guard box.contains(position) else { return nil }
    let east = (position.longitudeDegrees - box.westDegrees + 360).truncatingRemainder(dividingBy: 360)
    let north = position.latitudeDegrees - box.southDegrees
    let row = min(Int(north / (box.northDegrees - box.southDegrees) * Double(rows)), rows - 1)
    let column = min(Int(east / box.widthDegrees * Double(columns)), columns - 1)
    return row * columns + column
  }

  /// The box around a rectangle of cells.
  public func box(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> BoundingBox? {
    let low = corner(row: Double(rows.lowerBound), column: Double(columns.lowerBound))
    let high = corner(row: Double(rows.upperBound + 1), column: Double(columns.upperBound + 1))
    return BoundingBox(
      south: low.latitudeDegrees, west: low.longitudeDegrees, north: high.latitudeDegrees, east: high.longitudeDegrees)
  }

  /// Cells as few boxes, for drawing: runs along a row, joined over rows where they begin and end alike.
  public func boxes(of cells: [Int]) -> [BoundingBox] {
    var open: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>)] = []
    var done: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>)] = []
    let isIn = cells.reduce(into: [Bool](repeating: false, count: count)) { marks, cell in
      if marks.indices.contains(cell) { marks[cell] = true }
    }
    for row in 0..<rows {
      var next: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>)] = []
      for run in runs(row, isIn) {
        if let above = open.firstIndex(where: { $0.columns == run }) {
          next.append((run, open[above].rows.lowerBound...row))
          open.remove(at: above)
        } else {
          next.append((run, row...row))
        }
      }
      done += open
      open = next
    }
    return (done + open).compactMap { box(rows: $0.rows, columns: $0.columns) }
  }

  private func runs(_ row: Int, _ isIn: [Bool]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var first: Int?
    for column in 0...columns {
      let inside = column < columns && isIn[row * columns + column]
      if inside, first == nil { first = column }
      if !inside, let begun = first {
        runs.append(begun...column - 1)
        first = nil
      }
    }
    return runs
  }

  private func corner(row: Double, column: Double) -> Position {
    let latitude = box.southDegrees + (box.northDegrees - box.southDegrees) * row / Double(rows)
    let east = box.westDegrees + box.widthDegrees * column / Double(columns)
    let longitude = east > 180 ? east - 360 : east
    return Position(latitudeDegrees: min(max(latitude, -90), 90), longitudeDegrees: longitude) ?? box.centre
  }
}
