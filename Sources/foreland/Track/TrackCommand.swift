import ArgumentParser

/// `foreland track`: the detections of a scenario to tracks, and what is needed to measure that.
struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track", abstract: "Track the detections of a scenario, or make and score one.",
    subcommands: [TrackScenario.self, TrackGenerate.self, TrackScore.self, TrackOracle.self, TrackLoad.self],
    defaultSubcommand: TrackScenario.self)
}
