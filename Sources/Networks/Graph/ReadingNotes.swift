/// What a reader made of a file: what it took it for, how much it read, and what it left out or mended.
public struct ReadingNotes: Hashable, Sendable {
  /// The format that was recognised, in words.
  public var format = ""
  /// Rows or elements read.
  public var rows = 0
  /// Rows that say nothing: empty lines and remarks.
  public var silentRows = 0
  /// Links from a node to itself, which no measure counts, and the row of the first.
  public var loops = Count()
  /// Names that were no UTF-8 and were read as Windows-1252.
  public var otherEncodings = Count()
  /// Times that could not be read; their links have none.
  public var unreadTimes = Count()
  /// Links with weight 0, which no measure counts.
  public var weightless = Count()
  /// Things that were read and are no link, such as records of other kinds.
  public var passedOver = Count()

  /// How often something was met, and in which row first.
  public struct Count: Hashable, Sendable {
    /// How often.
    public private(set) var count = 0
    /// The row of the first, counted from 1.
    public private(set) var firstRow = 0

    mutating func add(row: Int) {
      if count == 0 { firstRow = row }
      count += 1
    }
  }

  /// Nothing read yet.
  public init() {}

  /// The notes as sentences, one a line.
  public var sentences: [String] {
    let told: [(Count, String)] = [
      (loops, "links of a node to itself are left out"),
      (weightless, "links of weight 0 are left out"),
      (otherEncodings, "names were no UTF-8 and were read as Windows-1252"),
      (unreadTimes, "times could not be read; their links count as undated"),
      (passedOver, "records are no links and were passed over"),
    ]
    return ["read as \(format): \(rows) rows"]
      + told.filter { $0.0.count > 0 }.map { "\($0.0.count) \($0.1), the first in row \($0.0.firstRow)" }
  }
}
