package import Geodesy

/// How much of a feed could be read since the desk came up.
package struct FeedCounts: Hashable, Sendable {
  /// The feed's name.
  package let name: String
  /// Whether it speaks only when something happens, so that its silence says nothing.
  package let isOccasional: Bool
  /// Whether the feed is part of an exercise.
  package let exercise: Bool
  /// Bytes taken in.
  package let bytes: Int
  /// Sentences with a good checksum.
  package let sentences: Int
  /// Messages decoded.
  package let messages: Int
  /// Refusals by reason, as `RefusalReason` spells it.
  package let refusals: [String: Int]
  /// When bytes last arrived.
  package let lastArrived: Instant?
  /// When a message was last decoded.
  package let lastMessage: Instant?

  /// All refusals together.
  package var refused: Int { refusals.values.reduce(0, +) }
}
