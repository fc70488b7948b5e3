#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Directions of velocities.
enum Bearing {
  /// The direction of a vector in degrees from north by east, 0 to 360.
  static func degrees(east: Double, north: Double) -> Double {
    let angle = atan2(east, north) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
}
