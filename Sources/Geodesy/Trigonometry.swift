#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The only file of the module that imports the C library: everything else speaks in degrees and in words.

func sine(_ radians: Double) -> Double { sin(radians) }
func cosine(_ radians: Double) -> Double { cos(radians) }
func tangent(_ radians: Double) -> Double { tan(radians) }
func arcSine(_ value: Double) -> Double { asin(min(1, max(-1, value))) }
func arcTangent(_ value: Double) -> Double { atan(value) }
func arcTangent(_ opposite: Double, over adjacent: Double) -> Double { atan2(opposite, adjacent) }
func inverseHyperbolicTangent(_ value: Double) -> Double { atanh(value) }
func hyperbolicSine(_ value: Double) -> Double { sinh(value) }
func hyperbolicCosine(_ value: Double) -> Double { cosh(value) }

extension Double {
  /// This angle in degrees, as radians.
  var radians: Double { self * .pi / 180 }
  /// This angle in radians, as degrees.
  var degrees: Double { self * 180 / .pi }
}

/// A longitude difference or longitude brought into −180 (exclusive) to 180 degrees.
func wrappedLongitude(_ degrees: Double) -> Double {
  guard degrees > 180 || degrees <= -180 else { return degrees }
  let wrapped = degrees.remainder(dividingBy: 360)
  return wrapped == -180 ? 180 : wrapped
}

/// A direction brought into 0 to 360 (exclusive) degrees.
func wrappedBearing(_ degrees: Double) -> Double {
  let remainder = degrees.truncatingRemainder(dividingBy: 360)
  let positive = remainder < 0 ? remainder + 360 : remainder
  return positive >= 360 ? 0 : positive
}
