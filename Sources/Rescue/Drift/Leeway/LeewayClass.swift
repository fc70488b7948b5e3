/// How a kind of object drifts in the wind, apart from the water that carries it.
///
/// Leeway has a part along the wind and a part across it. Objects lie to the wind in two ways, and drift to the right or to
/// the left of the downwind direction accordingly. Each part is a line over the wind speed at 10 m with a deviation.
public struct LeewayClass: Hashable, Sendable {
  /// A line over the wind speed and the deviation around it.
  public struct Line: Hashable, Sendable {
    /// Per cent of the wind speed; negative is upwind, or to the left.
    public let slopePercent: Double
    /// Centimetres a second without any wind.
    public let offsetCentimetresPerSecond: Double
    /// One standard deviation, in centimetres a second at a wind of 10 m/s.
    public let deviationCentimetresPerSecond: Double

    /// A line over the wind speed.
    public init(slopePercent: Double, offsetCentimetresPerSecond: Double, deviationCentimetresPerSecond: Double) {
      self.slopePercent = slopePercent
      self.offsetCentimetresPerSecond = offsetCentimetresPerSecond
      self.deviationCentimetresPerSecond = deviationCentimetresPerSecond
    }
  }

  /// The key by which search planners know the class: `SKIFF-3`.
  public let key: String
  /// What the object is, in words.
  public let title: String
  /// Leeway along the wind.
  public let downwind: Line
  /// Leeway across the wind of an object that drifts to the right; `CrosswindSense` says what its sign means.
  public let right: Line
  /// Leeway across the wind of an object that drifts to the left.
  public let left: Line
  /// Why these numbers, when nobody has measured them: the class is then an estimate, and shown as one. Else nil.
  public let evidenceOfEstimate: String?

  /// A class of drifting object.
  public init(
    key: String, title: String, downwind: Line, right: Line, left: Line, evidenceOfEstimate: String? = nil
  ) {
    self.key = key
    self.title = title
    self.downwind = downwind
    self.right = right
    self.left = left
    self.evidenceOfEstimate = evidenceOfEstimate
  }

  /// Whether the numbers were derived and not measured.
  public var isEstimate: Bool { evidenceOfEstimate != nil }
}
