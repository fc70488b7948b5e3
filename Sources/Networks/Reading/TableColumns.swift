/// The names of the columns of a table of links, where they are not to be guessed from its heading.
public struct TableColumns: Hashable, Sendable {
  /// Whom a link leaves from.
  public var source: String?
  /// Whom it leads to.
  public var target: String?
  /// How strong it is.
  public var weight: String?
  /// Of which kind it is.
  public var kind: String?
  /// When it was.
  public var time: String?

  /// Names of columns; nil for those to guess.
  public init(
    source: String? = nil, target: String? = nil, weight: String? = nil, kind: String? = nil, time: String? = nil
  ) {
    (self.source, self.target, self.weight, self.kind, self.time) = (source, target, weight, kind, time)
  }

  /// Words of headings that are understood, best first.
  static let sources = ["source", "from", "src", "sender", "payer", "caller", "node1", "u", "a", "left"]
  static let targets = [
    "target", "to", "dst", "destination", "receiver", "payee", "called", "node2", "v", "b", "right",
  ]
  static let weights = ["weight", "strength", "count", "amount", "value"]
  static let kinds = ["kind", "type", "label", "relation", "relationship"]
  static let times = ["time", "date", "timestamp", "when", "datetime", "start", "started"]
}
