import Foundation
import Tracking

/// A tracking scenario as a benchmark describes it: two sensors around one place, and how craft move.
///
/// Distances are metres on a plane around the radar, x to the east and y to the north; bearings are radians from the x axis
/// towards the y axis. Even frames are scans of the radar, odd ones of the receiver of transponders.
struct TrackingScenario: Decodable {
  struct Radar: Decodable {
    var rangeDeviation: Double
    var bearingDeviation: Double
    var detectionProbability: Double
    var clutter: Double
    var leastRange: Double
    var greatestRange: Double

    private enum CodingKeys: String, CodingKey {
      case rangeDeviation = "range_sigma_m"
      case bearingDeviation = "bearing_sigma_rad"
      case detectionProbability = "pd"
      case clutter = "clutter_per_scan"
      case leastRange = "rmin"
      case greatestRange = "rmax"
    }
  }

  struct Receiver: Decodable {
    var deviation: Double
    var detectionProbability: Double
    var clutter: Double

    private enum CodingKeys: String, CodingKey {
      case deviation = "sigma_m"
      case detectionProbability = "pd"
      case clutter = "clutter_per_scan"
    }
  }

  struct MotionOfCraft: Decodable {
    /// Intensity q of the white acceleration in m²/s³; nil when it is not known.
    var intensity: Double?

    private enum CodingKeys: String, CodingKey {
      case intensity = "q"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case radar, frames, motion
    case receiver = "ais"
    case secondsBetweenScans = "dt_s"
    case receiverSeconds = "ais_offset_s"
  }

  var radar: Radar
  var receiver: Receiver
  var motion: MotionOfCraft
  var secondsBetweenScans: Double
  /// How long after a scan of the radar that of the receiver follows.
  var receiverSeconds: Double
  var frames: Int

  /// The longest scenario that is read, in frames.
  static let mostFrames = 10_000_000

  /// Reads the description.
  /// - Throws: `ScenarioError` when it cannot be read or says what cannot be.
  init(path: String) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw ScenarioError(place: path, reason: "it is no scenario: \(error)")
    }
    let positive = [
      radar.rangeDeviation, radar.bearingDeviation, radar.greatestRange - radar.leastRange, receiver.deviation,
      secondsBetweenScans,
    ]
    guard positive.allSatisfy({ $0 > 0 && $0.isFinite }), (0...Self.mostFrames).contains(frames), radar.leastRange >= 0
    else {
      throw ScenarioError(place: path, reason: "a spread, a range or a time in it is not positive")
    }
  }

  /// The moment of a frame, in seconds from the first.
  func seconds(ofFrame frame: Int) -> Double {
    Double(frame / 2) * secondsBetweenScans + (frame.isMultiple(of: 2) ? 0 : receiverSeconds)
  }

  var radarModel: SensorModel {
    SensorModel(
      field: .ring(fromMetres: radar.leastRange, toMetres: radar.greatestRange),
      detectionProbability: radar.detectionProbability, falsePlotsPerScan: radar.clutter)
  }

  var receiverModel: SensorModel {
    SensorModel(
      number: 1, field: .everywhere(areaSquareMetres: 4 * radar.greatestRange * radar.greatestRange),
      detectionProbability: receiver.detectionProbability, falsePlotsPerScan: receiver.clutter, isCooperative: true)
  }

  /// What the tracker is told: the scenario's own motion where it is stated, and every mode where it is not.
  var settings: CraftTrackerSettings {
    var settings = CraftTrackerSettings()
    if let intensity = motion.intensity, intensity > 0 {
      settings.modes = [MotionMode(accelerationIntensity: intensity, dwellSeconds: 3600)]
    }
    return settings
  }
}

/// Why a scenario or its detections are refused, and where.
struct ScenarioError: Error, CustomStringConvertible {
  var place: String
  var reason: String

  var description: String { "\(place): \(reason)" }
}
