import Geodesy

/// What makes the bytes of a feed, one emission after the other.
protocol FeedSource: Sendable {
  /// The next emission with its moment in milliseconds since the start of the night, never before the last; nil at
  /// the end.
  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])?
}

/// The sentences of a night's transponders as a feed.
struct SentenceSource: FeedSource {
  private var sentences: NightSentences.Iterator
  private let startMilliseconds: Int64

  init(_ night: Night) {
    sentences = night.sentences().makeIterator()
    startMilliseconds = night.start.millisecondsSince1970
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    sentences.next().map { ($0.at.millisecondsSince1970 - startMilliseconds, $0.line) }
  }
}
