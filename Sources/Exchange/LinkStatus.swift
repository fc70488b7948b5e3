package import Geodesy
import Synchronization

/// How the link to a partner fares.
package final class LinkStatus: Sendable {
  /// What is known at one moment.
  package struct State: Sendable, Hashable {
    /// When the partner last answered with something that was good.
    package var lastHeard: Instant?
    /// Why nothing is taken now; nil when nothing is wrong.
    package var trouble: LinkFault?
    /// Since when that is so.
    package var since: Instant?
    /// How many of the partner's entries are still to come, as it last said.
    package var behind: Int64 = 0
    /// How many entries were taken since the desk came up.
    package var taken: Int64 = 0
    /// How many batches were refused since the desk came up because they broke what was promised.
    package var breaches: Int64 = 0
    /// How far the partner's clock stands before this one, in seconds; nil before it has said so.
    package var clockSeconds: Double?
    /// When the partner last asked this desk; nil when it has not since the desk came up.
    package var lastAsked: Instant?
    /// How many entries it was given since the desk came up.
    package var given: Int64 = 0
  }

  /// The partner's short code.
  package let code: String
  private let state = Mutex(State())

  package init(code: String) { self.code = code }

  package var now: State { state.withLock { $0 } }

  /// Notes an answer that was good.
  func heard(_ batch: LinkBatch, taken: Int, at time: Instant) {
    state.withLock { state in
      state.lastHeard = time
      state.trouble = nil
      state.since = nil
      state.behind = batch.waiting
      state.taken += Int64(taken)
      let ahead = batch.milliseconds.subtractingReportingOverflow(time.millisecondsSince1970)
      state.clockSeconds = ahead.overflow ? .infinity : Double(ahead.partialValue) / 1_000
    }
  }

  /// Notes why nothing was taken.
  ///
  /// - Returns: whether that is news.
  @discardableResult
  func troubled(_ fault: LinkFault, at time: Instant) -> Bool {
    state.withLock { state in
      let isNews = state.trouble?.reason != fault.reason
      if isNews { state.since = time }
      state.trouble = fault
      if fault.isBreach { state.breaches += 1 }
      return isNews
    }
  }

  /// Notes that the partner asked and was answered.
  package func asked(given: Int, at time: Instant) {
    state.withLock { state in
      state.lastAsked = time
      state.given += Int64(given)
    }
  }
}
