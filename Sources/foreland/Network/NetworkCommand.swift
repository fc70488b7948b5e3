import ArgumentParser

/// `foreland network`: what a network of links says, and what would break it.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Measure, dismantle and draw networks; follow money, supplies and phones.",
    subcommands: [
      NetworkMeasure.self, NetworkDismantle.self, NetworkRobust.self, NetworkDraw.self, NetworkMotifs.self,
      NetworkPath.self, NetworkMoney.self, NetworkSupply.self, NetworkPhones.self,
    ])
}
