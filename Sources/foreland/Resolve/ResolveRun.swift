import ArgumentParser
import Foundation
import Resolution

/// One run of resolving, with words about what was done.
struct ResolveRun {
  /// The records that were admitted.
  let table: RecordTable
  /// The column that names them.
  let key: Int
  let clean: CleanTable
  /// The knowing comparison of names, where letters alone would not do.
  let names: NameComparer?
  let answer: ResolutionAnswer

  init(_ table: RecordTable, options: ResolveOptions) throws {
    let input = try ResolveInput(table, options: options)
    (self.table, key, clean, names) = (input.table, input.key, input.clean, input.names)
    let constraints = try options.judgements.map { path in
      let places = input.table.places(input.key)
      return try ResolveFiles.judgements(path).constraints { places[$0] }
    }
    answer = Resolver(names: names).resolve(
      clean, constraints: constraints ?? Constraints(), progress: ProgressLine.show)
    ProgressLine.clear()
    sayPlan()
  }

  private func sayPlan() {
    let plan = answer.learned.plan
    if plan.isExhaustive { ProgressLine.say("every pair is compared, since there are few") }
    for (number, chosen) in plan.chosen.enumerated() {
      let common = answer.commonRecords[number]
      ProgressLine.say(
        "rule \(number + 1): \(chosen.words); about \(Int(chosen.pairs)) pairs, \(percent(chosen.recall)) found so far"
          + (common > 0 ? "; too common a key for \(common) records" : ""))
    }
    ProgressLine.say("\(table.count) records, \(answer.comparisons) pairs compared")
    if answer.comparisons == 0, table.count > 1 {
      ProgressLine.say(
        "note: no pair was compared, since no records share a key that is rare enough; more columns are needed")
    }
    let recall = plan.expectedRecall
    ProgressLine.say(
      recall > 0
        ? "expected to hold \(percent(recall)) of the matches" : "no drawn pair was a match: nothing is known of recall"
    )
  }

  /// Says what is to be expected of the answer, and where it hangs by little.
  func sayQuality() {
    guard !answer.pairs.isEmpty else { return ProgressLine.say("no pair is likely enough to be written") }
    let estimate = QualityEstimate(answer, threshold: 0.5)
    ProgressLine.say(
      "expected without truth, from probability 0.5: precision \(percent(estimate.precision)), recall "
        + "\(percent(estimate.recall))")
    ProgressLine.say("\(answer.bridges.count) doubtful bridges: clusters that hang together by little")
    for bridge in answer.bridges.sorted(by: { $0.probability < $1.probability }).prefix(5) {
      let names = [bridge.left, bridge.right].map { table.text(Int($0), key) ?? "" }
      ProgressLine.say(
        "  \(names[0]) and \(names[1]) join \(bridge.leftCount) and \(bridge.rightCount) records, \(percent(bridge.probability))"
      )
    }
  }

  private func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }
}
