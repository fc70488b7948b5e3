/// A velocity as a function of place and time: wind, current, tidal stream, or the drift by waves.
///
/// A field answers only where it has values. Outside its cover it says so; it never extends its last value in silence.
public protocol FlowField: Sendable {
  /// What the field is, in words for messages: "wind from gfs.grib2".
  var name: String { get }

  /// The field at one moment.
  ///
  /// - Throws: `FieldGap` when the moment lies outside the times that the field covers.
  func moment(at instant: Instant) throws(FieldGap) -> any FlowMoment
}

/// A velocity as a function of place, at one moment.
public protocol FlowMoment: Sendable {
  /// Metres a second towards the east and the north at eight places.
  ///
  /// - Parameters:
  ///   - latitudesDegrees: degrees north of the equator.
  ///   - longitudesDegrees: degrees east of Greenwich; any multiple of 360 may be added.
  /// - Returns: the two components; both are not a number at a place that the field does not cover.
  func velocity(latitudesDegrees: SIMD8<Double>, longitudesDegrees: SIMD8<Double>) -> FlowVectors
}

/// Eight velocities, in metres a second.
public struct FlowVectors: Sendable {
  /// Towards the east.
  public var east: SIMD8<Double>
  /// Towards the north.
  public var north: SIMD8<Double>

  /// Eight velocities of these components.
  public init(east: SIMD8<Double>, north: SIMD8<Double>) {
    self.east = east
    self.north = north
  }
}

extension FlowField {
  /// The velocity at one place and moment, in metres a second.
  ///
  /// - Throws: `FieldGap` when the field does not cover the place or the moment.
  public func velocity(
    at position: Position, _ instant: Instant
  ) throws(FieldGap) -> (east: Double, north: Double) {
    let vectors = try moment(at: instant).velocity(
      latitudesDegrees: SIMD8(repeating: position.latitudeDegrees),
      longitudesDegrees: SIMD8(repeating: position.longitudeDegrees))
    guard vectors.east[0].isFinite, vectors.north[0].isFinite else {
      throw FieldGap(field: name, reason: .place(position))
    }
    return (vectors.east[0], vectors.north[0])
  }
}
