import ArgumentParser
import Foundation
import Networks

/// `foreland network dismantle`: in which order removals break a network most.
struct NetworkDismantle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismantle", abstract: "Find the removals that break a network most.",
    discussion: """
      Writes node,largest to standard output in the order of removal: how many nodes the largest component has that is left. \
      Several methods look for an order, and the best is improved by a search. Nodes that may not be taken out stand in no row.
      """)

  @OptionGroup var file: NetworkFile
  @Option(help: "A table node,cost: what taking out each costs; 1 where nothing is said.")
  var costs: String?
  @Option(help: "A list of nodes that cannot be taken out, one a line.")
  var keep: String?
  @Option(help: "End the search after so many seconds; otherwise it ends after a count of steps.")
  var seconds: Double?
  @Option(help: "The seed of what is left to chance.")
  var seed: UInt64 = 1

  func validate() throws {
    guard seconds.map({ $0 > 0 && $0 <= 86_400 }) ?? true else {
      throw ValidationError("The seconds lie between 0 and 86400.")
    }
  }

  func run() throws {
    let network = try file.read()
    let task = try NetworkTask(costs: costs, keep: keep).disruption(of: network)
    let plan = Dismantling(budget: budget).plan(for: task, chance: Chance(seed: seed))
    let reached = plan.reached.sorted { $0.value < $1.value }.map { "\($0.key) \(short($0.value))" }
    tell(
      "mean share left \(short(plan.meanShare)) by \(plan.method); single methods: \(reached.joined(separator: ", "))\n"
    )
    var output = NetworkOutput("node,largest")
    for (node, largest) in zip(plan.order, plan.largest) { output.add(network.names.utf8(of: node), String(largest)) }
    try output.write(to: "-")
  }

  /// With a time the steps are as many as fit; without one they are counted, so that the answer can be repeated.
  private var budget: DismantlingBudget {
    guard let seconds else { return DismantlingBudget() }
    let end = ContinuousClock.now + .seconds(seconds)
    return DismantlingBudget(mostSteps: .max, stepsPerPart: 1 << 40) { ContinuousClock.now >= end }
  }
}

/// A share with four digits.
func short(_ share: Double) -> String { String(format: "%.4f", share) }
