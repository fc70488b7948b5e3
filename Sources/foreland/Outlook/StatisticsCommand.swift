import ArgumentParser

/// `foreland statistics`: published figures in, figures to publish out.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics", abstract: "Take in published figures, or publish figures.",
    subcommands: [StatisticsImport.self, StatisticsPublish.self])
}
