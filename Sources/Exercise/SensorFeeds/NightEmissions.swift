import Geodesy

/// The bytes of some feeds of a night in the order of time, made one after the other as they are asked for.
///
/// Only the next emission of each feed is held; each iteration begins anew. At the same moment the feed that stands
/// first goes first.
public struct NightEmissions: Sequence, Sendable {
  private let night: Night
  private let feeds: [Int]

  init(_ night: Night, feeds: [Int]) {
    self.night = night
    self.feeds = feeds
  }

  /// Begins at the first emission.
  public func makeIterator() -> Iterator { Iterator(night, feeds) }

  /// Where an iteration stands.
  public struct Iterator: IteratorProtocol, Sendable {
    private struct Waiting: Sendable {
      let feed: Int
      var source: any FeedSource
      var next: (milliseconds: Int64, bytes: [UInt8])?
    }

    private let start: Instant
    private var waiting: [Waiting]

    init(_ night: Night, _ feeds: [Int]) {
      start = night.start
      waiting = feeds.compactMap { feed in
        guard var source = night.source(ofFeed: feed) else { return nil }
        let next = source.next()
        return Waiting(feed: feed, source: source, next: next)
      }
    }

    /// The next emission, or nil when all feeds have ended.
    public mutating func next() -> NightEmission? {
      var first: Int?
      var moment = Int64.max
      for (index, feed) in waiting.enumerated() {
        if let next = feed.next, next.milliseconds < moment { (first, moment) = (index, next.milliseconds) }
      }
      guard let first, let emission = waiting[first].next else { return nil }
      waiting[first].next = waiting[first].source.next()
      return NightEmission(
        at: start.adding(milliseconds: emission.milliseconds), feed: waiting[first].feed, bytes: emission.bytes)
    }
  }
}
