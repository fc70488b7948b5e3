internal import Geodesy

/// Some particles of an ensemble, one array a property and eight particles a vector.
///
/// A block knows nothing of the others, and the chance of a particle hangs on its number alone; blocks can therefore be
/// computed in any order and at the same time.
struct DriftBlock {
  typealias Lanes = SIMD8<Double>

  /// How many particles a block has: their properties fit into the nearest cache of a processor.
  static let size = 512

  let scenario: DriftScenario
  let chance: DriftChance
  /// The number of the first particle.
  let first: Int
  /// How many particles.
  let count: Int
  /// The hypothesis of each particle, by its place in the scenario.
  let hypotheses: [Int]
  /// 1 where positive crosswind leeway is to the right of the wind, −1 where it is to the left.
  let toTheRight: Double
  /// 1 for a drift into the future, −1 for one into the past.
  let direction: Double
  /// Degrees in a metre around the start.
  let scale: EarthScale
  /// What the scenario has, at hand for every step.
  let (hasLand, canCapsize): (Bool, Bool)

  var latitudes: [Lanes]
  var longitudes: [Lanes]
  var downwindSlopes: [Lanes]
  var downwindOffsets: [Lanes]
  var crosswindSlopes: [Lanes]
  var crosswindOffsets: [Lanes]
  var crosswindBases: [Lanes]
  /// 1 for a particle that drifts, 0 for one that does not.
  var moving: [Lanes]
  /// The direction of the wind that the deviations belong to; 0 until there is one.
  var windEast: [Lanes]
  var windNorth: [Lanes]
  /// Seconds of drift at which the next jibe comes.
  var jibeSeconds: [Lanes]
  /// Seconds of drift at which a particle starts, counted from the first step.
  var startSeconds: [Lanes]
  /// What remains of the hazard before it capsizes; infinite for one that cannot.
  var capsizeMargins: [Lanes]

  /// Whether a particle drifts by its class's line for the right (1) or for the left (−1).
  var sides: [Double]
  var statuses: [ParticleStatus]
  var isCapsized: [Bool]
  /// How often each particle has jibed and has had its deviation drawn again.
  var jibes: [Int]
  var turns: [Int]

  /// How many vectors of eight there are.
  var vectors: Int { latitudes.count }

  /// The particles of some numbers, at their start.
  init(_ scenario: DriftScenario, first: Int, count: Int, hypotheses: [Int]) {
    self.scenario = scenario
    chance = DriftChance(seed: scenario.seed)
    (self.first, self.count, self.hypotheses) = (first, count, hypotheses)
    toTheRight = scenario.crosswindSense == .positiveToTheRight ? 1 : -1
    direction = scenario.isBackward ? -1 : 1
    scale = EarthScale(around: scenario.position.latitudeDegrees)
    (hasLand, canCapsize) = (scenario.land != nil, scenario.capsize != nil)
    let vectors = (count + 7) / 8
    let none = [Lanes](repeating: .zero, count: vectors)
    (latitudes, longitudes, moving) = (none, none, none)
    (downwindSlopes, downwindOffsets) = (none, none)
    (crosswindSlopes, crosswindOffsets, crosswindBases) = (none, none, none)
    (windEast, windNorth, startSeconds) = (none, none, none)
    jibeSeconds = [Lanes](repeating: Lanes(repeating: .infinity), count: vectors)
    capsizeMargins = jibeSeconds
    sides = [Double](repeating: 1, count: count)
    statuses = [ParticleStatus](repeating: .adrift, count: count)
    isCapsized = [Bool](repeating: false, count: count)
    jibes = [Int](repeating: 0, count: count)
    turns = jibes
    for particle in 0..<count { seed(particle) }
  }

  /// The class by which a particle drifts now.
  func leewayClass(_ particle: Int) -> LeewayClass {
    if isCapsized[particle], let capsize = scenario.capsize { return capsize.becomes }
    return scenario.hypotheses[hypotheses[particle]].leewayClass
  }

  /// Writes a draw into the arrays.
  mutating func take(_ draw: LeewayDraw, _ particle: Int) {
    let (vector, lane) = (particle / 8, particle % 8)
    downwindSlopes[vector][lane] = draw.downwindSlope
    downwindOffsets[vector][lane] = draw.downwindOffset
    crosswindSlopes[vector][lane] = draw.crosswindSlope
    crosswindOffsets[vector][lane] = draw.crosswindOffset
    crosswindBases[vector][lane] = draw.crosswindBase
  }

  /// Ends the drift of a particle.
  mutating func stop(_ particle: Int, _ status: ParticleStatus) {
    statuses[particle] = status
    moving[particle / 8][particle % 8] = 0
  }
}
