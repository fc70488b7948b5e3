package import Geodesy
import Ledger

/// The machine's clock was moved, or stands behind the ledger: whoever reads recorded times later must know.
struct ClockMoved: Fact {
  static let kind = "clock.moved"

  /// How far, in whole seconds, forward positive.
  var seconds: Int64
  /// `running`, or `stopped` when it stood behind the last entry as the desk was opened.
  var noticed: String

  var aggregate: String { "clock" }
}

extension Centre {
  /// Records that the clock was moved.
  ///
  /// - Parameter whileRunning: false when it was found to stand behind the ledger at the start.
  package func noteClock(movedByMilliseconds milliseconds: Int64, whileRunning: Bool) async throws {
    try await recordAsMachine(
      ClockMoved(seconds: milliseconds / 1000, noticed: whileRunning ? "running" : "stopped"), priority: .record)
  }

  /// The latest of the times at which the last entries were recorded, nil for an empty ledger.
  package func lastRecorded() throws -> Instant? {
    let size = ledger.head.size
    return try ledger.reader.entry(size).map { Instant(millisecondsSince1970: $0.recordedMilliseconds) }
  }
}
