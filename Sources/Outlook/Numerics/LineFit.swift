/// The straight line through values at places 1, 2, 3 … by least squares; unknown values are left out.
struct LineFit {
  /// The value at place 0.
  let level: Double
  /// The change from one place to the next.
  let slope: Double

  init(_ values: some Sequence<Double?>) {
    var (count, sumTime, sumValue, sumSquare, sumProduct) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let time = Double(index + 1)
      count += 1
      sumTime += time
      sumValue += value
      sumSquare += time * time
      sumProduct += time * value
    }
    let spread = count * sumSquare - sumTime * sumTime
    slope = spread > 0 ? (count * sumProduct - sumTime * sumValue) / spread : 0
    level = count > 0 ? (sumValue - slope * sumTime) / count : 0
  }
}
