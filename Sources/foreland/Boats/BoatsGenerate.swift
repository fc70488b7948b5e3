import ArgumentParser
import Exercise
import Foundation

/// `foreland boats generate`: a made-up night with its truth.
struct BoatsGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a night with known truth. All of it is made up.",
    discussion: """
      Writes reports.csv, recoveries.csv and environment.csv, and the truth for scoring, truth.csv and boats.csv, into a \
      folder. The same seed gives the same files on every machine.
      """)

  @Argument(help: "The seed.")
  var seed: UInt64
  @Argument(help: "The folder to write into; it is made when it is not there.")
  var folder: String

  func run() throws {
    let night = RescueNight(seed: seed)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in NightText.files(night) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
      }
    } catch {
      throw ScenarioError(place: folder, reason: "it cannot be written: \(error.localizedDescription)")
    }
  }
}

/// A made-up night as the text of its files.
enum NightText {
  /// The files by their names.
  static func files(_ night: RescueNight) -> [(name: String, text: String)] {
    var truth = "report,boat\n"
    var reports =
      "report,received_s,kind,position_time_s,lat,lon,accuracy_m,phone,reference,aboard,children,colour,engine,water\n"
    for (index, report) in night.reports.enumerated() {
      let name = "r" + padded(index, 3)
      reports += row(name, report)
      truth += "\(name),\(report.boat)\n"
    }
    var recoveries = "recovery,time_s,lat,lon,people,asset\n"
    for (index, recovery) in night.recoveries.enumerated() {
      let name = "k" + padded(index, 2)
      recoveries += "\(name),\(recovery.time),\(degrees(recovery.latitude)),\(degrees(recovery.longitude)),"
      recoveries += "\(recovery.people),\(recovery.asset)\n"
      truth += "\(name),\(recovery.boat)\n"
    }
    var boats = "boat,departed_s,aboard,recovered,outcome,end_s\n"
    for (index, boat) in night.boats.enumerated() {
      boats += "\(index),\(boat.departed),\(boat.aboard),\(boat.recovered),\(boat.outcome.rawValue),\(boat.ended)\n"
    }
    var sea = "time_s,wind_to_east_ms,wind_to_north_ms,current_to_east_ms,current_to_north_ms\n"
    for moment in night.sea {
      let numbers = [moment.windEast, moment.windNorth, moment.currentEast, moment.currentNorth]
      sea += "\(moment.time)," + numbers.map { String(format: "%.3f", $0) }.joined(separator: ",") + "\n"
    }
    return [
      ("reports.csv", reports), ("recoveries.csv", recoveries), ("truth.csv", truth), ("boats.csv", boats),
      ("environment.csv", sea),
    ]
  }

  private static func row(_ name: String, _ report: RescueNight.Report) -> String {
    func said(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
    let fields = [
      name, "\(report.received)", report.kind.rawValue, said(report.positionTime),
      report.latitude.map(degrees) ?? "", report.longitude.map(degrees) ?? "", said(report.accuracyMetres),
      report.phone ?? "", report.reference ?? "", said(report.aboard), said(report.children), report.colour ?? "",
      report.engineRuns.map { $0 ? "running" : "stopped" } ?? "", report.takesWater.map { $0 ? "yes" : "no" } ?? "",
    ]
    return fields.joined(separator: ",") + "\n"
  }

  private static func degrees(_ value: Double) -> String { String(format: "%.5f", value) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
