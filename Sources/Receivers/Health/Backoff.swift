/// The waits between attempts to open a feed: each twice the last, up to a limit.
struct Backoff {
  private let firstMilliseconds: Int64
  private let longestMilliseconds: Int64
  private var waitMilliseconds: Int64

  init(limits: ReceiverLimits) {
    firstMilliseconds = max(1, limits.firstRetryMilliseconds)
    longestMilliseconds = max(firstMilliseconds, limits.longestRetryMilliseconds)
    waitMilliseconds = firstMilliseconds
  }

  /// Begins again with the first wait, after a feed that did bring something.
  mutating func reset() {
    waitMilliseconds = firstMilliseconds
  }

  /// The next wait: between half and all of the doubled time, so that receivers that fell together rise apart.
  mutating func nextMilliseconds(jitter: Double) -> Int64 {
    let wait = waitMilliseconds
    waitMilliseconds = min(longestMilliseconds, waitMilliseconds.multipliedReportingOverflow(by: 2).partialValue)
    let share = 1 - min(max(jitter, 0), 1) / 2
    return max(1, Int64(Double(wait) * share))
  }
}
