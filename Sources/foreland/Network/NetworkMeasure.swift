import ArgumentParser
import Networks

/// `foreland network measure`: communities, centralities, cores and cut points of a network.
struct NetworkMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure a network: communities, betweenness, cores, PageRank and more.",
    discussion: """
      Each option names a file for rows node,value; - is standard output. Without any of them a summary goes to standard output. \
      Betweenness counts pairs, each once; where the exact count would take too long it comes from samples, and standard error \
      says within what error. Links count as undirected unless --directed is given; loops are left out, parallel links are one \
      whose weight is their sum.
      """)

  @OptionGroup var file: NetworkFile
  @Option(help: "Write node,community.")
  var communities: String?
  @Option(help: "Write node,betweenness: pairs of others, by shortest paths through the node.")
  var betweenness: String?
  @Option(help: "Write node,core.")
  var core: String?
  @Option(help: "Write node,pagerank; the shares sum to 1.")
  var pagerank: String?
  @Option(help: "Write node,closeness: the share of others that are reached, over their mean distance.")
  var closeness: String?
  @Option(help: "Write node,degree,strength.")
  var degree: String?
  @Option(help: "Write node,component.")
  var components: String?
  @Option(name: .customLong("cut-points"), help: "Write node,pieces for nodes without which the network falls apart.")
  var cutPoints: String?
  @Option(help: "Write source,target of the edges without which it falls apart.")
  var bridges: String?
  @Option(help: "Write node,role: hubs, connectors and periphery by their place in the communities.")
  var roles: String?
  @Flag(help: "Links lead one way.")
  var directed = false
  @Option(help: "Above 1 for smaller communities, below 1 for larger.")
  var resolution = 1.0
  @Option(help: "Find the communities anew from so many seeds and tell how far they agree.")
  var stability = 0
  @Option(name: .customLong("betweenness-error"), help: "Estimate betweenness within this share of all pairs.")
  var betweennessError: Double?
  @Option(help: "The seed of what is left to chance.")
  var seed: UInt64 = 1

  /// Nodes times edges up to which betweenness is counted exactly unless an error is given: some minutes.
  private static let mostExactWork = 50_000_000_000
  /// Nodes from which closeness is estimated in larger graphs.
  private static let pivots = 200

  func validate() throws {
    guard resolution > 0, resolution.isFinite else { throw ValidationError("The resolution is above 0.") }
    guard (0...1000).contains(stability) else { throw ValidationError("Seeds for the stability are 0 to 1000.") }
    guard betweennessError.map({ $0 >= 1e-4 && $0 < 1 }) ?? true else {
      throw ValidationError("The error lies between 0.0001 and 1.")
    }
  }

  func run() throws {
    let network = try file.read()
    let graph = network.graph(isDirected: directed)
    // What needs no direction is measured without.
    let mutual = directed ? network.graph() : graph
    tell("\(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(graph.byteCount + network.links.byteCount) bytes\n")
    let asked = [communities, betweenness, core, pagerank, closeness, degree, components, cutPoints, bridges, roles]
    guard asked.contains(where: { $0 != nil }) else { return try summarise(mutual) }
    try write(communities, "community", network) {
      let found = communities(of: mutual)
      return { String(found.ofNode[$0]) }
    }
    try write(roles, "role", network) {
      let found = mutual.roles(in: communities(of: mutual))
      return { found[$0].rawValue }
    }
    try write(betweenness, "betweenness", network) { list(betweenness(of: graph)) }
    try write(core, "core", network) { list(mutual.coreNumbers()) }
    try write(pagerank, "pagerank", network) { list(graph.pageRank()) }
    try write(closeness, "closeness", network) { list(closeness(of: graph)) }
    try write(degree, "degree,strength", network) { { "\(graph.degree(of: $0)),\(graph.strength(of: $0))" } }
    try write(components, "component", network) { list(mutual.components().ofNode) }
    try write(cutPoints, "pieces", network) { list(mutual.cutPoints().pieces) }
    guard let bridges else { return }
    var output = NetworkOutput("source,target")
    for bridge in mutual.cutPoints().bridges {
      output.add([network.names[bridge.source], network.names[bridge.target]])
    }
    try output.write(to: bridges)
  }

  private func list(_ values: [some CustomStringConvertible]) -> (Int) -> String { { values[$0].description } }

  /// Writes a row for each node when a file was named; only then is the value worked out.
  private func write(_ path: String?, _ column: String, _ network: Network, _ value: () -> (Int) -> String) throws {
    guard let path else { return }
    let value = value()
    var output = NetworkOutput("node,\(column)")
    for node in 0..<network.names.count { output.add(network.names.utf8(of: node), value(node)) }
    try output.write(to: path)
  }

  private func communities(of graph: Graph) -> Communities {
    let search = Leiden(resolution: resolution)
    guard stability > 1 else {
      let found = search.communities(of: graph, chance: Chance(seed: seed))
      tell("\(found.count) communities, modularity \(found.modularity)\n")
      return found
    }
    let answer = search.stability(of: graph, seeds: (0..<UInt64(stability)).map { seed &+ $0 })
    let loose = answer.ofNode.count { $0 < 0.5 }
    tell(
      "\(answer.best.count) communities, modularity \(answer.best.modularity); \(stability) seeds agree by "
        + "\(short(answer.agreement)) (1 is the same), and \(loose) nodes change most of their companions\n")
    return answer.best
  }

  private func closeness(of graph: Graph) -> [Double] {
    if graph.nodeCount * graph.edgeCount <= Self.mostExactWork { return graph.closeness() }
    var chance = Chance(seed: seed)
    let pivots = (0..<Self.pivots).map { _ in Int.random(in: 0..<graph.nodeCount, using: &chance) }
    tell("closeness is estimated from the distances to \(Self.pivots) nodes drawn by chance\n")
    return graph.closeness(pivots: pivots)
  }

  private func betweenness(of graph: Graph) -> [Double] {
    if betweennessError == nil, graph.nodeCount * graph.edgeCount <= Self.mostExactWork { return graph.betweenness() }
    let estimate = SampledBetweenness(error: betweennessError ?? 0.01)
    let answer = estimate.estimate(of: graph, chance: Chance(seed: seed))
    tell(
      "betweenness is estimated from \(answer.draws) pairs: within \(answer.error) of all \(graph.pairsBesideANode) pairs "
        + "for every node, but for a risk of \(estimate.risk)\n")
    return answer.shares.map { $0 * graph.pairsBesideANode }
  }

  private func summarise(_ graph: Graph) throws {
    let found = communities(of: graph)
    var output = NetworkOutput("measure,value")
    output.add(["nodes", String(graph.nodeCount)])
    output.add(["edges", String(graph.edgeCount)])
    let components = graph.components()
    output.add(["components", String(components.sizes.count)])
    output.add(["largest component", String(components.sizes.first ?? 0)])
    let cut = graph.cutPoints()
    output.add(["cut points", String(cut.nodes.count)])
    output.add(["bridges", String(cut.bridges.count)])
    output.add(["communities", String(found.count)])
    output.add(["modularity", String(found.modularity)])
    output.add(["largest core", String(graph.coreNumbers().max() ?? 0)])
    try output.write(to: "-")
  }
}
