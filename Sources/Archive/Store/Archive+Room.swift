public import Geodesy
import Synchronization

/// Positions that were received and are not in the archive.
public struct ArchiveGap: Hashable, Sendable {
  /// The earliest moment of receiving among them.
  public internal(set) var from: Instant
  /// The latest moment of receiving among them.
  public internal(set) var to: Instant
  /// How many there are.
  public internal(set) var positions: Int

  /// The gap of one position, or of several that were received from one moment to another.
  init(from: Instant, to: Instant, positions: Int = 1) {
    (self.from, self.to, self.positions) = (from, to, positions)
  }

  /// Joins what is missing.
  mutating func add(_ gap: ArchiveGap) {
    from = min(from, gap.from)
    to = max(to, gap.to)
    positions += gap.positions
  }
}

/// What an archive keeps about the room on its disk.
struct ArchiveRoom: Sendable {
  var isHeld = false
  var gap: ArchiveGap?
}

extension Archive {
  /// Holds back all writing while the disk has no room for positions, or goes on with it.
  ///
  /// Meanwhile positions gather in memory, up to the limits of an archive. Those beyond are missing, and `takeGap` says so.
  public func holdWriting(_ isHeld: Bool) { room.withLock { $0.isHeld = isHeld } }

  /// Whether writing is held back.
  public var isHeld: Bool { room.withLock { $0.isHeld } }

  /// What is missing up to now and has not been taken yet.
  public var gap: ArchiveGap? { room.withLock { $0.gap } }

  /// Takes what is missing, to be recorded; nil when nothing is.
  public func takeGap() -> ArchiveGap? {
    room.withLock { room in
      defer { room.gap = nil }
      return room.gap
    }
  }

  /// Puts a gap back that could not be recorded.
  public func putBack(_ gap: ArchiveGap) {
    room.withLock { room in
      if room.gap == nil { room.gap = gap } else { room.gap?.add(gap) }
    }
  }

  /// Notes positions that could not be taken.
  func miss(_ positions: ArraySlice<ArchivedPosition>) {
    for position in positions { putBack(ArchiveGap(from: position.received, to: position.received)) }
  }
}
