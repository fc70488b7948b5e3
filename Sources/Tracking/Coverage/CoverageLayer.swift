public import Geodesy

/// What the sensors can see now, cell by cell, and what nobody has looked at.
///
/// It is made from what the sensors are declared to see, where they looked, what they showed of craft that are known to
/// be there, the weather, and their silence. The looks of one sensor within a minute count as one: what hides a boat
/// from one turn of a radar hides it from the next. A value without a clock; real sensors and those of an exercise have
/// layers of their own.
public struct CoverageLayer: Sendable {
  /// What was not taken in, and how often.
  public struct Refused: Hashable, Sendable, Codable {
    /// Looks of sensors that are not declared.
    public var unknown = 0
    /// Looks that are older than what is kept, or from the future.
    public var untimely = 0
    /// Looks of an exercise in a layer of real sensors, or the other way round.
    public var otherWorld = 0
    /// Looks with a border or a position that cannot be used.
    public var unusable = 0
  }

  /// The box and its cells.
  public let grid: CoverageGrid
  /// Whether it belongs to an exercise.
  public let exercise: Bool
  /// When it began: before that it knows of no look.
  public let began: Instant
  /// What was not taken in.
  public internal(set) var refused = Refused()
  /// The weather; calm until somebody says otherwise.
  public var weather = DetectionWeather.calm
  /// The part of the box that may be unwatched before it is told, 0 to 1.
  public var greatestUnwatchedShare = 0.2
  /// The moment of the newest update.
  public internal(set) var updated: Instant
  /// What can be seen of each cell, as of the newest update.
  public internal(set) var cells: [CoverageCell]
  var watching: [WatchingSensor]
  var byName: [String: Int]
  /// By cell, when anybody last looked there, in seconds since 1970.
  var lastLooked: [Double]
  /// By minute modulo their number and cell, the logarithm of the probability to be missed by looks of moving sensors.
  var misses: [Float]
  var missMinutes: [Int64]
  var alerts = CoverageAlerts()

  /// Sensors of one layer; further ones are left out.
  public static let greatestSensors = 64
  /// Corners of a footprint; one with more is refused.
  public static let greatestCorners = 1000
  /// Over how many minutes "lately" and "soon" reach.
  public static let lateMinutes = 10
  /// Looks of one sensor that are closer in time than this count as one, in seconds.
  public static let independentSeconds = 60.0
  /// A look that would show a small boat less often than this is none.
  public static let leastProbability = 0.05

  /// A layer over a grid, with no look yet.
  public init(grid: CoverageGrid, sensors: [Sensor], began: Instant, exercise: Bool = false) {
    self.grid = grid
    self.exercise = exercise
    self.began = began
    updated = began
    var names: [String: Int] = [:]
    var kept: [WatchingSensor] = []
    for sensor in sensors where names[sensor.name] == nil && kept.count < Self.greatestSensors {
      names[sensor.name] = kept.count
      kept.append(WatchingSensor(sensor, grid: grid))
    }
    watching = kept
    byName = names
    lastLooked = [Double](repeating: -.infinity, count: grid.count)
    misses = [Float](repeating: 0, count: grid.count * Self.lateMinutes)
    missMinutes = [Int64](repeating: -1, count: Self.lateMinutes)
    cells = [CoverageCell](
      repeating: CoverageCell(seenSoon: 0, seenLately: 0, sensors: 0, secondsSinceLook: nil), count: grid.count)
  }

  /// The sensors of the layer, in the order of the bits of a cell.
  public var sensors: [Sensor] { watching.map(\.sensor) }

  /// What a sensor has shown so far of craft that are known to be there; nil for one that is not declared.
  public func measured(_ sensor: String) -> MeasuredDetection? { byName[sensor].map { watching[$0].measured } }

  /// When a sensor last looked; nil while it has not since the layer began.
  public func lastLook(_ sensor: String) -> Instant? {
    byName[sensor].flatMap { watching[$0].lastLook }.map { Instant(millisecondsSince1970: Int64($0 * 1000)) }
  }

  /// The part of the box at which a sensor looks now, 0 to 1.
  public func share(_ sensor: String) -> Double {
    guard let bit = byName[sensor], !cells.isEmpty else { return 0 }
    return Double(cells.count { $0.sensors >> UInt64(bit) & 1 == 1 }) / Double(cells.count)
  }

  /// The names of the sensors that look at a cell now.
  public func sensorNames(_ cell: CoverageCell) -> [String] {
    watching.indices.filter { cell.sensors >> UInt64($0) & 1 == 1 }.map { watching[$0].sensor.name }
  }

  static func seconds(_ moment: Instant) -> Double { Double(moment.millisecondsSince1970) / 1000 }
}
