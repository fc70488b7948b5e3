public import Geodesy

/// One thing that an analysis of images or other data has found: a boat on a satellite scene, in a camera or from a drone.
public struct Detection: Hashable, Sendable {
  /// When it was seen.
  public let time: Instant
  /// Where it was seen.
  public let position: Position
  /// How far the position may be wrong, in metres; nil when not known.
  public let accuracyMetres: Double?
  /// Its length in metres; nil when not known.
  public let lengthMetres: Double?
  /// Its width in metres; nil when not known.
  public let widthMetres: Double?
  /// How sure the analysis is that it is there, 0 to 1; nil when it does not say.
  public let confidence: Double?
  /// What the analysis takes it for, in the words of its maker.
  public let label: String?
  /// The sensor or analysis that found it.
  public let sensor: String?
  /// Where the image of it lies: an address, a path or a number of the maker's.
  public let image: String?
  /// What the maker calls it.
  public let identifier: String?
}

/// Why a row or record of detections was refused.
public enum DetectionRefusal: String, ReasonInWords, Error {
  /// The table has no columns for time and place.
  case noColumns
  /// The row has another number of fields than the head of the table.
  case wrongFieldCount
  /// The record is not JSON, or deeper or with more values than the limits.
  case notJSON
  /// The record is neither a GeoJSON feature nor a SensorThings observation.
  case notADetection
  /// It does not say when.
  case noTime
  /// The time cannot be read.
  case badTime
  /// The time has no zone.
  case noZone
  /// It does not say where.
  case noPosition
  /// The position cannot be, or is neither a point nor an outline.
  case badPosition
  /// A size or accuracy that cannot be.
  case badNumber
  /// A confidence outside 0 to 1.
  case badConfidence
  /// Longer than the limit.
  case tooLong
  /// The input ended within it.
  case unfinished

  /// The reason in words.
  public var words: String {
    switch self {
    case .noColumns: "the table names no columns of time, latitude and longitude"
    case .wrongFieldCount: "another number of fields than the head of the table"
    case .notJSON: "not JSON, or nested too deep"
    case .notADetection: "neither a GeoJSON feature nor a SensorThings observation"
    case .noTime: "no time"
    case .badTime: "a time that cannot be read"
    case .noZone: "a time without zone"
    case .noPosition: "no position"
    case .badPosition: "a position that cannot be, or is neither point nor outline"
    case .badNumber: "a size or accuracy that cannot be"
    case .badConfidence: "a confidence outside 0 to 1 (name the column confidence_percent if it is a percentage)"
    case .tooLong: "longer than the limit"
    case .unfinished: "the input ended within it"
    }
  }
}

/// What became of one row or record.
public enum DetectionRow: Hashable, Sendable {
  /// It was read; with its row, counted from 1 in the file, head included.
  case detection(Detection, row: Int)
  /// It was refused.
  case refused(RefusedInput<DetectionRefusal>)
}
