public import Geodesy

/// Bytes of one feed in the order of their arrival.
///
/// Files are cut anywhere. What comes from sockets and serial lines is handed on in whole lines when the feed speaks in lines,
/// so that the lines of several senders never mix; a datagram or a broken connection that ends within a line is given a line
/// end. A feed that does not is handed on as it comes, from one sender at a time.
public struct FeedChunk: Sendable, Hashable {
  /// The name of the feed.
  public let feed: String
  /// The bytes as they came.
  public let bytes: [UInt8]
  /// When they arrived here; for a recording that is played at its pace, when they were played.
  public let arrived: Instant

  /// A chunk.
  public init(feed: String, bytes: [UInt8], arrived: Instant) {
    self.feed = feed
    self.bytes = bytes
    self.arrived = arrived
  }
}
