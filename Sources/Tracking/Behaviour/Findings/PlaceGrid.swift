import Geodesy

/// Craft by the cell that they are in, to find those near one without looking at all.
struct PlaceGrid: Sendable {
  private struct Entry {
    let key: UInt64
    let slot: Int
  }

  private var entries: [Entry] = []
  private let rowDegrees: Double

  /// The widest columns at the edges of a search; it is bounded there, since near the poles columns are narrow.
  private static let greatestColumns: Int64 = 64

  /// A grid whose cells are so many metres high.
  init(cellMetres: Double, _ craft: [(slot: Int, position: Position)]) {
    rowDegrees = max(cellMetres, 10) / WatchedCraft.metresPerDegreeNorth
    entries = craft.map { item in
      Entry(key: Self.key(row(item.position), column(item.position.longitudeDegrees)), slot: item.slot)
    }.sorted { ($0.key, $0.slot) < ($1.key, $1.slot) }
  }

  /// Calls back for each craft in the cells within a distance of a position, and for some that are a little further.
  func near(_ position: Position, metres: Double, _ body: (Int) -> Void) {
    let rows = Int64((metres / WatchedCraft.metresPerDegreeNorth / rowDegrees).rounded(.up))
    let narrowing = max(eastNorth(bearingDegrees: position.latitudeDegrees).north, 0.01)
    let columns = min(Int64((Double(rows) / narrowing).rounded(.up)), Self.greatestColumns)
    let middle = column(position.longitudeDegrees)
    for row in row(position) - rows...row(position) + rows {
      let first = Self.key(row, middle - columns)
      let last = Self.key(row, middle + columns)
      var index = firstIndex(atLeast: first)
      while index < entries.count, entries[index].key <= last {
        body(entries[index].slot)
        index += 1
      }
    }
  }

  private func row(_ position: Position) -> Int64 { Int64((position.latitudeDegrees / rowDegrees).rounded(.down)) }
  private func column(_ longitude: Double) -> Int64 { Int64((longitude / rowDegrees).rounded(.down)) }

  private static func key(_ row: Int64, _ column: Int64) -> UInt64 {
    UInt64(truncatingIfNeeded: (row + 1 << 31) << 32) | UInt64(truncatingIfNeeded: column + 1 << 31)
  }

  private func firstIndex(atLeast key: UInt64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
