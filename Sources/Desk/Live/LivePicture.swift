import Geodesy

/// The rows of all tracks as they are now, by the cell of the chart in which they are.
struct LivePicture: Sendable {
  private struct Held: Sendable {
    var row: LiveRow
    var cell: ChartCell
    /// Its place in the list of its cell.
    var place: Int
  }

  private var slots: [String: Int] = [:]
  private var held: [Held?] = []
  private var free: [Int] = []
  private var cells: [ChartCell: [Int]] = [:]
  /// Slots of distress transmitters.
  private var distress: Set<Int> = []

  /// The cells that any of the boxes touches and that hold something.
  func cells(in boxes: [BoundingBox]) -> [ChartCell] {
    cells.keys.filter { cell in boxes.contains(where: cell.touches) }
  }

  /// Appends the rows of a cell but those of distress transmitters, joined by commas.
  func write(_ cell: ChartCell, to json: inout JSONText) {
    for slot in cells[cell] ?? [] {
      if let held = held[slot], !held.row.isDistress { json.encoded(held.row.json) }
    }
  }

  /// Appends the rows of all distress transmitters, joined by commas.
  func writeDistress(to json: inout JSONText) {
    for slot in distress { json.encoded(held[slot]?.row.json ?? []) }
  }

  /// Hands on every row in a box; all of them without a box.
  func forEachRow(in box: BoundingBox?, _ body: (LiveRow) -> Void) {
    for (cell, list) in cells where box.map(cell.touches) ?? true {
      for slot in list {
        if let row = held[slot]?.row, box?.contains(row.position) ?? true { body(row) }
      }
    }
  }

  mutating func replace(_ row: LiveRow, in change: inout LiveChange) {
    let cell = ChartCell(row.position)
    let slot = slot(of: row.trackID)
    var place: Int?
    if let before = held[slot] {
      if before.cell == cell {
        place = before.place
      } else {
        leave(before)
        // Whoever looks only at the cell that it left must see it leave.
        Self.add(row.json, to: &change.rows[before.cell, default: []])
      }
    }
    held[slot] = Held(row: row, cell: cell, place: place ?? enter(slot, cell))
    let wasDistress = !distress.isEmpty && distress.remove(slot) != nil
    if row.isDistress { distress.insert(slot) }
    if row.isDistress || wasDistress {
      Self.add(row.json, to: &change.distress)
    } else {
      Self.add(row.json, to: &change.rows[cell, default: []])
    }
  }

  mutating func remove(_ trackID: String, in change: inout LiveChange) {
    guard let slot = slots.removeValue(forKey: trackID), let before = held[slot] else { return }
    leave(before)
    held[slot] = nil
    free.append(slot)
    distress.remove(slot)
    var json = JSONText()
    json.string(trackID)
    Self.add(json.bytes, to: &change.gone)
  }

  private mutating func slot(of trackID: String) -> Int {
    if let slot = slots[trackID] { return slot }
    let slot = free.popLast() ?? held.count
    if slot == held.count { held.append(nil) }
    slots[trackID] = slot
    return slot
  }

  private mutating func enter(_ slot: Int, _ cell: ChartCell) -> Int {
    let place = cells[cell]?.count ?? 0
    cells[cell, default: []].append(slot)
    return place
  }

  /// Takes a row out of the list of its cell; the last of the list takes its place.
  private mutating func leave(_ row: Held) {
    guard var list = cells.removeValue(forKey: row.cell), let last = list.popLast() else { return }
    if row.place < list.count {
      list[row.place] = last
      held[last]?.place = row.place
    }
    if !list.isEmpty { cells[row.cell] = list }
  }

  /// Appends a value behind a comma where one is needed.
  private static func add(_ value: [UInt8], to values: inout [UInt8]) {
    if !values.isEmpty { values.append(UInt8(ascii: ",")) }
    values.append(contentsOf: value)
  }
}
