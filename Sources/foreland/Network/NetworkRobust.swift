import ArgumentParser
import Networks

/// `foreland network robust`: what first removals leave, how the network may heal, and how sure that is.
struct NetworkRobust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robust", abstract: "Tell what first removals leave, how it may heal, and how sure that is.",
    discussion: """
      Writes node,cost,largest,kept to standard output: the first removals, what they cost together, the largest component they leave, \
      and how often each is among as many first removals when part of the links was unknown.
      """)

  @OptionGroup var file: NetworkFile
  @Option(help: "How many removals.")
  var first = 5
  @Option(help: "A table node,cost.")
  var costs: String?
  @Option(help: "A list of nodes that cannot be taken out, one a line.")
  var keep: String?
  @Option(help: "The share of links that is unknown.")
  var unknown = 0.2
  @Option(help: "How many networks are made with the links that may be missing.")
  var members = 40
  @Option(help: "Write links,worst,likely,low,high: the largest component after so many new links.")
  var healing: String?
  @Option(help: "New links that the survivors may make.")
  var links = 10
  @Option(help: "The seed of what is left to chance.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...1_000_000).contains(first), (1...10_000).contains(members), (1...10_000).contains(links) else {
      throw ValidationError("Removals are 1 to 1000000, networks and new links 1 to 10000.")
    }
    guard unknown >= 0, unknown <= 0.9 else { throw ValidationError("The unknown share lies between 0 and 0.9.") }
  }

  func run() throws {
    let network = try file.read()
    let task = try NetworkTask(costs: costs, keep: keep).disruption(of: network)
    let plan = Dismantling().plan(for: task, chance: Chance(seed: seed))
    let answer = MissingLinks(share: unknown, members: members)
      .answer(for: plan.order, of: task, first: first, chance: Chance(seed: seed &+ 1))
    var output = NetworkOutput("node,cost,largest,kept")
    let taken = plan.order.prefix(first)
    for (place, node) in taken.enumerated() {
      output.add(
        network.names.utf8(of: node), "\(plan.costs[place]),\(plan.largest[place]),\(short(answer.kept[place]))")
    }
    try output.write(to: "-")
    tell(
      "\(taken.count) removals leave \(answer.leftKnown) together; with \(Int((100 * unknown).rounded())) % of links "
        + "unknown \(answer.left.lowerBound) to \(answer.left.upperBound) in nineteen of twenty networks\n")
    tell(
      "mean share left over all removals \(short(answer.known)); \(short(answer.range.lowerBound)) to "
        + "\(short(answer.range.upperBound)) then\n")
    if let healing { try heal(task.graph, Array(taken), to: healing) }
  }

  private func heal(_ graph: Graph, _ taken: [Int], to path: String) throws {
    var output = NetworkOutput("links,worst,likely,low,high")
    let healing = Healing(of: graph, without: taken)
    for step in healing.steps(links: links, chance: Chance(seed: seed &+ 2)) {
      output.add(
        [step.links, step.worst].map(String.init) + [String(step.likely)]
          + [step.range.lowerBound, step.range.upperBound].map(String.init))
    }
    try output.write(to: path)
  }
}
