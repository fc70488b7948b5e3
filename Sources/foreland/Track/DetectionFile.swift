import Foundation
import Tables
import Tracking

/// The detections of a scenario, frame after frame: lines `frame,t,sensor,m1,m2` under a heading.
///
/// For the radar `m1` is the range in metres and `m2` the bearing in radians; for the receiver they are x and y in metres.
struct DetectionFile {
  /// The plots of each frame.
  private(set) var plots: [[Plot]]

  /// Reads all of them.
  /// - Throws: `ScenarioError` with the row of the first one that cannot be read.
  init(path: String, scenario: TrackingScenario) throws {
    let table = try CommaTable(path: path)
    plots = [[Plot]](repeating: [], count: scenario.frames)
    try table.forEachRow { row, fields in
      let refused = ScenarioError(
        place: "\(path), row \(row)", reason: "it is no detection: frame,t,sensor,m1,m2")
      guard fields.count == 5, let frame = fields.whole(0), plots.indices.contains(frame), let first = fields.number(3),
        let second = fields.number(4)
      else { throw refused }
      let isRadar = fields.reads(2, "radar")
      guard isRadar == frame.isMultiple(of: 2), isRadar || fields.reads(2, "ais") else {
        throw ScenarioError(place: "\(path), row \(row)", reason: "its sensor does not look in frame \(frame)")
      }
      plots[frame].append(scenario.plot(first, second, isRadar: isRadar))
    }
  }
}

extension TrackingScenario {
  /// A detection as the tracker takes it.
  func plot(_ first: Double, _ second: Double, isRadar: Bool) -> Plot {
    guard isRadar else { return Plot(eastMetres: first, northMetres: second, deviationMetres: receiver.deviation) }
    return Plot(
      rangeMetres: first, bearingRadians: .pi / 2 - second, rangeDeviationMetres: radar.rangeDeviation,
      bearingDeviationRadians: radar.bearingDeviation)
  }
}
