import GRDB
import Geodesy

/// Which blocks a query must look at, by the columns of `block`.
struct BlockRange {
  let from: Int64
  let to: Int64
  let knownBy: Int64

  /// Blocks with positions about a span of time (ends included) that were received by a moment.
  init(from: Instant, to: Instant, knownBy: Instant?) {
    self.from = from.millisecondsSince1970
    self.to = to.millisecondsSince1970
    self.knownBy = knownBy?.millisecondsSince1970 ?? .max
  }

  func holds(_ row: ArchiveRow) -> Bool {
    row.atMilliseconds >= from && row.atMilliseconds <= to && row.receivedMilliseconds <= knownBy
  }

  /// The condition on `block`, with `:from`, `:to`, `:knownBy`, `:windowFrom` and `:windowTo`.
  ///
  /// How late or early a position may be received is limited, so the window finds the few blocks by its index.
  static let condition = """
    block.window BETWEEN :windowFrom AND :windowTo AND block.atTo >= :from AND block.atFrom <= :to
    AND block.receivedFrom <= :knownBy
    """

  var arguments: StatementArguments {
    let earliest = from.subtractingReportingOverflow(
      ArchiveLimits.earlinessMost + ArchiveLimits.windowMilliseconds)
    let latest = to.addingReportingOverflow(ArchiveLimits.latenessMost)
    return [
      "from": from, "to": to, "knownBy": knownBy,
      "windowFrom": earliest.overflow ? .min : earliest.partialValue,
      "windowTo": min(latest.overflow ? .max : latest.partialValue, knownBy),
    ]
  }
}
