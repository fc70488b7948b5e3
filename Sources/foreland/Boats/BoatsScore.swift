import ArgumentParser
import Foundation
import Rescue

/// `foreland boats score`: the figures of answers to nights of which the truth is known.
struct BoatsScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Compare answers with the truth of their nights.",
    discussion: """
      Prints the adjusted Rand index of the grouping, the error and the cover of the number of boats, and for "somebody \
      is not accounted for" the area under the curve, the Brier score, how many boats with people lacking stand under \
      the threshold, and how many boats with nobody lacking do.
      """)

  @Argument(help: "A night's folder and its answer's folder, as often as wanted.")
  var folders: [String]
  @Option(help: "The chance under which a boat counts as cleared.")
  var threshold = 0.1

  func validate() throws {
    guard folders.count.isMultiple(of: 2) else {
      throw ValidationError("Folders come in pairs: a night and its answer.")
    }
  }

  func run() throws {
    var score = GroupingScore()
    for pair in stride(from: 0, to: folders.count, by: 2) {
      try Self.take(try NightTruth.labelled(folders[pair]), answer: folders[pair + 1], &score)
    }
    print(Self.words(score, threshold))
  }

  private static func take(_ night: LabelledNight, answer: String, _ score: inout GroupingScore) throws {
    var boatOf: [EvidenceID: String] = [:]
    for row in try NightTable(path: answer + "/assignment.csv", columns: ["item", "boat"]).rows {
      boatOf[EvidenceID(try row.needed("item"))] = try row.needed("boat")
    }
    if let missing = night.boatOf.keys.sorted().first(where: { boatOf[$0] == nil }) {
      throw ScenarioError(place: answer + "/assignment.csv", reason: "\(missing) has no boat")
    }
    var unaccounted: [String: Double] = [:]
    for row in try NightTable(path: answer + "/boats.csv", columns: ["boat", "unaccounted"]).rows {
      unaccounted[try row.needed("boat")] = try row.number("unaccounted")
    }
    guard let count = try NightTable(path: answer + "/count.csv", columns: ["least", "likely", "most"]).rows.first,
      let least = try count.number("least"), let likely = try count.number("likely"),
      let most = try count.number("most")
    else { throw ScenarioError(place: answer + "/count.csv", reason: "it has no row with least, likely and most") }
    score.take(night, boatOf: boatOf, unaccounted: unaccounted, least: least, likely: likely, most: most)
  }

  /// The figures in one line.
  static func words(_ score: GroupingScore, _ threshold: Double) -> String {
    func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
    let missed = score.missed(under: threshold)
    return
      "nights \(score.nights.count) ARI \(rounded(score.adjustedRandIndex)) count error \(rounded(score.countError)) "
      + "covered \(rounded(score.covered)) width \(rounded(score.width)) AUC \(rounded(score.areaUnderCurve)) "
      + "Brier \(rounded(score.brier)) missed \(missed.missed) of \(missed.of) "
      + "cleared \(rounded(score.cleared(under: threshold)))"
  }
}
