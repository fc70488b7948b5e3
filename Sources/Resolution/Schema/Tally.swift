/// Counts something that is found in rows, and where it was first.
struct Tally {
  private(set) var count = 0
  private var firstRow: Int?

  mutating func count(_ row: Int?) {
    count += 1
    firstRow = firstRow ?? row
  }

  /// The notice in these words, when it was found at all.
  func notice(_ what: String) -> TableNotice? {
    count == 0 ? nil : TableNotice(what: what, firstRow: firstRow, count: count)
  }
}
