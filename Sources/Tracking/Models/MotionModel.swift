/// How a craft of a class is taken to move: near constant velocity, disturbed by white accelerations.
///
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation, section 6.2.2: the
/// discretised continuous white noise acceleration model, whose intensity q is in m²/s³.
public struct MotionModel: Hashable, Sendable {
  /// Intensity q of the white acceleration along each axis, in m²/s³.
  public let accelerationIntensity: Double
  /// The fastest that such a craft can go, in metres a second; what implies more is not believed.
  public let greatestSpeedMetresPerSecond: Double

  /// The model for a craft of this class, under way or lying still.
  public init(trackClass: TrackClass, stationary: Bool) {
    greatestSpeedMetresPerSecond = Self.greatestSpeedKnots(trackClass) * metresPerSecondInKnot
    accelerationIntensity = stationary ? 0.0005 : Self.intensity(trackClass)
  }

  /// Whether a craft lies still: a fixed station, or a ship that says so and does not move at 3 knots or more.
  ///
  /// Source: ITU-R M.1371-5, table 1, has the same border for ships at anchor. A crew forgets the status often, so that
  /// motion outweighs it.
  public static func isStationary(trackClass: TrackClass, navigationalStatus: Int?, speedKnots: Double?) -> Bool {
    if trackClass == .aton || trackClass == .base { return true }
    guard let navigationalStatus, let status = NavigationalStatus(rawValue: navigationalStatus) else { return false }
    return status.isLyingStill && (speedKnots ?? 0) < 3
  }

  private static func intensity(_ trackClass: TrackClass) -> Double {
    switch trackClass {
    case .cargo, .tanker: 0.05
    case .passenger, .other: 0.1
    case .fishing, .sailing, .tug, .unknown, .sensed, .distress: 0.2
    case .pleasure, .pilot, .sar, .law, .military, .highspeed: 0.6
    case .aircraft: 10
    case .aton, .base: 0.0005
    }
  }

  private static func greatestSpeedKnots(_ trackClass: TrackClass) -> Double {
    switch trackClass {
    case .aircraft: 450
    case .highspeed, .sar, .law, .military, .pilot, .pleasure: 80
    default: 60
    }
  }
}
