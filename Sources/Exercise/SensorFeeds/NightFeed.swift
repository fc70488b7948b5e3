public import Feeds
public import Geodesy
public import Tracking

/// A feed of a night: what one receiver would hand to a desk, in the bytes of its standard.
public struct NightFeed: Hashable, Sendable {
  /// What it is called; always beginning with `EXERCISE`.
  public let name: String
  /// What its bytes are.
  public let format: FeedFormat
  /// The sensor behind it as its operator would declare it; nil for what names itself, such as AIS.
  public let sensor: Sensor?
  /// The file that holds its bytes when a night is written to a folder.
  public let fileName: String
}

/// Some bytes of a feed and the moment at which they arrive.
public struct NightEmission: Hashable, Sendable {
  /// When they arrive.
  public let at: Instant
  /// The place of the feed in `Night.feeds`.
  public let feed: Int
  /// Whole sentences, lines or packets; of ASTERIX one datagram of at most `greatestDatagram` bytes.
  public let bytes: [UInt8]

  /// The longest datagram, so that none is cut by a network.
  public static let greatestDatagram = 1400
}
