/// Something in a table that sense was made of, and how often.
public struct TableNotice: Hashable, Sendable, CustomStringConvertible {
  /// What was found and what was made of it.
  public let what: String
  /// The first row it was found in, counted from 1 with the heading as row 1; nil when it is about a column.
  public let firstRow: Int?
  /// How often it was found.
  public let count: Int

  /// The notice as one line.
  public var description: String {
    firstRow.map { "\(what): \(count) times, first in row \($0)" } ?? (count > 1 ? "\(what): \(count) times" : what)
  }
}
