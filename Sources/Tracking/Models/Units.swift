/// Metres a second in one knot, by definition 1852 m an hour.
let metresPerSecondInKnot = 1852.0 / 3600

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sine and cosine of a direction in degrees from true north: its parts to the east and to the north.
func eastNorth(bearingDegrees: Double) -> (east: Double, north: Double) {
  let radians = bearingDegrees * .pi / 180
  return (sin(radians), cos(radians))
}

/// The direction of a vector in degrees from true north, 0 to 360.
func bearingDegrees(east: Double, north: Double) -> Double {
  let degrees = atan2(east, north) * 180 / .pi
  return degrees < 0 ? degrees + 360 : degrees
}
