import Geodesy
import Synchronization

/// Since when each thing has stood as it stands.
final class HealthBook: Sendable {
  private let known = Mutex<[HealthLine.Part: (condition: String, since: Instant)]>([:])

  /// Notes how everything stands now.
  ///
  /// - Returns: the same lines, each with the moment at which it was first seen so.
  func note(_ lines: [HealthLine], at now: Instant) -> [HealthLine] {
    known.withLock { known in
      lines.map { line in
        var line = line
        if known[line.part]?.condition != line.condition { known[line.part] = (line.condition, line.since ?? now) }
        line.since = known[line.part]?.since
        return line
      }
    }
  }
}
