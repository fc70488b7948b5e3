import ArgumentParser
import Foundation
import Resolution

/// `foreland names learn`: weights from labelled pairs, as the source that the module is built with.
struct NamesLearn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Learn the weights of the comparison from labelled pairs.",
    discussion: """
      Learns from the training half of each table alone (see `names measure`), says by five-fold cross-validation \
      within that half \
      how good the weights will be, and writes them as Swift source. The held-back half is not looked at.
      """)

  @Argument(help: "Tables with name1, name2 and is_match.")
  var files: [String]
  @Option(help: "How strongly the weights for names of one word are held near 0.")
  var ridgeSingle = 3.0
  @Option(help: "How strongly the weights for names of several words are held near 0.")
  var ridgeSeveral = 2.0
  @Option(help: "Write the source to this file, - is standard output.")
  var out: String

  private static let folds = 5

  func run() throws {
    try tellingScenarioErrors {
      var pairs: [NameLearner.Pair] = []
      for path in files {
        let labelled = try LabelledNames(path: path)
        let training = labelled.pairs.filter { $0.half == .training }
        let made = training.map { pair in
          NameLearner.Pair(first: PreparedName(pair.first), second: PreparedName(pair.second), isSame: pair.isSame)
        }
        validate(made, path)
        pairs += made
      }
      let learner = NameLearner(single: ridgeSingle, several: ridgeSeveral)
      let weights = learner.learn(pairs)
      try writeWhole(Data(source(weights, count: pairs.count).utf8), to: out)
      tell("foreland: learned from \(pairs.count) pairs of the training halves\n")
    }
  }

  private func validate(_ pairs: [NameLearner.Pair], _ path: String) {
    let learner = NameLearner(single: ridgeSingle, several: ridgeSeveral)
    var judged: [NameMeasure.Judged] = []
    for fold in 0..<Self.folds {
      let learned = learner.learn(pairs.enumerated().filter { $0.offset % Self.folds != fold }.map(\.element))
      let comparer = NameComparer(weights: learned)
      judged += pairs.enumerated().filter { $0.offset % Self.folds == fold }.map { pair in
        .init(score: comparer.score(pair.element.first, pair.element.second), isSame: pair.element.isSame)
      }
    }
    let measure = NameMeasure(judged)
    tell(
      String(
        format: "foreland: %@: cross-validated within the training half: F1 %.3f, Brier %.3f\n", path, measure.best.f1,
        measure.brier))
  }

  private func source(_ weights: NameWeights, count: Int) -> String {
    let rows = weights.table.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    return """
      extension NameWeights {
        /// The weights that ship: learned by `foreland names learn` from \(count) labelled pairs, the training
        /// halves of the tables that `docs/names.md` names. The columns are the feature, its weight for names of one
        /// word, and for names of several.
        public static let learned = NameWeights(
          table: \"\"\"
      \(rows)
            \"\"\")
      }

      """
  }
}
