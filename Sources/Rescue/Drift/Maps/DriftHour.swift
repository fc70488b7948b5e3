public import Geodesy

/// Where the members of a drift are at one of several moments, ready to be drawn and told.
public struct DriftHour: Sendable {
  /// The number of the moment; hours from now on, as a rule.
  public let hour: Int
  /// The moment.
  public let instant: Instant
  /// The middle and the spread.
  public let datum: DriftDatum
  /// The probability of each cell.
  public let map: DriftMap
  /// The areas that hold shares of the probability, in the order of the shares.
  public let areas: [SearchArea]
  /// The weight of the members ashore, of those whose place is known.
  public let shareAground: Double
  /// The weight of the members that left the cover of the fields, of all.
  public let shareOutsideCover: Double
  /// The weight of each hypothesis, of 1 in all.
  public let hypothesisShares: [Double]

  /// The hour of some members; nil when no place is known.
  public init?(_ cloud: DriftCloud, hour: Int, shares: [Double] = DriftGeoJSON.usualShares) {
    guard let datum = cloud.datum, let map = DriftMap(cloud, hour: hour) else { return nil }
    self.hour = hour
    instant = cloud.instant
    self.datum = datum
    self.map = map
    areas = shares.map { SearchArea(map, share: $0) }
    shareAground = cloud.shareAground
    shareOutsideCover = cloud.shareOutsideCover
    hypothesisShares = cloud.hypothesisShares
  }
}
