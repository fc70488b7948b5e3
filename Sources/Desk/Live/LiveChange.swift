import Geodesy

/// What one tick of the desk's clock changed, encoded once for everyone who watches.
struct LiveChange: Sendable {
  /// Counts up by one a tick; with the hub's own mark it is the identifier of the event.
  let number: Int64
  /// Rows of tracks, joined by commas, by the cell of the chart in which they are now.
  var rows: [ChartCell: [UInt8]] = [:]
  /// Rows of distress transmitters, which everyone is shown wherever they look.
  var distress: [UInt8] = []
  /// Identifiers of tracks that ended, as JSON strings joined by commas.
  var gone: [UInt8] = []

  var isEmpty: Bool { rows.isEmpty && distress.isEmpty && gone.isEmpty }

  /// Appends the events by which whoever looks at these boxes learns of the change.
  func write(_ boxes: [BoundingBox], to bytes: inout [UInt8]) {
    let seen = rows.filter { cell, _ in boxes.contains(where: cell.touches) }
    if !seen.isEmpty || !distress.isEmpty {
      var json = JSONText(reserving: seen.values.reduce(distress.count + 64) { $0 + $1.count + 1 })
      json.object { json in
        json.key("tracks")
        json.array { json in
          for rows in seen.values { json.encoded(rows) }
          json.encoded(distress)
        }
      }
      bytes += ServerSentEvent.encode("tracks", data: json.bytes)
    }
    if !gone.isEmpty {
      bytes += ServerSentEvent.encode("gone", data: Array("{\"ids\":[".utf8) + gone + Array("]}".utf8))
    }
  }
}

/// The row of one track, ready to be sent.
struct LiveRow: Sendable {
  let trackID: String
  let position: Position
  /// Whether it is a distress transmitter.
  var isDistress = false
  /// Whether it has been silent for longer than it should be.
  var isCoasting = false
  /// The row as a JSON array.
  let json: [UInt8]
}
