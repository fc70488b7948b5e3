public import Geodesy

/// Plays the feeds of a night against a clock that is handed in, merged by time, in real time or faster.
///
/// A value without a clock of its own, as `NightPlayer` is: whoever holds it says what time it is and gets what is due.
public struct SensorPlayer: TimedPlayer, Sendable {
  /// The most emissions in one batch; what is left is due at once.
  public static let greatestBatch = 5000

  /// The clock of the night.
  public let clock: NightClock
  private var iterator: NightEmissions.Iterator
  private var waiting: NightEmission?

  /// A player at the first moment of a night.
  ///
  /// - Parameters:
  ///   - feeds: the places in `Night.feeds` of those that are played; nil for all.
  ///   - pace: 1 for real time, 10 for ten times as fast; held within `NightClock.paces`.
  ///   - began: what the clock shows now.
  public init(_ night: Night, feeds: [Int]? = nil, pace: Double = 1, began: Instant) {
    clock = NightClock(night, pace: pace, began: began)
    iterator = night.emissions(of: feeds).makeIterator()
    waiting = iterator.next()
  }

  /// What the clock will show when the next emission is due; nil when the night is over.
  public var nextDue: Instant? { waiting.map { clock.clockTime(at: $0.at) } }

  /// All that is due when the clock shows this, but at most `greatestBatch`; empty when there is nothing.
  public mutating func batch(upTo now: Instant) -> [NightEmission] {
    var batch: [NightEmission] = []
    while let emission = waiting, clock.clockTime(at: emission.at) <= now, batch.count < Self.greatestBatch {
      batch.append(emission)
      waiting = iterator.next()
    }
    return batch
  }

  /// Leaves out all that was due before the clock shows this: who joins a night in its middle hears nothing of before.
  public mutating func skip(to now: Instant) {
    while let emission = waiting, clock.clockTime(at: emission.at) < now { waiting = iterator.next() }
  }
}
