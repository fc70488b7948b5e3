import ArgumentParser
import Exercise
import Foundation

/// `foreland track generate`: a scenario with known truth out of a seed.
struct TrackGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a scenario with known truth. All of it is made up.",
    discussion: """
      Writes scenario.json, detections.csv, truth.csv and origins.csv (the craft of each detection, by its row) into a folder. \
      The same options give the same files on every machine.
      """)

  @Option(help: "The folder to write into; it is made when it is not there.")
  var output: String
  @Option(help: "The seed.")
  var seed: UInt64 = 1
  @Option(help: "Ships with transponders.")
  var ships = 30
  @Option(help: "Flotillas of five small dark boats.")
  var flotillas = 4
  @Option(help: "Scans of the radar.")
  var scans = 300
  @Option(help: "How likely one scan shows a craft.")
  var detectionProbability = 0.9
  @Option(help: "False plots of one scan of the radar, on average.")
  var clutter = 30.0

  /// The largest scenario that is made.
  private static let mostCraft = 100_000
  private static let mostScans = 100_000

  func validate() throws {
    guard (0...Self.mostCraft).contains(ships), (0...Self.mostCraft / 5).contains(flotillas) else {
      throw ValidationError("Ships and boats are counted from 0 to \(Self.mostCraft).")
    }
    guard (1...Self.mostScans).contains(scans) else { throw ValidationError("Scans are 1 to \(Self.mostScans).") }
    guard (0...1).contains(detectionProbability), (0...100_000).contains(clutter) else {
      throw ValidationError("The probability lies between 0 and 1, the clutter between 0 and 100000.")
    }
  }

  func run() throws {
    var parameters = SeaScenario.Parameters()
    (parameters.seed, parameters.ships, parameters.flotillas, parameters.scans) = (seed, ships, flotillas, scans)
    (parameters.detectionProbability, parameters.clutter) = (detectionProbability, clutter)
    var scenario = SeaScenario(parameters)
    var detections = "frame,t,sensor,m1,m2\n"
    var truth = "frame,t,target,kind,x,vx,y,vy\n"
    var origins = "frame,row,target\n"
    var row = 0
    while let frame = scenario.next() {
      for craft in frame.truth {
        truth += "\(frame.number),\(frame.seconds),\(craft.target),\(craft.isSmallBoat ? "small_boat" : "ship"),"
        truth += "\(craft.x),\(craft.velocityX),\(craft.y),\(craft.velocityY)\n"
      }
      for detection in frame.detections {
        let sensor = frame.isRadar ? "radar" : "ais"
        detections += "\(frame.number),\(frame.seconds),\(sensor),\(detection.first),\(detection.second)\n"
        origins += "\(frame.number),\(row),\(detection.target)\n"
        row += 1
      }
    }
    try tellingScenarioErrors {
      try write([
        "scenario.json": description(parameters), "detections.csv": detections, "truth.csv": truth,
        "origins.csv": origins,
      ])
    }
  }

  private func write(_ files: [String: String]) throws {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    } catch {
      throw ScenarioError(place: output, reason: "it cannot be written: \(error.localizedDescription)")
    }
  }

  private func description(_ parameters: SeaScenario.Parameters) -> String {
    """
    {
      "seed": \(parameters.seed), "scans": \(parameters.scans), "frames": \(2 * parameters.scans),
      "dt_s": \(parameters.secondsBetweenScans), "ais_offset_s": \(parameters.secondsBetweenScans / 2),
      "radar": {
        "range_sigma_m": \(parameters.rangeDeviation),
        "bearing_sigma_rad": \(parameters.bearingDeviationDegrees * .pi / 180),
        "pd": \(parameters.detectionProbability), "clutter_per_scan": \(parameters.clutter),
        "rmin": \(parameters.leastRange), "rmax": \(parameters.greatestRange)
      },
      "ais": {
        "sigma_m": \(parameters.reportDeviation), "pd": \(parameters.detectionProbability),
        "clutter_per_scan": \(parameters.falseReports)
      },
      "motion": { "q": \(parameters.intensity) }
    }

    """
  }
}
