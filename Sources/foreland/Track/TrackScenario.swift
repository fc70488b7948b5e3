import ArgumentParser
import Tracking

/// `foreland track run`: the detections of a scenario to tracks.
struct TrackScenario: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Track the detections of a scenario.",
    discussion: """
      Writes frame,t,track_id,x,y to standard output: the tracks that are confirmed and live after each scan of the radar. \
      The exit status is 0 when it is done, 1 when a file cannot be read (with the row named), 2 for wrong usage.
      """)

  @Option(help: "The description of the scenario: scenario.json.")
  var scenario: String

  @Argument(help: "The detections: frame,t,sensor,m1,m2 under a heading.")
  var detections: String

  func run() throws {
    try tellingScenarioErrors {
      let scenario = try TrackingScenario(path: scenario)
      write(scenario, try DetectionFile(path: detections, scenario: scenario))
    }
  }

  private func write(_ scenario: TrackingScenario, _ detections: DetectionFile) {
    var tracker = CraftTracker(settings: scenario.settings)
    let (radar, receiver) = (scenario.radarModel, scenario.receiverModel)
    var output = TrackOutput(heading: "frame,t,track_id,x,y\n")
    for (frame, plots) in detections.plots.enumerated() {
      let isRadar = frame.isMultiple(of: 2)
      let seconds = scenario.seconds(ofFrame: frame)
      tracker.take(Scan(seconds: seconds, sensor: isRadar ? radar : receiver, plots: plots))
      guard isRadar else { continue }
      for track in tracker.tracks {
        output.add("\(frame),\(seconds),\(track.number),\(track.eastMetres),\(track.northMetres)\n")
      }
    }
    output.flush()
  }
}

/// Does some work and tells what is wrong with a file.
/// - Throws: exit status 1 then.
func tellingScenarioErrors(_ work: () throws -> Void) throws {
  do { try work() } catch let error as ScenarioError {
    tell("foreland: \(error.place): \(error.reason)\n")
    throw ExitCode(1)
  }
}

/// Lines on their way to standard output.
struct TrackOutput {
  private var text: String

  init(heading: String) { text = heading }

  mutating func add(_ line: String) {
    text += line
    if text.utf8.count >= outputFlushBytes { flush() }
  }

  mutating func flush() {
    text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: 1) }
    text = ""
  }
}
