/// How long a search for an order of removals may take.
///
/// Work is counted in steps of about 20 nanoseconds, so that the same graph and seed give the same order on every machine; a clock
/// that is handed in may end it earlier.
public struct DismantlingBudget: Sendable {
  /// The most steps of the search that improves the best order, if the graph is so large.
  public var mostSteps: Int
  /// Steps for each node and edge, so that small graphs take less.
  public var stepsPerPart: Int
  /// Whether the time is over; asked now and then.
  public var isOver: @Sendable () -> Bool

  /// A budget; the default is about a tenth of a second for a hundred nodes.
  public init(
    mostSteps: Int = 6_000_000, stepsPerPart: Int = 20_000, isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.mostSteps = max(0, mostSteps)
    self.stepsPerPart = max(0, stepsPerPart)
    self.isOver = isOver
  }

  func steps(for graph: Graph) -> Int {
    min(mostSteps, stepsPerPart * (graph.nodeCount + graph.edgeCount))
  }
}
