/// How likely a crossing day is, in the three colours of the published crossing conditions.
public enum CrossingOutlook: String, Sendable, CaseIterable {
  case red, amber, green

  /// The thresholds of the conditions as the Home Office published them in June 2025: red over 55 %, green under 35 %.
  public struct Thresholds: Equatable, Sendable {
    /// The chance over which a day is red.
    public let redOver: Double
    /// The chance under which it is green.
    public let greenUnder: Double

    /// Makes thresholds; the second is never above the first.
    public init(redOver: Double, greenUnder: Double) {
      self.redOver = redOver
      self.greenUnder = min(greenUnder, redOver)
    }

    /// As published in June 2025.
    public static let published = Thresholds(redOver: 0.55, greenUnder: 0.35)
  }

  /// The colour of a chance.
  public init(chance: Double, _ thresholds: Thresholds = .published) {
    self = chance > thresholds.redOver ? .red : chance < thresholds.greenUnder ? .green : .amber
  }
}
