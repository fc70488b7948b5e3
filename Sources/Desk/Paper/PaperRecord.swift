import Geodesy
import Synchronization

/// How the writing of the sheets fares: what a watch must know when it counts on them.
final class PaperRecord: Sendable {
  private struct State {
    var written: Instant?
    var failure: String?
    var failures = 0
  }

  /// How often they are written; sheets older than twice this are late.
  let everyMinutes: Int
  /// When the desk came up: the first sheets are waited for from then on.
  private let started: Instant
  private let state = Mutex(State())

  init(everyMinutes: Int, started: Instant) {
    self.everyMinutes = everyMinutes
    self.started = started
  }

  func note(written moment: Instant) {
    state.withLock { state in
      state.written = moment
      state.failure = nil
    }
  }

  func note(failure: String) {
    state.withLock { state in
      state.failure = failure
      state.failures += 1
    }
  }

  /// How often they could not be written.
  var failures: Int { state.withLock { $0.failures } }

  /// The age of the newest sheets, in seconds; since the start when there are none yet.
  func ageSeconds(at now: Instant) -> Double { now.seconds(since: state.withLock { $0.written } ?? started) }

  /// What is wrong, in words; nil when nothing is.
  func trouble(at now: Instant) -> String? {
    if let failure = state.withLock({ $0.failure }) { return "The sheets to print could not be written: \(failure)" }
    let minutes = Int(ageSeconds(at: now) / 60)
    return minutes >= 2 * everyMinutes ? "The sheets to print are \(minutes) minutes old." : nil
  }
}
