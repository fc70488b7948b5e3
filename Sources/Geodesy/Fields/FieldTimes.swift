/// The moments at which a field has values, in order.
public struct FieldTimes: Hashable, Sendable {
  /// The moments, each later than the one before; never empty.
  public let moments: [Instant]

  /// The most moments that a field may have.
  public static let most = 100_000

  /// The moments, or nil when there are none, too many, or they are not in order.
  public init?(_ moments: [Instant]) {
    guard !moments.isEmpty, moments.count <= Self.most, zip(moments, moments.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.moments = moments
  }

  /// The values before and after a moment and the fraction of the way between them; nil outside the cover.
  func bracket(_ instant: Instant) -> (before: Int, after: Int, fraction: Double)? {
    guard let first = moments.first, let last = moments.last, first <= instant, instant <= last else { return nil }
    var (low, high) = (0, moments.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if moments[middle] <= instant { low = middle } else { high = middle - 1 }
    }
    guard low + 1 < moments.count else { return (low, low, 0) }
    return (
      low, low + 1, instant.seconds(since: moments[low]) / moments[low + 1].seconds(since: moments[low])
    )
  }
}
