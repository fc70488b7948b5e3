internal import Geodesy

/// What a reader found: a grid and, for each moment, the two components on it.
struct FlowLayers {
  let grid: FieldGrid
  var layers: [Instant: [SIMD2<Float>]] = [:]

  /// The field, its moments in order.
  func field(name: String, path: String) throws(WeatherFault) -> GriddedFlow {
    let moments = layers.keys.sorted()
    guard let times = FieldTimes(moments),
      let field = GriddedFlow(name: name, grid: grid, times: times, layers: moments.compactMap { layers[$0] })
    else { throw WeatherFault(path, "it has no moments, or more than \(FieldTimes.most)") }
    return field
  }
}

/// Even rows or columns out of the coordinates that a file lists.
struct EvenAxis: Equatable {
  let first: Double
  let step: Double
  let count: Int
  /// Whether the file counts from high to low.
  let isDescending: Bool

  /// The axis, or nil unless there are two values or more at even distances.
  init?(_ values: [Double]) {
    guard let start = values.first, let end = values.last, values.count >= 2, start.isFinite, end.isFinite else {
      return nil
    }
    let step = (end - start) / Double(values.count - 1)
    guard step != 0, step.isFinite else { return nil }
    for (index, value) in values.enumerated() {
      let expected = start + Double(index) * step
      guard (value - expected).magnitude <= step.magnitude * WeatherLimits.unevenness else { return nil }
    }
    (first, self.step, count, isDescending) = (min(start, end), step.magnitude, values.count, step < 0)
  }
}
