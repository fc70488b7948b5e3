import ArgumentParser
import Networks

/// `foreland network path`: the shortest ways between two nodes.
struct NetworkPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Find the shortest ways between two nodes.",
    discussion: "Writes length,nodes to standard output, shortest first; the exit status is 1 when there is no way.")

  @OptionGroup var file: NetworkFile
  @Option(help: "The name of the first node.")
  var from: String
  @Option(help: "The name of the last.")
  var to: String
  @Option(help: "How many ways.")
  var count = 1
  @Flag(help: "Links lead one way.")
  var directed = false
  @Flag(help: "Strong links are short: each counts as one over its weight.")
  var weighted = false

  func validate() throws {
    guard (1...1000).contains(count) else { throw ValidationError("Ways are 1 to 1000.") }
  }

  func run() throws {
    let network = try file.read()
    let numbers = network.names.numbers
    guard let first = numbers[from], let last = numbers[to] else {
      throw refusal(file.edges, 0, "one of the two nodes is not in the network")
    }
    let ways = network.graph(isDirected: directed)
      .shortestPaths(from: first, to: last, count: count, by: weighted ? .strength : .steps)
    guard !ways.isEmpty else { throw refusal(file.edges, 0, "there is no way between the two") }
    var output = NetworkOutput("length,nodes")
    for way in ways { output.add([String(way.length), way.nodes.map { network.names[$0] }.joined(separator: " ")]) }
    try output.write(to: "-")
  }
}
