/// Whether days given a chance of about this had a crossing about that often.
public struct Reliability: Equatable, Sendable {
  /// A bin of chances.
  public struct Bin: Equatable, Sendable {
    /// The least chance that falls into it.
    public let from: Double
    /// Where the next bin begins.
    public let to: Double
    /// How many days were given such a chance.
    public fileprivate(set) var days = 0
    /// On how many of them something came.
    public fileprivate(set) var came = 0
    fileprivate var chances = 0.0

    /// The mean chance that was given; nil when there was no such day.
    public var meanChance: Double? { days > 0 ? chances / Double(days) : nil }
    /// The share of days on which something came.
    public var share: Double? { days > 0 ? Double(came) / Double(days) : nil }
  }

  /// Ten bins of equal width.
  public private(set) var bins = (0..<10).map { Bin(from: Double($0) / 10, to: Double($0 + 1) / 10) }

  /// Empty bins.
  public init() {}

  /// Takes one day.
  public mutating func take(chance: Double, came: Bool) {
    let bin = min(max(Int(chance * 10), 0), 9)
    bins[bin].days += 1
    bins[bin].came += came ? 1 : 0
    bins[bin].chances += chance
  }
}
