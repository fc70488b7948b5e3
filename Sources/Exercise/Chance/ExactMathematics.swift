/// Sine, cosine and arc tangent from additions, multiplications and square roots alone.
///
/// IEEE 754 settles those to the last bit on every machine, and settles nothing about the C library's functions; a night must come
/// out the same everywhere.
enum ExactMathematics {
  static func sine(degrees: Double) -> Double {
    cosine(degrees: degrees - 90)
  }

  /// The cosine of an angle in degrees, right to about 15 digits.
  static func cosine(degrees: Double) -> Double {
    let folded = degrees.remainder(dividingBy: 360).magnitude
    if folded > 135 { return -cosineNearZero((180 - folded) * .pi / 180) }
    if folded > 45 { return sineNearZero((90 - folded) * .pi / 180) }
    return cosineNearZero(folded * .pi / 180)
  }

  /// The direction of a vector in degrees from north, 0 up to 360; 0 for no vector.
  static func bearing(east: Double, north: Double) -> Double {
    guard east != 0 || north != 0 else { return 0 }
    let angle =
      east.magnitude > north.magnitude
      ? 90 - arcTangent(north.magnitude / east.magnitude) : arcTangent(east.magnitude / north.magnitude)
    let fromNorth = north < 0 ? 180 - angle : angle
    let bearing = east < 0 ? 360 - fromNorth : fromNorth
    return bearing >= 360 ? 0 : bearing
  }

  /// The arc tangent of 0 to 1 in degrees: the angle is halved four times, and then the series is short.
  private static func arcTangent(_ value: Double) -> Double {
    var reduced = value
    for _ in 0..<4 { reduced = reduced / (1 + (1 + reduced * reduced).squareRoot()) }
    let square = reduced * reduced
    var sum = 0.0
    for term in stride(from: 15, through: 1, by: -2) {
      sum = 1 / Double(term) - square * sum
    }
    return 16 * reduced * sum * 180 / .pi
  }

  /// The exponential function of −700 to 700, right to about 12 digits: a series for a 1024th, squared ten times.
  static func exponential(_ value: Double) -> Double {
    guard value.magnitude <= 700 else { return value < 0 ? 0 : .infinity }
    let part = value / 1024
    var result = 1.0
    for term in stride(from: 9, through: 1, by: -1) { result = 1 + result * part / Double(term) }
    for _ in 0..<10 { result *= result }
    return result
  }

  private static func cosineNearZero(_ radians: Double) -> Double {
    let square = radians * radians
    var sum = 1.0
    for term in stride(from: 18, through: 2, by: -2) { sum = 1 - sum * square / Double(term * (term - 1)) }
    return sum
  }

  private static func sineNearZero(_ radians: Double) -> Double {
    let square = radians * radians
    var sum = 1.0
    for term in stride(from: 19, through: 3, by: -2) { sum = 1 - sum * square / Double(term * (term - 1)) }
    return radians * sum
  }
}
