/// A place on the surface of the earth, in degrees on WGS 84.
///
/// A position is always one that can exist: the initialiser refuses everything else, also when it is decoded.
public struct Position: Hashable, Sendable {
  /// Degrees north of the equator, −90 to 90.
  public let latitudeDegrees: Double
  /// Degrees east of Greenwich, −180 to 180.
  public let longitudeDegrees: Double

  /// A position, or nil unless both numbers are finite and within 90 and 180 degrees.
  public init?(latitudeDegrees: Double, longitudeDegrees: Double) {
    guard latitudeDegrees.magnitude <= 90, longitudeDegrees.magnitude <= 180 else { return nil }
    self.latitudeDegrees = latitudeDegrees
    self.longitudeDegrees = longitudeDegrees
  }

  /// A position from computed numbers: the latitude is held at the poles and the longitude is wrapped.
  init(nearestLatitude: Double, wrappingLongitude: Double) {
    latitudeDegrees = nearestLatitude.isNaN ? 0 : min(90, max(-90, nearestLatitude))
    longitudeDegrees = wrappingLongitude.isFinite ? wrappedLongitude(wrappingLongitude) : 0
  }
}

extension Position: Codable {
  private enum CodingKeys: String, CodingKey {
    case latitudeDegrees, longitudeDegrees
  }

  /// Decodes a position and throws `DecodingError.dataCorrupted` when the numbers are outside the earth.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let latitude = try container.decode(Double.self, forKey: .latitudeDegrees)
    let longitude = try container.decode(Double.self, forKey: .longitudeDegrees)
    guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else {
      throw DecodingError.dataCorruptedError(
        forKey: .latitudeDegrees, in: container,
        debugDescription: "A latitude lies within 90 degrees and a longitude within 180 degrees.")
    }
    self = position
  }
}
