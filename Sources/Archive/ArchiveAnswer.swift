/// Positions found, and how far they can be relied on to be all.
public struct ArchiveAnswer: Hashable, Sendable {
  /// The positions in the order that the query states.
  public internal(set) var positions: [ArchivedPosition] = []
  /// Blocks that could not be read, so that their positions are missing here.
  public internal(set) var faults: [ArchiveFault] = []
  /// Whether the limit of the query was reached and there is more.
  public internal(set) var isCut = false
}

/// What became of positions that were handed in.
public struct AppendOutcome: Hashable, Sendable {
  /// Positions taken.
  public internal(set) var taken = 0
  /// Positions refused, by reason.
  public internal(set) var refused: [RefusalReason: Int] = [:]

  /// Why a position cannot be archived.
  public enum RefusalReason: String, Hashable, Sendable {
    /// The name of the track is empty or too long.
    case trackID
    /// The moment lies too far before or after that of receiving, or outside the years 1 to 9999.
    case moment
    /// Speed, course or heading is not a number, or beyond what is stored.
    case number
  }
}
