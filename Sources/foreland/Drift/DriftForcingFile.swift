import Foundation
import Geodesy

/// A field of a scenario: two numbers, a file, tidal constituents, or a list of such that is added up.
enum DriftForcingFile: Decodable {
  /// East and north, in metres a second.
  case constant([Double])
  /// A file of GRIB, NetCDF or CSV.
  case file(String)
  /// Constituents of a tidal stream.
  case tide([TidalPart])
  case sum([DriftForcingFile])

  /// One constituent of a tidal stream at a place.
  struct TidalPart: Decodable {
    var name: String
    var eastMetresPerSecond: Double
    var eastPhaseDegrees: Double
    var northMetresPerSecond: Double
    var northPhaseDegrees: Double

    private enum CodingKeys: String, CodingKey {
      case name
      case eastMetresPerSecond = "east_ms"
      case eastPhaseDegrees = "east_phase_deg"
      case northMetresPerSecond = "north_ms"
      case northPhaseDegrees = "north_phase_deg"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, tide
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let numbers = try? value.decode([Double].self) {
      self = .constant(numbers)
    } else if let parts = try? value.decode([DriftForcingFile].self) {
      self = .sum(parts)
    } else {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if let path = try container.decodeIfPresent(String.self, forKey: .file) {
        self = .file(path)
      } else {
        self = .tide(try container.decode([TidalPart].self, forKey: .tide))
      }
    }
  }
}
