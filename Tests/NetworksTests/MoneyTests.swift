import Testing

@testable import Networks

@Suite struct MoneyTests {
  private let day: Int64 = 86_400

  @Test func moneyGoesForwardInTimeAndNoneIsMadeOrLost() {
    let transfers = [
      Transfer(source: 0, target: 1, amount: 1000, time: 10), Transfer(source: 9, target: 1, amount: 500, time: 5),
      Transfer(source: 1, target: 2, amount: 600, time: 20, channel: .cash),
      Transfer(source: 1, target: 3, amount: 700, time: 30, channel: .hawala),
      // Before any of it came.
      Transfer(source: 3, target: 4, amount: 900, time: 25), Transfer(source: 3, target: 4, amount: 100, time: 40),
    ]
    let answer = MoneyTrail().follow(from: 0, in: 0...100, transfers)
    #expect(answer.started == 1000)
    #expect(answer.held == [2: 600, 3: 300, 4: 100])
    #expect(
      answer.paths == [
        MoneyTrail.Path(transfers: [0, 2], amount: 600), MoneyTrail.Path(transfers: [0, 3], amount: 300),
        MoneyTrail.Path(transfers: [0, 3, 5], amount: 100),
      ])
  }

  @Test(arguments: 0..<5)
  func sumsHoldForMoneyThatGoesAnywhere(seed: UInt64) {
    var chance = Chance(seed: seed)
    let transfers = (0..<400).map { _ in
      Transfer(
        source: .random(in: 0..<12, using: &chance), target: .random(in: 0..<12, using: &chance),
        amount: .random(in: 1..<1000, using: &chance), time: .random(in: 0..<90 * 86_400, using: &chance))
    }
    let answer = MoneyTrail().follow(from: 3, in: 0...(20 * day), transfers)
    #expect(answer.started > 0)
    #expect(answer.held.values.reduce(0, +) == answer.started)
    #expect(answer.paths.reduce(0) { $0 + $1.amount } == answer.started)
    for path in answer.paths {
      for (one, next) in zip(path.transfers, path.transfers.dropFirst()) {
        #expect(transfers[one].target == transfers[next].source && transfers[one].time <= transfers[next].time)
      }
    }
  }

  @Test func moneyThatRestsIsFollowedNoFurther() {
    let transfers = [
      Transfer(source: 0, target: 1, amount: 100, time: 0), Transfer(source: 1, target: 2, amount: 100, time: 40 * day),
    ]
    let answer = MoneyTrail().follow(from: 0, in: 0...1, transfers)
    #expect(answer.held == [1: 100])
    #expect(answer.resting == 100)
  }

  @Test func hubsAreNetted() {
    let book = HawalaBook([
      Transfer(source: 0, target: 1, amount: 900, time: 1, channel: .hawala),
      Transfer(source: 1, target: 0, amount: 400, time: 2, channel: .hawala),
      Transfer(source: 1, target: 2, amount: 500, time: 3, channel: .hawala),
      Transfer(source: 7, target: 0, amount: 50, time: 3),
    ])
    #expect(
      book.debts == [
        HawalaBook.Debt(debtor: 0, creditor: 1, amount: 500), HawalaBook.Debt(debtor: 1, creditor: 2, amount: 500),
      ])
    // One payment settles what two would.
    #expect(book.netted == [HawalaBook.Debt(debtor: 0, creditor: 2, amount: 500)])
  }

  @Test func aTransferOfWhatIsOwedMaySettleIt() {
    let book = HawalaBook([
      Transfer(source: 0, target: 1, amount: 900, time: 1, channel: .hawala),
      Transfer(source: 0, target: 1, amount: 880, time: 4),
    ])
    #expect(book.settlements() == [HawalaBook.Settlement(transfer: 1, debt: 900)])
    #expect(book.debts == [HawalaBook.Debt(debtor: 0, creditor: 1, amount: 20)])
  }

  @Test func patternsAreNamedFromTheirThresholdsOn() {
    var transfers = (0..<8).map { Transfer(source: 10 + $0, target: 1, amount: 50_000, time: Int64($0) * 3600) }
    transfers.append(Transfer(source: 1, target: 2, amount: 380_000, time: 10 * 3600))
    let found = MoneyPatterns(transfers).findings
    #expect(found.map(\.pattern) == [.fanIn, .passThrough])
    #expect(found[0].transfers == Array(0..<8))
    #expect(found[1].explanation.hasPrefix("95 %"))
    #expect(MoneyPatterns(Array(transfers.dropFirst())).findings.map(\.pattern) == [.passThrough])
    #expect(MoneyPatterns(transfers.dropLast()).findings.map(\.pattern) == [.fanIn])
    let out = (0..<8).map { Transfer(source: 1, target: 10 + $0, amount: 5, time: Int64($0) * 3600) }
    #expect(MoneyPatterns(out).findings.map(\.pattern) == [.fanOut])
    let cut = (0..<3).map { Transfer(source: 1, target: 2, amount: 950_000, time: Int64($0) * 2 * 86_400) }
    #expect(MoneyPatterns(cut).findings.map(\.pattern) == [.structuring])
    #expect(MoneyPatterns(Array(cut.dropLast())).findings.isEmpty)
  }

  @Test func senselessThresholdsAreRefused() {
    var thresholds = MoneyThresholds()
    #expect(thresholds.fault == nil)
    thresholds.fanDays = .nan
    #expect(thresholds.fault != nil)
  }
}
