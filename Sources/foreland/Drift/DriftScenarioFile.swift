import Foundation
import Geodesy
import Rescue

/// The description of a drift as a file: `input.json`.
struct DriftScenarioFile: Decodable {
  var longitude: Double
  var latitude: Double
  /// The moment of the last known position; the epoch when the fields do not depend on time.
  var time: Instant?
  var wind: DriftForcingFile?
  var current: DriftForcingFile?
  var waves: DriftForcingFile?
  var hours: Int?
  var stepSeconds: Int?
  var jibesPerHour: Double?
  var diffusivity: Double?
  var stokesFactor: Double?
  var deviationMetres: Double?
  var timeUncertaintySeconds: Double?
  var scheme: String?
  var isBackward: Bool?
  /// A GeoJSON file with the polygons of the land.
  var land: String?
  var capsize: Capsize?
  var crosswindPositive: String?

  struct Capsize: Decodable {
    var ratePerHour: Double
    var windThreshold: Double?
    var ratePerHourAndMetrePerSecond: Double?
    var becomes: String

    private enum CodingKeys: String, CodingKey {
      case ratePerHour = "rate_per_hour"
      case windThreshold = "wind_threshold_ms"
      case ratePerHourAndMetrePerSecond = "rate_per_hour_and_ms"
      case becomes
    }
  }

  private enum CodingKeys: String, CodingKey {
    case latitude = "lat"
    case longitude = "lon"
    case wind = "wind_ms"
    case current = "current_ms"
    case waves = "waves_ms"
    case time, hours, scheme, land, capsize
    case stepSeconds = "time_step_s"
    case jibesPerHour = "jibe_probability_per_hour"
    case diffusivity = "horizontal_diffusivity"
    case stokesFactor = "stokes"
    case deviationMetres = "radius_m"
    case timeUncertaintySeconds = "time_uncertainty_s"
    case isBackward = "backward"
    case crosswindPositive = "crosswind_positive"
  }

  /// The largest description that is read, in bytes.
  private static let mostBytes = 1 << 20

  /// Reads the description.
  /// - Throws: `ScenarioError` when it cannot be read.
  init(path: String) throws {
    do {
      let data = try readWhole(path)
      guard data.count <= Self.mostBytes else {
        throw ScenarioError(place: path, reason: "it is longer than \(Self.mostBytes) bytes")
      }
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch let error as DecodingError {
      throw ScenarioError(place: path, reason: error.inWords)
    }
  }
}

extension DecodingError {
  /// What is wrong with a JSON document, and where in it.
  var inWords: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\(Self.place(context))\"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      "\(Self.place(context))\(context.debugDescription)"
    @unknown default:
      "it is no scenario"
    }
  }

  private static func place(_ context: Context) -> String {
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    return path.isEmpty ? "" : "at \(path): "
  }
}
