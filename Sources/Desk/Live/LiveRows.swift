import Geodesy
import Synchronization

/// Rows of tracks, joined by commas, with what is counted of them.
struct LiveRows: Sendable {
  private(set) var json: [UInt8] = []
  private(set) var coasting = 0

  mutating func add(_ row: LiveRow) {
    if !json.isEmpty { json.append(UInt8(ascii: ",")) }
    json.append(contentsOf: row.json)
    if row.isCoasting { coasting += 1 }
  }
}

extension LiveHub {
  /// The tracks in a box as they were last sent to everyone who watches; all of them without a box.
  func rows(in box: BoundingBox?) -> LiveRows {
    state.withLock { state in
      var rows = LiveRows()
      state.picture.forEachRow(in: box) { rows.add($0) }
      return rows
    }
  }
}
