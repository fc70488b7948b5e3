import Foundation
import Outlook

/// The scoreboard in lines of text.
enum ScoreboardText {
  static func words(_ board: Scoreboard) -> String {
    let heading =
      pad("forecast")
      + ["CRPS 7", "CRPS 14", "CRPS 28", "MASE", "in 80 %", "Brier", "total WAPE", "in 80 %", "total CRPS"]
      .map { pad($0, 12) }.joined()
    let rows = ([board.combined] + board.others).map { score in
      let totals = "\(score.totalsCovered)/\(score.totals)"
      return pad(score.name)
        + [
          number(score.score(firstDays: 7), 2), number(score.score(firstDays: 14), 2),
          number(score.score(firstDays: 28), 2),
          number(score.scaledError, 3), number(score.coverage, 3), number(score.brier, 4),
          number(score.totalWeightedError, 3), totals, number(score.totalScore, 1),
        ].map { pad($0, 12) }.joined()
    }
    let bins = board.combined.reliability.bins.compactMap { bin -> String? in
      guard let given = bin.meanChance, let share = bin.share else { return nil }
      return "  \(number(given, 2)) came true \(number(share, 2)) of \(bin.days) days"
    }
    return ([heading] + rows + ["Chance of a crossing day, given and come true:"] + bins).joined(separator: "\n")
  }

  private static func number(_ value: Double?, _ digits: Int) -> String {
    value.map { String(format: "%.\(digits)f", $0) } ?? "-"
  }

  private static func pad(_ text: String, _ width: Int = 22) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }
}
