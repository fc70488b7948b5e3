import ArgumentParser
import Networks

/// `foreland network motifs`: brokers, chains and hubs with one supplier.
struct NetworkMotifs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "motifs", abstract: "Find brokers, chains and hubs with one supplier.",
    discussion: """
      Writes motif,count,nodes to standard output. A broker joins others that are not joined (count: pairs of them); a chain is a row of \
      nodes with two neighbours each (count: nodes between its ends); a hub supplies many and is supplied by one, from links \
      that lead one way (count: whom it supplies; nodes: the hub and its supplier).
      """)

  @OptionGroup var file: NetworkFile
  @Option(help: "How many of each at most.")
  var most = 20

  func validate() throws {
    guard (1...1_000_000).contains(most) else { throw ValidationError("Of each 1 to 1000000 are told.") }
  }

  func run() throws {
    let network = try file.read()
    var output = NetworkOutput("motif,count,nodes")
    func add(_ motif: String, _ count: Int, _ nodes: [Int]) {
      output.add([motif, String(count), nodes.map { network.names[$0] }.joined(separator: " ")])
    }
    let motifs = Motifs(network.graph())
    for broker in motifs.brokers(most: most) { add("broker", broker.openPairs, [broker.node]) }
    for chain in motifs.chains().prefix(most) { add("chain", chain.nodes.count - 2, chain.nodes) }
    for hub in Motifs(network.graph(isDirected: true)).hubsWithOneSupplier().prefix(most) {
      add("hub", hub.supplied, [hub.hub, hub.supplier])
    }
    try output.write(to: "-")
  }
}
