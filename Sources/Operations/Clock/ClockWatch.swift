package import Geodesy

/// Tells whether the machine's clock has been moved, from a second clock that nobody can set.
///
/// Two clocks that are only slewed towards the right time drift apart slowly; one that is set jumps. The ledger's order
/// is that of its sequence, so a jump disorders nothing, but the times on the screen and in the record then mislead.
package struct ClockWatch: Sendable {
  /// Jumps smaller than this between two looks pass for slewing and for a machine out of breath.
  package static let leastMilliseconds: Int64 = 1_500

  /// How long the screen tells of a jump.
  package static let toldForMilliseconds: Int64 = 3_600_000

  /// What is to be told of the clock.
  package struct Report: Hashable, Sendable {
    /// How far it was moved within the last hour, forward positive, in seconds; nil when it was not.
    package var movedSeconds: Double?
    /// How far it stands behind the last entry of the ledger, in seconds; nil when it does not.
    package var behindSeconds: Double?
    /// How often it was moved since the start.
    package var moves: Int
  }

  private var offsetMilliseconds: Int64
  private var moved: (byMilliseconds: Int64, steady: Instant)?
  private var moves = 0

  /// Begins to watch.
  package init(wall: Instant, steady: Instant) {
    offsetMilliseconds = Self.offset(wall, steady)
  }

  /// Compares the clocks anew.
  ///
  /// - Returns: how far the clock has been moved since the last look, forward positive, in milliseconds; nil when it was
  ///   not.
  package mutating func look(wall: Instant, steady: Instant) -> Int64? {
    let offset = Self.offset(wall, steady)
    let jump = offset - offsetMilliseconds
    offsetMilliseconds = offset
    guard jump.magnitude >= Self.leastMilliseconds else { return nil }
    // Set wrong and right again within the hour is told as nothing.
    let untold = moved.flatMap {
      steady.millisecondsSince1970 - $0.steady.millisecondsSince1970 < Self.toldForMilliseconds
        ? $0.byMilliseconds : nil
    }
    moved = (jump + (untold ?? 0), steady)
    moves += 1
    return jump
  }

  /// What is to be told now.
  ///
  /// - Parameter lastRecorded: the time of the last entry of the ledger; nil when it is not to be compared.
  package func report(wall: Instant, steady: Instant, lastRecorded: Instant?) -> Report {
    var report = Report(movedSeconds: nil, behindSeconds: nil, moves: moves)
    if let moved, moved.byMilliseconds.magnitude >= Self.leastMilliseconds,
      steady.millisecondsSince1970 - moved.steady.millisecondsSince1970 < Self.toldForMilliseconds
    {
      report.movedSeconds = Double(moved.byMilliseconds) / 1000
    }
    if let lastRecorded {
      let behind = lastRecorded.millisecondsSince1970 - wall.millisecondsSince1970
      if behind >= Self.leastMilliseconds { report.behindSeconds = Double(behind) / 1000 }
    }
    return report
  }

  private static func offset(_ wall: Instant, _ steady: Instant) -> Int64 {
    wall.millisecondsSince1970 &- steady.millisecondsSince1970
  }
}
