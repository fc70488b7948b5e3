import Tracking

/// The letter by which a kind of source stands beside a track.
enum SensorBadge {
  /// A transponder.
  static let transponder = "A"

  static func letter(_ kind: Sensor.Kind) -> String {
    switch kind {
    case .radar: "R"
    case .camera: "C"
    case .drone: "D"
    case .aircraft: "P"
    case .satellite: "S"
    case .directionFinder: "F"
    }
  }

  /// The letters of a track's sources, a transponder's first.
  static func letters(of track: Track, _ sensed: SensedCraft) -> String {
    let letters = Set(sensed.sightings.map { letter($0.kind) })
    return (track.mmsi == nil ? "" : transponder) + letters.sorted().joined()
  }
}
