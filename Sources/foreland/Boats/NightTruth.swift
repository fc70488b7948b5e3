import Geodesy
import Rescue

/// The truth of a night, from truth.csv and boats.csv: for scoring and learning alone.
enum NightTruth {
  /// Reads a night with its truth.
  /// - Throws: `ScenarioError` with the file and line of what cannot be read.
  static func labelled(_ folder: String) throws -> LabelledNight {
    var numbers: [String: Int] = [:]
    var boats: [LabelledNight.Boat] = []
    for row in try NightTable(
      path: folder + "/boats.csv", columns: ["boat", "departed_s", "aboard", "recovered", "outcome", "end_s"]
    ).rows {
      numbers[try row.needed("boat")] = boats.count
      boats.append(
        LabelledNight.Boat(
          departedSeconds: try row.number("departed_s") ?? 0, endedSeconds: try row.number("end_s") ?? 0,
          aboard: try row.count("aboard") ?? 0, recovered: try row.count("recovered") ?? 0, outcome: try outcome(row)))
    }
    var boatOf: [EvidenceID: Int] = [:]
    for row in try NightTable(path: folder + "/truth.csv", columns: ["report", "boat"]).rows {
      guard let boat = numbers[try row.needed("boat")] else { throw row.refused("the boat is not in boats.csv") }
      boatOf[EvidenceID(try row.needed("report"))] = boat
    }
    return LabelledNight(
      evidence: try NightFiles.evidence(folder), boatOf: boatOf, boats: boats, clockStart: NightFiles.start)
  }

  private static func outcome(_ row: NightTable.Row) throws -> LabelledNight.Outcome {
    switch try row.needed("outcome") {
    case "recovered": .recovered
    case "recovered in part": .recoveredInPart
    case "lost": .lost
    case "landed", "returned": .ashore
    default: throw row.refused("outcome is none of recovered, recovered in part, lost, landed, returned")
    }
  }
}
