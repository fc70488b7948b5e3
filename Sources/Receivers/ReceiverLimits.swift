/// The bounds that a receiver keeps, whatever the other side does.
public struct ReceiverLimits: Sendable, Hashable {
  /// Bytes read from a file at a time.
  public var chunkBytes = 65_536
  /// Bytes that wait for the consumer, a feed; beyond them senders wait and datagrams are dropped.
  public var waitingBytes = 4 * 1_048_576
  /// The longest line that is held together; a longer one is cut and counted.
  public var lineBytes = 65_536
  /// Senders that may be connected to a listening feed at once.
  public var connections = 64
  /// How long a connected sender may be silent before it is cut off, in milliseconds.
  public var silenceMilliseconds: Int64 = 600_000
  /// How long calling a server may take, in milliseconds.
  public var connectMilliseconds: Int64 = 10_000
  /// After how long without bytes an open feed counts as quiet, in milliseconds.
  public var quietMilliseconds: Int64 = 30_000
  /// The first wait before a feed is tried again, in milliseconds; it doubles with each failure.
  public var firstRetryMilliseconds: Int64 = 500
  /// The longest wait before a feed is tried again, in milliseconds.
  public var longestRetryMilliseconds: Int64 = 30_000
  /// A gap between the times in a recording beyond which it is taken as a cut and not waited for, in milliseconds.
  public var longestGapMilliseconds: Int64 = 3_600_000
  /// Bytes that one compressed file may unpack to.
  public var unpackedBytes: Int64 = 1 << 40

  /// The usual bounds.
  public init() {}
}
