/// What is drawn of a network: places, sizes, colours and words, in pixels.
public struct NetworkPicture: Sendable {
  /// A node as it is drawn.
  public struct Mark: Hashable, Sendable {
    /// Where its middle is.
    public var place: LayoutPoint
    /// Half its width.
    public var radius: Double
    /// Which of the colours it has.
    public var colour: Int
    /// The words beside it; empty for none.
    public var label: String
  }

  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// The nodes.
  public let marks: [Mark]
  /// The edges, as pairs of marks.
  public let lines: [Edge]
  /// How much of what lies below an edge it covers: less where there are many, so that they show where they are dense.
  public var lineOpacity: Double { min(0.35, 7 / Double(max(1, lines.count)).squareRoot()) }

  /// Pixels that a picture may be wide or high.
  public static let mostPixels = 8192
  /// Colours that people with any kind of colour vision tell apart, as red, green and blue.
  ///
  /// Source: Okabe and Ito, Color universal design (2008), with greys behind them.
  public static let colours: [[UInt8]] = [
    [0, 114, 178], [230, 159, 0], [0, 158, 115], [204, 121, 167], [86, 180, 233], [213, 94, 0], [150, 150, 150],
  ]

  /// A picture of a graph.
  ///
  /// - Parameters:
  ///   - places: one a node; they are stretched to the page.
  ///   - colours: one a node, such as its community; those past the last colour are grey.
  ///   - labels: the words beside each node; empty for none.
  public init(
    _ graph: Graph, places: [LayoutPoint], colours: [Int], labels: [String] = [], width: Int = 1600, height: Int = 1200
  ) {
    self.width = min(Self.mostPixels, max(64, width))
    self.height = min(Self.mostPixels, max(64, height))
    let (xs, ys) = (places.map(\.x), places.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    let margin = 0.04 * Double(min(self.width, self.height))
    let scale = min(
      (Double(self.width) - 2 * margin) / max(1e-9, (xs.max() ?? 0) - left),
      (Double(self.height) - 2 * margin) / max(1e-9, (ys.max() ?? 0) - top))
    let shift = LayoutPoint(
      x: (Double(self.width) - scale * ((xs.max() ?? 0) - left)) / 2,
      y: (Double(self.height) - scale * ((ys.max() ?? 0) - top)) / 2)
    let most = Double((0..<graph.nodeCount).map { graph.degree(of: $0) }.max() ?? 1)
    let room = (Double(self.width * self.height) / Double(max(1, graph.nodeCount))).squareRoot()
    let smallest = min(4, max(0.7, 0.06 * room))
    marks = (0..<graph.nodeCount).map { node in
      let size = (Double(graph.degree(of: node)) / max(1, most)).squareRoot()
      return Mark(
        place: LayoutPoint(x: shift.x + scale * (xs[node] - left), y: shift.y + scale * (ys[node] - top)),
        radius: smallest * (1 + 2.5 * size),
        colour: min(Self.colours.count - 1, max(0, node < colours.count ? colours[node] : 0)),
        label: node < labels.count ? labels[node] : "")
    }
    var edges = [Edge]()
    graph.forEachEdge { edges.append(Edge($0, $1, $2)) }
    lines = edges
  }
}
