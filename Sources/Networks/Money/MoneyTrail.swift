/// Where money went from one holder, in the order of time and without a penny made or lost.
///
/// Money leaves a holder in the order in which it came, and no transfer carries on more of the traced money than came before it.
/// The rule of first in, first out is one of several that courts use; another would part the same sums otherwise.
public struct MoneyTrail: Sendable {
  /// One way that some of the money took.
  public struct Path: Hashable, Sendable {
    /// The transfers it took, by their place in the list, in order.
    public let transfers: [Int]
    /// How much of it reached the end, in the smallest unit.
    public let amount: Int64
  }

  /// What was traced.
  public struct Answer: Hashable, Sendable {
    /// The ways, those with most money first.
    public let paths: [Path]
    /// What each holder has at the end of the traced money.
    public let held: [Int: Int64]
    /// What left the first holder; it is the sum of what is held.
    public let started: Int64
    /// What was held longer than allowed or split more often than allowed, and was followed no further.
    public let resting: Int64
  }

  /// How long money may rest with a holder and still count as the same, in seconds.
  public var longestRestSeconds: Int64
  /// The most transfers of one way.
  public var mostHops: Int
  /// The most parcels that money is split into; what is more stays where it is.
  public var mostParcels: Int

  /// A trace.
  public init(longestRestSeconds: Int64 = 30 * 86_400, mostHops: Int = 24, mostParcels: Int = 1_000_000) {
    self.longestRestSeconds = max(0, longestRestSeconds)
    self.mostHops = max(1, mostHops)
    self.mostParcels = max(1, mostParcels)
  }

  /// Some of the money, where it is and how it came there.
  private struct Parcel {
    var amount: Int64
    var time: Int64
    /// The transfer that brought it, and the parcel it was before; −1 for none.
    var transfer: Int
    var before: Int
    var hops: Int
  }

  /// Traces all that left a holder in a span of time.
  ///
  /// - Parameters:
  ///   - transfers: in any order; those of equal time count in the order of the list.
  ///   - span: seconds since 1970 in which money must leave the first holder; later transfers carry it on.
  public func follow(from holder: Int, in span: ClosedRange<Int64>, _ transfers: [Transfer]) -> Answer {
    var parcels = [Parcel]()
    // The parcels of each holder in the order in which they came; the first ones may be spent.
    var queues: [Int: (first: Int, parcels: [Int])] = [:]
    var started: Int64 = 0
    let order = transfers.indices
      .filter { transfers[$0].amount > 0 && transfers[$0].source != transfers[$0].target }
      .sorted { (transfers[$0].time, $0) < (transfers[$1].time, $1) }
    for place in order {
      let transfer = transfers[place]
      if transfer.source == holder {
        // What returns to the first holder has ended its way; what leaves is new.
        guard span.contains(transfer.time), started <= Int64.max - transfer.amount else { continue }
        started += transfer.amount
        let parcel = Parcel(amount: transfer.amount, time: transfer.time, transfer: place, before: -1, hops: 1)
        queues[transfer.target, default: (0, [])].parcels.append(parcels.count)
        parcels.append(parcel)
        continue
      }
      guard var queue = queues[transfer.source] else { continue }
      var left = transfer.amount
      while left > 0, queue.first < queue.parcels.count, parcels.count < mostParcels {
        let number = queue.parcels[queue.first]
        let parcel = parcels[number]
        let isResting = transfer.time - parcel.time > longestRestSeconds || parcel.hops >= mostHops
        let moved = isResting ? 0 : min(left, parcel.amount)
        if moved > 0 {
          parcels[number].amount -= moved
          left -= moved
          let next = Parcel(
            amount: moved, time: transfer.time, transfer: place, before: number, hops: parcel.hops + 1)
          queues[transfer.target, default: (0, [])].parcels.append(parcels.count)
          parcels.append(next)
        }
        if isResting || parcels[number].amount == 0 { queue.first += 1 }
      }
      queues[transfer.source] = queue
    }
    return answer(parcels, transfers, started)
  }

  private func answer(_ parcels: [Parcel], _ transfers: [Transfer], _ started: Int64) -> Answer {
    var held: [Int: Int64] = [:]
    var paths = [Path]()
    var resting: Int64 = 0
    let last = transfers.map(\.time).max() ?? 0
    for parcel in parcels where parcel.amount > 0 {
      held[transfers[parcel.transfer].target, default: 0] += parcel.amount
      if last - parcel.time > longestRestSeconds || parcel.hops >= mostHops { resting += parcel.amount }
      var way = [parcel.transfer]
      var before = parcel.before
      while before >= 0 {
        way.append(parcels[before].transfer)
        before = parcels[before].before
      }
      paths.append(Path(transfers: way.reversed(), amount: parcel.amount))
    }
    return Answer(
      paths: paths.sorted {
        $0.amount != $1.amount ? $0.amount > $1.amount : $0.transfers.lexicographicallyPrecedes($1.transfers)
      }, held: held, started: started, resting: resting)
  }
}
