import ArgumentParser

/// `foreland boats`: how many boats the reports of a night are about, and who is not accounted for.
struct BoatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boats",
    abstract: "Tell how many boats the reports of a night are about, and who is not accounted for.",
    subcommands: [BoatsAnswer.self, BoatsGenerate.self, BoatsScore.self, BoatsLearn.self],
    defaultSubcommand: BoatsAnswer.self)
}
