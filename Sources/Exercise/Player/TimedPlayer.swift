public import Geodesy

/// Plays what a night holds, by a clock that is handed in.
public protocol TimedPlayer {
  /// What it plays.
  associatedtype Item: Sendable

  /// What the clock will show when the next item is due; nil when the night is over.
  var nextDue: Instant? { get }

  /// What is due when the clock shows this; empty when there is nothing.
  mutating func batch(upTo clock: Instant) -> [Item]
}

extension TimedPlayer {
  /// Plays from where it stands to the end of the night and hands over each batch when it is due.
  ///
  /// - Parameters:
  ///   - stepMilliseconds: the shortest wait, so that a busy night does not wake the player for each item.
  ///   - now: what the clock shows.
  ///   - sleep: waits until the clock shows that moment; it throws when the playing is to stop.
  ///   - deliver: takes a batch, which is never empty; the player waits for it.
  /// - Throws: what `sleep` or `deliver` throws.
  public mutating func run(
    stepMilliseconds: Int64 = 100, now: @Sendable () -> Instant, sleep: @Sendable (Instant) async throws -> Void,
    deliver: @Sendable ([Item]) async throws -> Void
  ) async throws {
    while let due = nextDue {
      let moment = now()
      let batch = batch(upTo: moment)
      if batch.isEmpty {
        try await sleep(max(due, moment.adding(milliseconds: max(1, stepMilliseconds))))
      } else {
        try await deliver(batch)
      }
    }
  }
}
