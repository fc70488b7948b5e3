import Geodesy

/// A moment, or an interval that may be open at one end or both: RFC 3339 times joined by a stroke, `..` or nothing for an
/// open end.
struct FeatureDatetime: Sendable {
  let start: Instant?
  let end: Instant?
  let isMoment: Bool

  init(_ text: String) throws {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let moments = try ends.map { end -> Instant? in
      if ends.count == 2, end.isEmpty || end == ".." { return nil }
      // A plus sign that was not encoded arrives as a blank, where only the sign of a zone can stand.
      guard let moment = Instant.parse(end.replacing(" ", with: "+")) else {
        throw DeskError(
          .invalid, "datetime is a time such as 2026-11-21T02:31:00Z, or two with / between, .. for an open end")
      }
      return moment
    }
    guard (1...2).contains(moments.count) else { throw DeskError(.invalid, "datetime has at most one /") }
    isMoment = moments.count == 1
    start = moments[0]
    end = moments[moments.count - 1]
    if let start, let end, start > end { throw DeskError(.invalid, "datetime ends before it begins") }
  }

  /// It as a query says it.
  var text: String {
    if isMoment { return start?.iso8601 ?? ".." }
    return "\(start?.iso8601 ?? "..")/\(end?.iso8601 ?? "..")"
  }

  /// Whether a moment lies in it, its ends included.
  func contains(_ moment: Instant) -> Bool {
    (start.map { $0 <= moment } ?? true) && (end.map { moment <= $0 } ?? true)
  }
}
