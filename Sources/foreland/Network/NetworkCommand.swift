import ArgumentParser

/// `foreland network`: what a network of links says, and what would break it.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Measure, dismantle and draw networks of links.",
    subcommands: [NetworkMeasure.self, NetworkDismantle.self])
}
