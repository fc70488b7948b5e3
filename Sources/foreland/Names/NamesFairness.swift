import ArgumentParser
import Foundation
import Resolution

/// `foreland names fairness`: is one culture served worse than another?
struct NamesFairness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairness", abstract: "Measure error rates by culture and script.",
    discussion: """
      Makes people of fourteen cultures out of base names written down for this, spells their names in the ways of \
      their scripts, and prints how often one person's two names are missed and two people's are taken for one, each \
      with its 95 % interval (Wilson), and which cultures are served worse than the rest.
      """)

  @Option(help: "Trials of each kind for each culture.")
  var trials = 500
  @Option(help: "A score from which two names count as one.")
  var threshold = 0.5
  @Option(help: "The seed of chance.")
  var seed: UInt64 = 1

  @Option(help: "Write what was judged wrongly to this file (CSV).")
  var list: String?
  @Option(help: "Try these weights, as `names learn` wrote them, instead of those that ship.")
  var weights: String?

  func validate() throws {
    guard 1...FairnessReport.mostTrials ~= trials else {
      throw ValidationError("Trials are 1 to \(FairnessReport.mostTrials).")
    }
    guard 0...1 ~= threshold else { throw ValidationError("A threshold is 0 to 1.") }
  }

  func run() throws {
    try tellingScenarioErrors { try report(NameComparer(weights: readWeights(weights))) }
  }

  private func report(_ comparer: NameComparer) throws {
    for culture in NameCulture.all {
      print("\(culture.title): \(Set(culture.given).count) given and \(Set(culture.family).count) family names")
    }
    let report = FairnessReport(comparer: comparer, trials: trials, threshold: threshold, seed: seed)
    for kind in FairnessTrial.Kind.allCases {
      let error = kind.isSame ? "one person missed" : "two people taken for one"
      print("\n\(kind.rawValue): \(error), per cent (95 % interval)")
      for rate in report.rates where rate.kind == kind {
        let alike =
          rate.writtenAlike > 0 ? ", \(rate.writtenAlike) of \(rate.errors.hits) written letter for letter alike" : ""
        print(line(rate.culture, rate.errors) + alike)
      }
      print(line("all together", report.pooled(kind)))
      let worse = report.servedWorse(kind).map { $0.culture }
      print(
        worse.isEmpty
          ? "  no culture is served worse than the others" : "  served worse: \(worse.joined(separator: ", "))")
    }
    guard let list else { return }
    let rows = report.wrong.map { wrong in
      let score = String(format: "%.4f", wrong.score)
      return "\(wrong.culture),\(wrong.trial.kind.rawValue),\(score),\(wrong.trial.first),\(wrong.trial.second)\n"
    }
    try writeWhole(Data(("culture,kind,score,name1,name2\n" + rows.joined()).utf8), to: list)
  }

  private func line(_ title: String, _ share: WilsonInterval) -> String {
    let name = title.padding(toLength: 34, withPad: " ", startingAt: 0)
    return "  " + name + String(format: "%5.1f (%.1f to %.1f)", share.share * 100, share.low * 100, share.high * 100)
  }
}
