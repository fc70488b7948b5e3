import Geodesy

/// Where transponders are being heard: for each cell the two craft that were heard there last.
///
/// What is silent where others are heard is silent by itself; what is silent where nobody is heard may only be out of
/// reach.
struct HearingMap: Sendable {
  private struct Cell: Hashable {
    let row: Int32
    let column: Int32
    let exercise: Bool
  }

  private struct Heard {
    var newest: (slot: Int32, at: Int32)
    var other: (slot: Int32, at: Int32)
  }

  private var cells: [Cell: Heard] = [:]
  private let limit: Int

  private static let cellDegrees = 0.06
  /// How long a cell counts as one where transponders are heard, in seconds.
  static let memorySeconds: Int32 = 300

  init(limit: Int) { self.limit = limit }

  mutating func note(_ position: Position, slot: Int, exercise: Bool, at now: Int32) {
    let cell = Self.cell(position, exercise)
    let slot = Int32(truncatingIfNeeded: slot)
    if var heard = cells[cell] {
      if heard.newest.slot != slot { heard.other = heard.newest }
      heard.newest = (slot, now)
      cells[cell] = heard
      return
    }
    if cells.count >= limit {
      cells = cells.filter { now &- $0.value.newest.at <= Self.memorySeconds }
      guard cells.count < limit else { return }
    }
    cells[cell] = Heard(newest: (slot, now), other: (slot, now &- 2 * Self.memorySeconds))
  }

  /// How many other craft were heard in the cell of a position within the last minutes, 0 to 2.
  ///
  /// - Parameter isWide: whether the two rings of cells around it count too.
  func others(at position: Position, than slot: Int, exercise: Bool, now: Int32, isWide: Bool = false) -> Int {
    let middle = Self.cell(position, exercise)
    let reach: Int32 = isWide ? 2 : 0
    var found: (first: Int32, count: Int) = (-1, 0)
    for row in middle.row - reach...middle.row + reach {
      for column in middle.column - reach...middle.column + reach {
        guard let heard = cells[Cell(row: row, column: column, exercise: exercise)] else { continue }
        for one in [heard.newest, heard.other]
        where one.slot != Int32(truncatingIfNeeded: slot) && now &- one.at <= Self.memorySeconds {
          if found.count > 0, found.first == one.slot { continue }
          if found.count == 1 { return 2 }
          found = (one.slot, 1)
        }
      }
    }
    return found.count
  }

  private static func cell(_ position: Position, _ exercise: Bool) -> Cell {
    Cell(
      row: Int32((position.latitudeDegrees / cellDegrees).rounded(.down)),
      column: Int32((position.longitudeDegrees / cellDegrees).rounded(.down)), exercise: exercise)
  }
}
