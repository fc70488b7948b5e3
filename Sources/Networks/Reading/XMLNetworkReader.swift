/// Reads the links of GraphML 1.0 and GEXF 1.1 to 1.3.
///
/// Weight, kind and time come from attributes of an edge or from what the file declares under those names. Nodes are named by
/// their identifiers; edges of nested graphs, hyperedges and ports are passed over and counted.
struct XMLNetworkReader: LinkReader {
  private var scanner = XMLScanner()
  private var elements: Elements

  init(mostBytes: Int) { elements = Elements(builder: NetworkBuilder(mostBytes: mostBytes)) }

  mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault) {
    try scanner.take(chunk) { (event, row) throws(GraphFault) in try elements.take(event, row) }
  }

  mutating func finish() throws(GraphFault) -> Network {
    try scanner.finish()
    return try elements.builder.finish()
  }

  /// What the elements say so far.
  private struct Elements {
    var builder: NetworkBuilder
    /// The name of each declared attribute of edges, by its identifier.
    private var declared: [String: String] = [:]
    private var isOfEdges = true
    private var edge: [String: String]?
    private var edgeRow = 0
    private var key: String?

    init(builder: NetworkBuilder) { self.builder = builder }

    mutating func take(_ event: XMLScanner.Event, _ row: Int) throws(GraphFault) {
      switch event {
      case .open(let name, let attributes): try open(name, attributes, row)
      case .text(let text): if let key, edge != nil { edge?[key] = text }
      case .close(let name):
        if name == "data" { key = nil }
        if name == "edge", let ended = edge {
          edge = nil
          try add(ended)
        }
      }
    }

    private mutating func open(_ name: String, _ attributes: [String: String], _ row: Int) throws(GraphFault) {
      switch name {
      case "graphml": builder.notes.format = "GraphML"
      case "gexf": builder.notes.format = "GEXF"
      case "attributes": isOfEdges = attributes["class"] == "edge"
      case "key", "attribute":
        guard declared.count < GraphLimits.mostDeclarations else {
          throw GraphFault(.limit, row: row, "more than \(GraphLimits.mostDeclarations) declared attributes")
        }
        let isOfEdge = name == "key" ? attributes["for"] != "node" : isOfEdges
        if isOfEdge, let key = attributes["id"] {
          declared[key] = (attributes["attr.name"] ?? attributes["title"] ?? key).lowercased()
        }
      case "edge":
        guard attributes["source"] != nil, attributes["target"] != nil else {
          throw GraphFault(.missingColumn, row: row, "an edge lacks its source or its target")
        }
        (edge, edgeRow) = (attributes.filter { $0.key != "type" || builder.notes.format == "GraphML" }, row)
      case "data": key = attributes["key"].map { declared[$0] ?? $0 }
      case "attvalue":
        if let key = attributes["for"], edge != nil { edge?[declared[key] ?? key] = attributes["value"] }
      case "hyperedge": builder.notes.passedOver.add(row: row)
      default: break
      }
    }

    private mutating func add(_ edge: [String: String]) throws(GraphFault) {
      func value(_ names: [String]) -> String? { names.lazy.compactMap { edge[$0] }.first }
      var weight: Float = 1
      if let text = value(TableColumns.weights) {
        guard let number = DecimalNumber.value(text) else {
          throw GraphFault(.badWeight, row: edgeRow, "the weight is no number")
        }
        weight = Float(number)
      }
      var time = LinkTable.unknownTime
      if let text = value(TableColumns.times) {
        if let seconds = Moment.seconds(text.utf8) {
          time = seconds
        } else {
          builder.notes.unreadTimes.add(row: edgeRow)
        }
      }
      builder.notes.rows += 1
      let source = try node(edge["source"] ?? "")
      let target = try node(edge["target"] ?? "")
      let kind = try builder.kind(value(TableColumns.kinds) ?? "", row: edgeRow)
      try builder.add(source, target, weight: weight, kind: kind, time: time, row: edgeRow)
    }

    private mutating func node(_ name: String) throws(GraphFault) -> UInt32 {
      try Array(name.utf8).withUnsafeBufferPointer { (name: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
        try builder.node(name, row: edgeRow)
      }
    }
  }
}
