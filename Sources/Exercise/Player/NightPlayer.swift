public import Geodesy

/// Plays a night against a clock that is handed in, in real time or faster.
///
/// A value without a clock of its own: whoever holds it says what time it is and gets what is due. The night's first moment
/// falls on the moment at which it was begun.
public struct NightPlayer: TimedPlayer, Sendable {
  /// The most sentences in one batch; what is left is due at once.
  public static let greatestBatch = 5000
  /// The slowest and the fastest pace.
  public static let paces = NightClock.paces

  /// The night that is played.
  public let night: Night
  /// The clock of the night.
  private let clock: NightClock
  private var iterator: NightSentences.Iterator
  private var waiting: ExerciseSentence?

  /// A player at the first moment of a night.
  ///
  /// - Parameters:
  ///   - pace: 1 for real time, 10 for ten times as fast; held within `paces`.
  ///   - began: what the clock shows now.
  public init(_ night: Night, pace: Double = 1, began: Instant) {
    self.night = night
    clock = NightClock(night, pace: pace, began: began)
    iterator = night.sentences().makeIterator()
    waiting = iterator.next()
  }

  /// How many seconds of the night pass in a second of the clock.
  public var pace: Double { clock.pace }
  /// What the clock showed when the night began.
  public var began: Instant { clock.began }

  /// What time it is in the night when the clock shows this.
  public func nightTime(at clock: Instant) -> Instant { self.clock.nightTime(at: clock) }

  /// What the clock will show when the next sentence is due; nil when the night is over.
  public var nextDue: Instant? { waiting.map { clock.clockTime(at: $0.at) } }

  /// All sentences that are due when the clock shows this, but at most `greatestBatch`; empty when there are none.
  public mutating func batch(upTo clock: Instant) -> [ExerciseSentence] {
    var batch: [ExerciseSentence] = []
    while let sentence = waiting, let due = nextDue, due <= clock, batch.count < Self.greatestBatch {
      batch.append(sentence)
      waiting = iterator.next()
    }
    return batch
  }
}
