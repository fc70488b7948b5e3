import ArgumentParser

/// `foreland resolve`: which records are about the same person, vessel or thing.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Tell which records are about one entity, with probabilities and reasons.",
    subcommands: [ResolveDedupe.self, ResolveLink.self, ResolveFind.self, ResolveExplain.self])
}
