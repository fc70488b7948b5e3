/// What hawala hubs owe one another, and how it may have been settled.
///
/// Value moves by promises: one hub takes money, another pays out. The debt is settled later and in sum, so the balance between two
/// hubs tells more than any payment. A promise from A to B means that A took the money and B paid it out: A owes B.
public struct HawalaBook: Sendable {
  /// What one hub owes another after promises and settlements between the two.
  public struct Debt: Hashable, Sendable {
    /// Who owes.
    public let debtor: Int
    /// Whom.
    public let creditor: Int
    /// How much, in the smallest unit.
    public let amount: Int64
  }

  /// A transfer that may be the settlement of a debt.
  public struct Settlement: Hashable, Sendable {
    /// The transfer, by its place in the list.
    public let transfer: Int
    /// What the debt was just before it.
    public let debt: Int64
  }

  private let transfers: [Transfer]

  /// A book out of promises (transfers by hawala) and other transfers between the same hubs.
  public init(_ transfers: [Transfer]) { self.transfers = transfers }

  /// What remains owed between each two hubs, largest first: promises less what was sent the same way by account or cash.
  public var debts: [Debt] {
    var balances: [SIMD2<Int>: Int64] = [:]
    for transfer in transfers { Self.count(transfer, &balances, among: hubs) }
    return balances.compactMap { pair, balance in
      balance == 0
        ? nil
        : Debt(
          debtor: balance > 0 ? pair.x : pair.y, creditor: balance > 0 ? pair.y : pair.x, amount: abs(balance))
    }.sorted { ($1.amount, $0.debtor, $0.creditor) < ($0.amount, $1.debtor, $1.creditor) }
  }

  /// The fewest payments that a plain rule finds to settle all debts at once: who owes most pays who is owed most.
  ///
  /// Each hub pays or gets exactly its net balance, so that nothing is made or lost.
  public var netted: [Debt] {
    var nets: [Int: Int64] = [:]
    for debt in debts {
      nets[debt.debtor, default: 0] -= debt.amount
      nets[debt.creditor, default: 0] += debt.amount
    }
    var payments = [Debt]()
    while let debtor = nets.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }), debtor.value < 0,
      let creditor = nets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    {
      let amount = min(-debtor.value, creditor.value)
      payments.append(Debt(debtor: debtor.key, creditor: creditor.key, amount: amount))
      nets[debtor.key, default: 0] += amount
      nets[creditor.key, default: 0] -= amount
    }
    return payments
  }

  /// Transfers by account or cash between hubs that come near what was owed just before them.
  ///
  /// - Parameter tolerance: how far the amount may lie from the debt, as a share of it: fees and rates.
  public func settlements(tolerance: Double = 0.05) -> [Settlement] {
    var balances: [SIMD2<Int>: Int64] = [:]
    let hubs = hubs
    var found = [Settlement]()
    for place in transfers.indices.sorted(by: { (transfers[$0].time, $0) < (transfers[$1].time, $1) }) {
      let transfer = transfers[place]
      if transfer.channel != .hawala {
        let pair = Self.pair(transfer)
        let balance = (balances[pair] ?? 0) * (transfer.source == pair.x ? 1 : -1)
        if balance > 0, Double(abs(balance - transfer.amount)) <= tolerance * Double(balance) {
          found.append(Settlement(transfer: place, debt: balance))
        }
      }
      Self.count(transfer, &balances, among: hubs)
    }
    return found
  }

  /// Those who gave or took a promise.
  private var hubs: Set<Int> {
    Set(transfers.filter { $0.channel == .hawala }.flatMap { [$0.source, $0.target] })
  }

  private static func pair(_ transfer: Transfer) -> SIMD2<Int> {
    SIMD2(min(transfer.source, transfer.target), max(transfer.source, transfer.target))
  }

  /// A balance above 0 is owed by the lower hub to the higher.
  private static func count(_ transfer: Transfer, _ balances: inout [SIMD2<Int>: Int64], among hubs: Set<Int>) {
    guard transfer.source != transfer.target, hubs.contains(transfer.source), hubs.contains(transfer.target) else {
      return
    }
    let sign: Int64 = (transfer.source < transfer.target ? 1 : -1) * (transfer.channel == .hawala ? 1 : -1)
    balances[pair(transfer), default: 0] += sign * transfer.amount
  }
}
