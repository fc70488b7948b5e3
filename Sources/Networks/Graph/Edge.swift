/// An edge between two nodes of a graph.
public struct Edge: Hashable, Sendable {
  /// The node it leaves from; of an undirected edge either.
  public var source: Int
  /// The node it leads to.
  public var target: Int
  /// How strong it is; above 0.
  public var weight: Double

  /// An edge; a weight that is not above 0 is left out when a graph is built.
  public init(_ source: Int, _ target: Int, _ weight: Double = 1) {
    (self.source, self.target, self.weight) = (source, target, weight)
  }
}
