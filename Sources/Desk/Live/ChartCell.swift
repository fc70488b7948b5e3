import Geodesy

/// A cell of the chart, a quarter of a degree on a side: the unit in which live changes are encoded once and shared.
struct ChartCell: Hashable, Sendable {
  static let cellsPerDegree = 4.0

  let row: Int16
  let column: Int16

  init(_ position: Position) {
    row = Int16((position.latitudeDegrees * Self.cellsPerDegree).rounded(.down))
    column = Int16((position.longitudeDegrees * Self.cellsPerDegree).rounded(.down))
  }

  /// Whether any part of the cell lies in the box.
  func touches(_ box: BoundingBox) -> Bool {
    let south = Double(row) / Self.cellsPerDegree
    let north = Double(row + 1) / Self.cellsPerDegree
    guard north >= box.southDegrees, south <= box.northDegrees else { return false }
    let west = Double(column) / Self.cellsPerDegree
    let east = Double(column + 1) / Self.cellsPerDegree
    if box.westDegrees <= box.eastDegrees { return east >= box.westDegrees && west <= box.eastDegrees }
    return east >= box.westDegrees || west <= box.eastDegrees
  }
}
