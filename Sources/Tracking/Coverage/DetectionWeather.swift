/// How much of its detection probability a sensor keeps in the weather of the moment.
///
/// A documented rule of thumb, to be replaced by what is measured as soon as that is enough. A radar loses a small boat
/// in sea clutter: in Skolnik, Introduction to Radar Systems (3rd edition, section 7.4), clutter rises by about 10 dB
/// from sea state 2 to 4, and a small boat of 1 to 10 m² disappears in it at sea state 4 to 5. Cameras lose it in spray
/// and poor visibility, drones and search aircraft do not fly above their wind limits (small drones about 20 to 25 kn,
/// aircraft about 45 kn).
public struct DetectionWeather: Hashable, Sendable, Codable {
  /// Sea state of the WMO code 3700, 0 to 9.
  public var seaState: Int
  /// Wind in knots.
  public var windKnots: Double
  /// Visibility in metres; nil when it is not known and taken to be good.
  public var visibilityMetres: Double?

  /// The weather; what is out of range is held, and what is no number is calm.
  public init(seaState: Int, windKnots: Double, visibilityMetres: Double? = nil) {
    self.seaState = min(max(seaState, 0), 9)
    self.windKnots = windKnots.isFinite ? min(max(windKnots, 0), 150) : 0
    self.visibilityMetres = visibilityMetres.flatMap { $0.isFinite ? max($0, 0) : nil }
  }

  /// A calm day.
  public static let calm = DetectionWeather(seaState: 1, windKnots: 5)

  /// By sea state 0 to 9, how much of its probability to see a small boat a sensor of each kind keeps.
  private static let bySea: [Sensor.Kind: [Double]] = [
    .radar: [1, 1, 0.95, 0.8, 0.5, 0.25, 0.1, 0.05, 0.02, 0.02],
    .camera: [1, 1, 0.95, 0.85, 0.7, 0.5, 0.3, 0.2, 0.1, 0.1],
    .drone: [1, 1, 0.95, 0.9, 0.75, 0.55, 0.35, 0.2, 0.1, 0.1],
    .aircraft: [1, 1, 0.95, 0.9, 0.75, 0.6, 0.4, 0.25, 0.15, 0.1],
    .satellite: [1, 1, 0.9, 0.75, 0.5, 0.3, 0.15, 0.05, 0.02, 0.02],
    // A radio does not care for waves.
    .directionFinder: [Double](repeating: 1, count: 10),
  ]

  /// Wind in knots above which a platform stays on the ground.
  private static let greatestWindKnots: [Sensor.Kind: Double] = [.drone: 25, .aircraft: 45]

  /// How much of its probability to see a small boat a sensor of a kind keeps, 0 to 1.
  public func factor(_ kind: Sensor.Kind) -> Double {
    if let greatest = Self.greatestWindKnots[kind], windKnots > greatest { return 0 }
    return Self.bySea[kind]?[seaState] ?? 1
  }

  /// How far a sensor of a kind sees, in metres: cameras see no further than light does.
  public func reachMetres(_ kind: Sensor.Kind) -> Double {
    switch kind {
    case .camera, .drone: visibilityMetres ?? .infinity
    case .radar, .aircraft, .satellite, .directionFinder: .infinity
    }
  }
}
