/// The same velocity everywhere and always.
public struct ConstantFlow: FlowField, FlowMoment, Hashable {
  /// What the field is, in words.
  public let name: String
  /// Metres a second towards the east.
  public let eastMetresPerSecond: Double
  /// Metres a second towards the north.
  public let northMetresPerSecond: Double

  /// The fastest velocity that a field of wind or water can have, in metres a second.
  public static let fastestMetresPerSecond = 150.0

  /// A constant field, or nil unless both components are finite and within 150 m/s.
  public init?(name: String, eastMetresPerSecond: Double, northMetresPerSecond: Double) {
    guard eastMetresPerSecond.magnitude <= Self.fastestMetresPerSecond,
      northMetresPerSecond.magnitude <= Self.fastestMetresPerSecond
    else { return nil }
    self.name = name
    self.eastMetresPerSecond = eastMetresPerSecond
    self.northMetresPerSecond = northMetresPerSecond
  }

  /// No motion at all.
  public static func calm(name: String) -> ConstantFlow {
    ConstantFlow(calm: name)
  }

  private init(calm name: String) {
    self.name = name
    eastMetresPerSecond = 0
    northMetresPerSecond = 0
  }

  /// The field itself: it is the same at every moment.
  public func moment(at instant: Instant) -> any FlowMoment { self }

  /// The same velocity at all places.
  public func velocity(latitudesDegrees: SIMD8<Double>, longitudesDegrees: SIMD8<Double>) -> FlowVectors {
    FlowVectors(east: SIMD8(repeating: eastMetresPerSecond), north: SIMD8(repeating: northMetresPerSecond))
  }
}
