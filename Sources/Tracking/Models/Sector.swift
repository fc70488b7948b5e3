#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Directions from a sensor, clockwise from the first to the second, in radians from north.
package struct Sector: Hashable, Sendable {
  /// The direction of its middle line.
  private let middleRadians: Double
  /// From one edge to the other, at most a full turn.
  let widthRadians: Double

  /// The sector between two directions; a full turn when either is no number or both are the same.
  package init(fromRadians: Double, toRadians: Double) {
    var width = (toRadians - fromRadians).remainder(dividingBy: 2 * .pi)
    if width <= 0 { width += 2 * .pi }
    let isUsable = fromRadians.isFinite && toRadians.isFinite
    widthRadians = isUsable ? width : 2 * .pi
    middleRadians = isUsable ? fromRadians + width / 2 : 0
  }

  /// How far inside the sector a place relative to the sensor lies, in metres across the line of sight; negative outside it.
  func depthMetres(east: Double, north: Double, distance: Double) -> Double {
    guard widthRadians < 2 * .pi - 1e-9 else { return .infinity }
    let off = (atan2(east, north) - middleRadians).remainder(dividingBy: 2 * .pi).magnitude
    return (widthRadians / 2 - off) * distance
  }
}
