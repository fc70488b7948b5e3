#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of the C library that searching and intercepting need; no other file of theirs imports it.
enum SearchMath {
  static func sine(degrees: Double) -> Double { sin(degrees * .pi / 180) }
  static func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }
  static func exponential(_ value: Double) -> Double { exp(value) }
  static func logarithm(_ value: Double) -> Double { log(value) }

  /// The direction of a vector in degrees from north, 0 to 360.
  static func bearing(east: Double, north: Double) -> Double {
    let degrees = atan2(east, north) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  static func errorFunction(_ value: Double) -> Double { erf(value) }
}
