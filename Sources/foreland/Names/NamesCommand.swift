import ArgumentParser

/// `foreland names`: are two names one?
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Compare names across scripts, spellings and orders.",
    subcommands: [
      NamesScore.self, NamesCompare.self, NamesMeasure.self, NamesLearn.self, NamesFairness.self, NamesIdentify.self,
    ])
}
