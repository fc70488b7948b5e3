import Foundation
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
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw ScenarioError(place: path, reason: "it cannot be read: \(error.localizedDescription)")
    }
    plots = [[Plot]](repeating: [], count: scenario.frames)
    var row = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      row += 1
      guard row > 1, !line.isEmpty, line != Data([UInt8(ascii: "\r")]) else { continue }
      let fields = String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5, let frame = Int(fields[0]), plots.indices.contains(frame),
        let first = Double(fields[3]), let second = Double(fields[4].trimmingSuffix(while: \.isWhitespace)),
        first.isFinite, second.isFinite
      else { throw ScenarioError(place: "\(path), row \(row)", reason: "it is no detection: frame,t,sensor,m1,m2") }
      switch (fields[2], frame.isMultiple(of: 2)) {
      case ("radar", true):
        plots[frame].append(
          Plot(
            rangeMetres: first, bearingRadians: .pi / 2 - second, rangeDeviationMetres: scenario.radar.rangeDeviation,
            bearingDeviationRadians: scenario.radar.bearingDeviation))
      case ("ais", false):
        plots[frame].append(Plot(eastMetres: first, northMetres: second, deviationMetres: scenario.receiver.deviation))
      default:
        throw ScenarioError(
          place: "\(path), row \(row)", reason: "the sensor \(fields[2].prefix(20)) does not look in frame \(frame)")
      }
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isGone(last) { rest.removeLast() }
    return rest
  }
}
