/// The bounds that an archive keeps.
public struct ArchiveLimits: Sendable, Hashable {
  /// The longest name of a track, in bytes of UTF-8.
  public static let trackIDBytesMost = 128
  /// How far the moment of a position may lie before the moment of its receiving, in milliseconds.
  public static let latenessMost: Int64 = 48 * 3_600_000
  /// How far the moment of a position may lie after the moment of its receiving, in milliseconds.
  public static let earlinessMost: Int64 = 600_000
  /// The span of receiving that one block covers, in milliseconds.
  public static let windowMilliseconds: Int64 = 600_000
  /// Tracks that share one page of a block.
  public static let tracksPerPage = 64
  /// Rows that one page may hold.
  public static let rowsPerPageMost = 1 << 20
  /// Bytes that one page may unpack to.
  public static let pageBytesMost = 64 * 1_048_576

  /// Rows that an open block holds before it is sealed early; they take about 180 bytes each until then.
  public var openRowsMost = 500_000
  /// Open blocks held at once; the oldest is sealed when another is needed.
  public var openBlocksMost = 4
  /// How long after its end a block waits for late positions before it is sealed, in milliseconds.
  public var graceMilliseconds: Int64 = 60_000
  /// Positions that a path may answer with.
  public var pathRowsMost = 200_000
  /// Positions that an area may answer with.
  public var areaRowsMost = 1_000_000
  /// Tracks that a picture may answer with.
  public var pictureRowsMost = 200_000
  /// Blocks thinned in one call.
  public var blocksThinnedAtOnce = 32
  /// Faults kept for the operator.
  public var faultsKept = 100

  /// The usual bounds.
  public init() {}
}
