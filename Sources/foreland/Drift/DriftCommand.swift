import ArgumentParser
import Foundation
import Rescue

/// `foreland drift`: where a drifting object may be, hour by hour.
struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Where a drifting object may be, hour by hour.",
    discussion: """
      Reads wind, water and the last known position from a scenario (JSON) and drifts many particles, each a way that the \
      object may have gone. Give --object once for each thing that it may be, with a weight: --object SKIFF-3=0.3. \
      `--list` names the leeway classes. Results go to the files named, `-` is standard output. \
      The exit status is 0 when it is done, 1 when a file is refused, 2 for wrong usage.
      """)

  @Option(help: "The scenario: a JSON file, or - for standard input.")
  var scenario: String?
  @Option(help: "A leeway class by its key, with =WEIGHT when there are several.")
  var object: [String] = []
  @Option(help: "How many particles.")
  var particles = 10_000
  @Option(help: "The seed of chance.")
  var seed: UInt64 = 1
  @Option(help: "How many hours; else as the scenario says.")
  var hours: Int?
  @Flag(help: "Drift into the past: where did this come from?")
  var backward = false
  @Option(help: "How many tasks share the work; the result does not depend on it.")
  var tasks = 1
  @Option(help: "Write statistics of every hour (CSV) to this file.")
  var statistics: String?
  @Option(help: "Write the probability map of the last hour (GeoJSON) to this file.")
  var map: String?
  @Option(name: .customLong("geotiff"), help: "Write the probability map of the last hour (GeoTIFF) to this file.")
  var geoTIFF: String?
  @Option(help: "Write the areas that hold 50, 90 and 95 % of the probability at every hour (GeoJSON) to this file.")
  var areas: String?
  @Flag(help: "List the leeway classes and end.")
  var list = false

  private static let mostTasks = 256

  func validate() throws {
    if list { return }
    guard scenario != nil else { throw ValidationError("Name the scenario: --scenario FILE.") }
    guard !object.isEmpty else { throw ValidationError("Name what drifts: --object KEY; --list names the classes.") }
    guard (1...DriftLimits.mostParticles).contains(particles) else {
      throw ValidationError("Particles are 1 to \(DriftLimits.mostParticles).")
    }
    guard (1...Self.mostTasks).contains(tasks) else { throw ValidationError("Tasks are 1 to \(Self.mostTasks).") }
    guard [statistics, map, geoTIFF, areas].contains(where: { $0 != nil }) else {
      throw ValidationError("Name a result: --statistics, --map, --geotiff or --areas.")
    }
    _ = try hypotheses()
  }

  func run() async throws {
    if list { return try writeWhole(Data(Self.classes.utf8), to: "-") }
    do {
      let scenario = try described()
      let ensemble = try await DriftRun(scenario).ensemble(tasks: tasks)
      tellDoubts(ensemble)
      try write(ensemble)
    } catch let error as ScenarioError {
      tell("foreland: \(error.place): \(error.reason)\n")
      throw ExitCode(1)
    } catch let fault as DriftFault {
      tell("foreland: \(scenario ?? "-"): \(fault.message)\n")
      throw ExitCode(1)
    }
  }

  private func described() throws -> DriftScenario {
    let path = scenario ?? "-"
    var described = try DriftScenarioFile(path: path).scenario(path: path, hypotheses: hypotheses())
    (described.particles, described.seed) = (particles, seed)
    described.hours = hours ?? described.hours
    if backward { described.isBackward = true }
    return described
  }

  private func hypotheses() throws -> [LeewayHypothesis] {
    try object.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let leewayClass = LeewayClass.of(key: String(parts[0])) else {
        throw ValidationError("There is no leeway class \"\(parts[0])\"; --list names them.")
      }
      guard parts.count == 2 else { return LeewayHypothesis(leewayClass) }
      guard let weight = Double(parts[1]), weight > 0, weight.isFinite else {
        throw ValidationError("The weight of \(parts[0]) is a number above 0, not \"\(parts[1])\".")
      }
      return LeewayHypothesis(leewayClass, weight: weight)
    }
  }

  private func write(_ ensemble: DriftEnsemble) throws {
    if let statistics { try writeWhole(Data(DriftTable.text(ensemble).utf8), to: statistics) }
    if let areas { try writeWhole(Data(DriftGeoJSON.areas(ensemble).utf8), to: areas) }
    guard map != nil || geoTIFF != nil else { return }
    guard let last = DriftMap(ensemble, hour: ensemble.scenario.hours) else {
      throw ScenarioError(place: scenario ?? "-", reason: "no particle's place is known at the end; there is no map")
    }
    if let map { try writeWhole(Data(DriftGeoJSON.map(last).utf8), to: map) }
    if let geoTIFF { try writeWhole(Data(last.geoTIFF()), to: geoTIFF) }
  }

  /// Says what in the answer is less sure than it looks.
  private func tellDoubts(_ ensemble: DriftEnsemble) {
    let hours = ensemble.scenario.hours
    for hypothesis in ensemble.scenario.hypotheses {
      guard let evidence = hypothesis.leewayClass.evidenceOfEstimate else { continue }
      tell("foreland: \(hypothesis.leewayClass.key) is an estimate. \(evidence)\n")
    }
    let onLand = ensemble.count(.aground, hour: 0)
    if onLand > 0 { tell("foreland: \(onLand) of \(ensemble.count) particles start on land. Is the position right?\n") }
    let lost = ensemble.count(.outsideCover, hour: hours)
    if lost > 0 {
      tell(
        "foreland: \(lost) of \(ensemble.count) particles left the fields of wind and water; they are not counted from then.\n"
      )
    }
  }

  private static var classes: String {
    LeewayClass.known.map { "\($0.key)\t\($0.title)\n" }.joined()
  }
}
