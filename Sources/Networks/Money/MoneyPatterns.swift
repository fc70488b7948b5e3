/// Finds patterns of money on accounts.
public struct MoneyPatterns: Sendable {
  private let transfers: [Transfer]
  private let thresholds: MoneyThresholds

  /// Patterns among transfers, from thresholds on.
  public init(_ transfers: [Transfer], thresholds: MoneyThresholds = MoneyThresholds()) {
    (self.transfers, self.thresholds) = (transfers, thresholds)
  }

  /// All findings: one at most of each pattern an account, the one with most transfers, by account and pattern.
  public var findings: [MoneyFinding] {
    let order = transfers.indices.sorted { (transfers[$0].time, $0) < (transfers[$1].time, $1) }
    var incoming: [Int: [Int]] = [:]
    var outgoing: [Int: [Int]] = [:]
    for place in order where transfers[place].source != transfers[place].target {
      incoming[transfers[place].target, default: []].append(place)
      outgoing[transfers[place].source, default: []].append(place)
    }
    var found = [MoneyFinding]()
    for (account, places) in incoming {
      found += [fan(.fanIn, account, places, \.source, thresholds.fanInPayers)].compactMap { $0 }
      found += [passThrough(account, places, outgoing[account] ?? [])].compactMap { $0 }
    }
    for (account, places) in outgoing {
      found += [fan(.fanOut, account, places, \.target, thresholds.fanOutPayees)].compactMap { $0 }
      found += [structuring(account, places)].compactMap { $0 }
    }
    return found.sorted { ($0.account, $0.pattern.rawValue) < ($1.account, $1.pattern.rawValue) }
  }

  /// The window of transfers with most different others, if they are enough.
  private func fan(
    _ pattern: MoneyFinding.Pattern, _ account: Int, _ places: [Int], _ other: KeyPath<Transfer, Int>, _ least: Int
  ) -> MoneyFinding? {
    let window = Int64(thresholds.fanDays * 86_400)
    var counts: [Int: Int] = [:]
    var first = 0
    var best = (count: 0, places: 0..<0)
    for (last, place) in places.enumerated() {
      counts[transfers[place][keyPath: other], default: 0] += 1
      while transfers[place].time - transfers[places[first]].time > window {
        let gone = transfers[places[first]][keyPath: other]
        counts[gone] = counts[gone] == 1 ? nil : (counts[gone] ?? 0) - 1
        first += 1
      }
      if counts.count > best.count { best = (counts.count, first..<last + 1) }
    }
    guard best.count >= least else { return nil }
    let way = pattern == .fanIn ? "paid into the account" : "were paid from the account"
    return MoneyFinding(
      pattern: pattern, account: account, transfers: Array(places[best.places]),
      explanation: "\(best.count) \(way) within \(thresholds.fanDays) days; it is named from \(least) on")
  }

  /// Money that goes out soon after it came: what goes out is counted against what came before it, first in, first out.
  private func passThrough(_ account: Int, _ incoming: [Int], _ outgoing: [Int]) -> MoneyFinding? {
    let window = Int64(thresholds.passThroughHours * 3600)
    var left = incoming.map { transfers[$0].amount }
    var (next, passed, used) = (0, Int64(0), Set<Int>())
    for place in outgoing {
      var amount = transfers[place].amount
      while amount > 0, next < incoming.count, transfers[incoming[next]].time <= transfers[place].time {
        let isLate = transfers[place].time - transfers[incoming[next]].time > window
        let part = isLate ? 0 : min(amount, left[next])
        if part > 0 { used.formUnion([place, incoming[next]]) }
        amount -= part
        passed += part
        left[next] -= part
        if isLate || left[next] == 0 { next += 1 }
      }
    }
    let received = incoming.reduce(0.0) { $0 + Double(transfers[$1].amount) }
    guard received >= Double(thresholds.passThroughLeastAmount), received > 0,
      Double(passed) >= thresholds.passThroughShare * received
    else { return nil }
    let share = Int((100 * Double(passed) / received).rounded())
    return MoneyFinding(
      pattern: .passThrough, account: account,
      transfers: used.sorted { (transfers[$0].time, $0) < (transfers[$1].time, $1) },
      explanation: "\(share) % of what came in went out within \(thresholds.passThroughHours) hours; "
        + "it is named from \(Int((100 * thresholds.passThroughShare).rounded())) % on")
  }

  /// Payments just below the amount that must be reported, which together pass it.
  private func structuring(_ account: Int, _ outgoing: [Int]) -> MoneyFinding? {
    let least = thresholds.structuringShare * Double(thresholds.reportingAmount)
    let near = outgoing.filter {
      Double(transfers[$0].amount) >= least && transfers[$0].amount < thresholds.reportingAmount
    }
    let window = Int64(thresholds.structuringDays * 86_400)
    var first = 0
    var best = 0..<0
    for (last, place) in near.enumerated() {
      while transfers[place].time - transfers[near[first]].time > window { first += 1 }
      if last + 1 - first > best.count { best = first..<last + 1 }
    }
    guard best.count >= thresholds.structuringPayments else { return nil }
    return MoneyFinding(
      pattern: .structuring, account: account, transfers: Array(near[best]),
      explanation: "\(best.count) payments within \(thresholds.structuringDays) days lie just below "
        + "\(thresholds.reportingAmount); it is named from \(thresholds.structuringPayments) on")
  }
}
