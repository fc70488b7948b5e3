import ArgumentParser
import Tables
import Tracking

/// `foreland track oracle`: the tracks of one who is told which plot is of which craft.
struct TrackOracle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oracle", abstract: "Track a scenario when told which plot is of which craft: the bar for all others.",
    discussion: "Writes frame,t,track_id,x,y to standard output, as run does.")

  @Argument(help: "The folder that generate has written.")
  var folder: String

  func run() throws {
    try tellingScenarioErrors {
      let scenario = try TrackingScenario(path: folder + "/scenario.json")
      let detections = try DetectionFile(path: folder + "/detections.csv", scenario: scenario)
      write(scenario, detections, try targets(scenario), try TruthFile(truth: folder + "/truth.csv"))
    }
  }

  /// The craft of each detection of each frame; −1 for none.
  private func targets(_ scenario: TrackingScenario) throws -> [[Int]] {
    let path = folder + "/origins.csv"
    var targets = [[Int]](repeating: [], count: scenario.frames)
    try CommaTable(path: path).forEachRow { row, fields in
      guard fields.count == 3, let frame = fields.whole(0), targets.indices.contains(frame),
        let target = fields.number(2), let whole = Int(exactly: target)
      else { throw ScenarioError(place: "\(path), row \(row)", reason: "it is not frame,row,target") }
      targets[frame].append(whole)
    }
    return targets
  }

  private func write(
    _ scenario: TrackingScenario, _ detections: DetectionFile, _ targets: [[Int]], _ truth: TruthFile
  ) {
    var oracle = OracleTracker(settings: scenario.settings)
    var output = TrackOutput(heading: "frame,t,track_id,x,y\n")
    for (frame, plots) in detections.plots.enumerated() {
      let isRadar = frame.isMultiple(of: 2)
      let seconds = scenario.seconds(ofFrame: frame)
      let scan = Scan(seconds: seconds, sensor: isRadar ? scenario.radarModel : scenario.receiverModel, plots: plots)
      oracle.take(scan, targets: targets[frame], present: Set((truth.frames[frame] ?? []).map(\.id)))
      guard isRadar else { continue }
      for track in oracle.places(at: seconds) {
        output.add("\(frame),\(seconds),\(track.id),\(track.place.east),\(track.place.north)\n")
      }
    }
    output.flush()
  }
}
