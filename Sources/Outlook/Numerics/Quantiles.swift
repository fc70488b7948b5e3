/// Quantiles of samples.
enum Quantiles {
  /// The quantile of sorted values at a level, linear between the middles of their steps (Hazen's rule).
  static func value(_ sorted: [Double], _ level: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = level * Double(sorted.count) - 0.5
    if place <= 0 { return sorted[0] }
    let lower = Int(place)
    guard lower + 1 < sorted.count else { return last }
    return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
  }

  /// The values at evenly spread levels `(i + ½) / count` of weighted samples, smallest first.
  static func spread(_ samples: [(value: Double, weight: Double)], count: Int) -> [Double] {
    let sorted = samples.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    var result: [Double] = []
    var (index, below) = (0, 0.0)
    for step in 0..<count {
      let wanted = (Double(step) + 0.5) / Double(count) * total
      while index < sorted.count - 1, below + sorted[index].weight < wanted {
        below += sorted[index].weight
        index += 1
      }
      result.append(sorted[index].value)
    }
    return result
  }
}
