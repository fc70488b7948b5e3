import Foundation

@testable import Tracking

/// A few craft on straight courses, a radar that watches them with clutter, and transponders that say what they are told to.
struct Sea {
  struct Boat {
    var east: Double
    var north: Double
    var velocityEast: Double
    var velocityNorth: Double
  }

  var boats: [Boat]
  var tracker: CraftTracker
  var random: SeededNoise
  var radar = Sea.radarModel()
  /// By how much the radar's distances and directions lie beside the truth.
  var rangeBias = 0.0
  var bearingBias = 0.0
  private(set) var seconds = 0.0

  static let receiver = SensorModel(
    number: 9, field: .everywhere(areaSquareMetres: 2.5e9), detectionProbability: 0.9, falsePlotsPerScan: 0.1,
    isCooperative: true)

  static func radarModel(
    number: Int = 1, east: Double = 0, north: Double = 0, detectionProbability: Double = 0.9,
    resolution: ResolutionCell? = nil
  ) -> SensorModel {
    SensorModel(
      number: number, eastMetres: east, northMetres: north, field: .ring(fromMetres: 100, toMetres: 25_000),
      detectionProbability: detectionProbability, falsePlotsPerScan: 10, resolution: resolution)
  }

  init(_ boats: [Boat], seed: UInt64 = 1, settings: CraftTrackerSettings = CraftTrackerSettings()) {
    self.boats = boats
    random = SeededNoise(seed: seed)
    tracker = CraftTracker(settings: settings)
  }

  mutating func move(seconds time: Double) {
    seconds += time
    for index in boats.indices {
      boats[index].east += boats[index].velocityEast * time
      boats[index].north += boats[index].velocityNorth * time
    }
  }

  /// One scan of a radar, as it would be handed to the tracker.
  mutating func scan(_ radar: SensorModel) -> Scan {
    var plots: [Plot] = []
    for boat in boats where random.uniform() < radar.detectionProbability {
      plots.append(measured(boat, by: radar))
    }
    for _ in 0..<10 {
      plots.append(polar(100 + 24_900 * random.uniform(), 2 * .pi * random.uniform(), reference: -1))
    }
    return Scan(seconds: seconds, sensor: radar, plots: plots)
  }

  private mutating func measured(_ boat: Boat, by radar: SensorModel) -> Plot {
    let (east, north) = (boat.east - radar.eastMetres, boat.north - radar.northMetres)
    return polar(
      (east * east + north * north).squareRoot() + rangeBias + 30 * random.normal(),
      atan2(east, north) + bearingBias + 0.0035 * random.normal(), reference: Int(seconds))
  }

  private func polar(_ range: Double, _ bearing: Double, reference: Int) -> Plot {
    var plot = Plot(
      rangeMetres: range, bearingRadians: bearing, rangeDeviationMetres: 30, bearingDeviationRadians: 0.0035)
    plot.reference = reference
    return plot
  }

  /// A radar's turn now.
  @discardableResult
  mutating func look() -> Reception { tracker.take(scan(radar)) }

  /// A report of a transponder that says that it is at a place.
  @discardableResult
  mutating func hear(
    _ identity: UInt32, east: Double, north: Double, velocity: (east: Double, north: Double)? = nil
  ) -> Reception {
    var plot = Plot(
      eastMetres: east + 8 * random.normal(), northMetres: north + 8 * random.normal(), deviationMetres: 8)
    plot.identity = identity
    plot.velocity = velocity.map { Plot.Velocity(east: $0.east, north: $0.north, deviation: 0.5) }
    return tracker.hear(plot, seconds: seconds, from: Self.receiver)
  }

  /// A true report of a boat.
  mutating func hear(_ identity: UInt32, from boat: Int) {
    let one = boats[boat]
    hear(identity, east: one.east, north: one.north, velocity: (one.velocityEast, one.velocityNorth))
  }

  /// The track nearest to a boat, if it lies within a distance.
  func track(of boat: Int, within metres: Double = 150) -> CraftEstimate? {
    func distance(_ track: CraftEstimate) -> Double {
      hypot(track.eastMetres - boats[boat].east, track.northMetres - boats[boat].north)
    }
    return tracker.tracks.filter { distance($0) < metres }.min { distance($0) < distance($1) }
  }

  func tracks(identity: UInt32) -> [CraftEstimate] { tracker.tracks.filter { $0.identity == identity } }
}
