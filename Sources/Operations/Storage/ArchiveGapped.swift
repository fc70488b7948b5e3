import Archive
import Geodesy

/// The archive lacks positions that were received: a picture of the past is then known to have a hole.
struct ArchiveGapped: Fact {
  static let kind = "archive.gap"

  /// The first and the last moment of receiving of what is missing; other positions from between them may be there.
  var from: Instant
  var to: Instant
  var positions: Int

  var aggregate: String { "archive" }

  init(_ gap: ArchiveGap) {
    from = gap.from
    to = gap.to
    positions = gap.positions
  }
}
