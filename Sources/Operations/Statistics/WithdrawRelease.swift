import Ledger
import Marking

/// A vintage that should not have come in was taken out.
struct ReleaseWithdrawn: Fact {
  static let kind = "statistics.withdrawn"
  var series: String
  var released: StatisticDay
  var aggregate: String { "statistics:\(series)" }
}

/// Takes a vintage out, for a reason; the ledger and every view of the past keep it.
package struct WithdrawRelease: Command, Sendable, Hashable {
  static let act = Act.correct
  static let kind = ObjectKind.statistics

  package var series: String
  package var released: StatisticDay
  package var reason: String

  package init(series: String, released: StatisticDay, reason: String) {
    (self.series, self.released, self.reason) = (series, released, reason)
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try StatisticText.check(id: series)
    let reason = try LogText.checked(reason, ground.limits)
    guard try StatisticsView.days(of: series, in: ground.views).contains(released) else {
      throw OperationsError(.notFound, "There is no such release.")
    }
    return [
      try EntryDraft(
        ReleaseWithdrawn(series: series, released: released), about: ground.now, marking: ground.marking(.official),
        sealed: [LogText.part(reason, about: [])])
    ]
  }
}
