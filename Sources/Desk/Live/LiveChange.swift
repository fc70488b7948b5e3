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
  /// Whole events that go to everyone: entries of the watch log, the status of the desk.
  var announcements: [[UInt8]] = []

  var isEmpty: Bool { rows.isEmpty && distress.isEmpty && gone.isEmpty && announcements.isEmpty }
}

/// The row of one track, ready to be sent.
struct LiveRow: Sendable {
  let trackID: String
  let position: Position
  /// Whether it is a distress transmitter.
  var isDistress = false
  /// The row as a JSON array.
  let json: [UInt8]
}
