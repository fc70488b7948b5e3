import ArgumentParser
import Foundation
import Resolution
import Tables

/// `foreland names measure`: how good the scores are on labelled pairs.
struct NamesMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure the scores on labelled pairs.",
    discussion: """
      Reads tables with name1, name2 and is_match. The pairs of each are parted into two halves by a hash of their \
      text: one \
      that weights are learned from, one held back. Prints for each half F1 at the best threshold and at the one \
      that is best on \
      the training half, for persons alone where a column schema says Person, how well the scores are calibrated, \
      and the \
      processor's time for a pair. --list writes which pair is in which half, with its score.
      """)

  @Argument(help: "Tables of labelled pairs.")
  var files: [String]
  @Option(help: "Write half, label, score and the names of every pair to this file (CSV).")
  var list: String?

  @Option(help: "Try these weights, as `names learn` wrote them, instead of those that ship.")
  var weights: String?

  private struct Scored {
    let pair: LabelledNames.Pair
    let score: Double
  }

  func run() throws {
    try tellingScenarioErrors {
      var listing = "half,is_match,score,name1,name2\n"
      for path in files {
        let labelled = try LabelledNames(path: path)
        let comparer = NameComparer(weights: try readWeights(weights))
        let scored = labelled.pairs.map { Scored(pair: $0, score: comparer.score($0.first, $0.second)) }
        print("\(path): \(scored.count) pairs; a pair is in the training half when the lowest bit of its hash is 0")
        report(scored, "all pairs")
        let persons = scored.filter { $0.pair.schema == "Person" }
        if !persons.isEmpty { report(persons, "persons") }
        reportReliability(scored.filter { $0.pair.half == .heldBack })
        reportTime(labelled.pairs)
        for one in scored {
          listing += "\(one.pair.half.rawValue),\(one.pair.isSame ? 1 : 0),\(String(format: "%.6f", one.score)),"
          listing += "\(one.pair.first.asField),\(one.pair.second.asField)\n"
        }
      }
      if let list { try writeWhole(Data(listing.utf8), to: list) }
    }
  }

  private func report(_ scored: [Scored], _ title: String) {
    func measure(_ half: NameHalf) -> NameMeasure {
      NameMeasure(scored.filter { $0.pair.half == half }.map { .init(score: $0.score, isSame: $0.pair.isSame) })
    }
    let (training, heldBack) = (measure(.training), measure(.heldBack))
    for (half, name) in [(training, NameHalf.training), (heldBack, .heldBack)] {
      let best = half.best
      print(
        String(
          format: "  %@, %@ half: %d pairs, %d the same; F1 %.3f at best (threshold %.3f), %.3f at the training half's "
            + "threshold, %.3f at 0.5; chance %.3f; Brier %.3f", title, name.rawValue, half.count, half.sameCount,
          best.f1,
          best.threshold, half.f1(threshold: training.best.threshold), half.f1(threshold: 0.5), half.f1(threshold: 0),
          half.brier))
    }
  }

  private func reportReliability(_ scored: [Scored]) {
    let measure = NameMeasure(scored.map { .init(score: $0.score, isSame: $0.pair.isSame) })
    print(String(format: "  calibration on the held-back half, mean error %.3f:", measure.calibrationError))
    for bin in measure.reliability() {
      print(
        String(
          format: "    said %.1f to %.1f: %4d pairs, mean said %.3f, found %.3f (95 %%: %.3f to %.3f)",
          bin.scores.lowerBound,
          bin.scores.upperBound, bin.count, bin.said, bin.found.share, bin.found.low, bin.found.high))
    }
  }

  /// Prints the processor's time for a pair, with and without the reading of the names.
  private func reportTime(_ pairs: [LabelledNames.Pair]) {
    guard !pairs.isEmpty else { return }
    let comparer = NameComparer()
    let rounds = max(1, 20_000 / pairs.count)
    var sum = 0.0
    let start = clock()
    for _ in 0..<rounds { for pair in pairs { sum += comparer.score(pair.first, pair.second) } }
    let whole = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let prepared = pairs.map { (PreparedName($0.first), PreparedName($0.second)) }
    let middle = clock()
    for _ in 0..<rounds { for pair in prepared { sum += comparer.score(pair.0, pair.1) } }
    let scoring = Double(clock() - middle) / Double(CLOCKS_PER_SEC)
    let count = Double(rounds * pairs.count)
    print(
      String(
        format:
          "  %.2f µs of processor time a pair with reading both names, %.2f µs once they are read (mean score %.3f)",
        whole / count * 1e6, scoring / count * 1e6, sum / count / 2))
  }
}
