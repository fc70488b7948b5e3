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
    // The 180th meridian has two names: what touches it by one touches it by the other.
    return box.spans(west, Double(column + 1) / Self.cellsPerDegree)
      || (west == 180 && box.spans(-180, -180)) || (west == -180 && box.spans(180, 180))
  }
}

extension BoundingBox {
  /// Whether the box shares a meridian with those from `west` to `east`.
  fileprivate func spans(_ west: Double, _ east: Double) -> Bool {
    let (reachesWest, reachesEast) = (east >= westDegrees, west <= eastDegrees)
    return crossesAntimeridian ? reachesWest || reachesEast : reachesWest && reachesEast
  }
}
