/// How often a sensor has shown craft that were in one ring around it.
public struct MeasuredRing: Hashable, Sendable, Codable {
  /// Its inner edge, in metres from the sensor.
  public let fromMetres: Double
  /// Its outer edge, in metres from the sensor.
  public let toMetres: Double
  /// Looks at craft that were there; older ones count for less, so this is no whole number.
  public let looks: Double
  /// Looks of these that showed the craft.
  public let hits: Double

  /// The share of looks that showed the craft, 0 to 1; nil without looks.
  public var rate: Double? { looks > 0 ? min(max(hits / looks, 0), 1) : nil }

  /// Where the probability lies with 95 %, if looks do not depend on each other: from 0 to 1 without looks.
  ///
  /// Source: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical
  /// Association 22 (1927). Eight hits in ten looks give 0.490 to 0.943.
  public var interval: ClosedRange<Double> {
    guard let rate, looks.isFinite else { return 0...1 }
    let squared = Self.normalPoint * Self.normalPoint / looks
    let middle = (rate + squared / 2) / (1 + squared)
    let half = Self.normalPoint * ((rate * (1 - rate) + squared / 4) / looks).squareRoot() / (1 + squared)
    return max(0, middle - half)...min(1, max(middle + half, 0))
  }

  /// The point of the normal distribution with 2.5 % beyond it.
  private static let normalPoint = 1.959963984540054
}
