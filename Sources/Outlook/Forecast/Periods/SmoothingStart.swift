/// Where exponential smoothing begins: level, trend and season of the first periods.
struct SmoothingStart: Sendable {
  let level: Double
  let trend: Double
  /// One number a season: added, or multiplied with.
  let season: [Double]

  /// From the first years: a classical decomposition with a centred mean, then a line through what is left.
  init(_ values: [Double?], period: Int, season form: SmoothingForm.Season) {
    let season = Self.season(values, period: period, form)
    self.season = season
    let head = min(values.count, max(10, 2 * period))
    let line = LineFit(
      (0..<head).map { index in
        let own = season.isEmpty ? 0 : season[index % period]
        return values[index].map { form == .multiplicative && !season.isEmpty ? $0 / own : $0 - own }
      })
    (level, trend) = (line.level, line.slope)
  }

  /// The season of each period of the year; empty when there is none or too little to tell.
  static func season(_ values: [Double?], period: Int, _ form: SmoothingForm.Season) -> [Double] {
    guard form != .none, period > 1, values.count >= 2 * period else { return [] }
    let half = period / 2
    var sums = [Double](repeating: 0, count: period)
    var counts = [Double](repeating: 0, count: period)
    for index in half..<(values.count - half) {
      guard let value = values[index] else { continue }
      var (mean, weights) = (0.0, 0.0)
      for other in (index - half)...(index + half) {
        guard let near = values[other] else { continue }
        let atEnd = period.isMultiple(of: 2) && (other == index - half || other == index + half)
        mean += near * (atEnd ? 0.5 : 1)
        weights += atEnd ? 0.5 : 1
      }
      guard weights > 0 else { continue }
      mean /= weights
      if form == .multiplicative, mean <= 0 { continue }
      sums[index % period] += form == .multiplicative ? value / mean : value - mean
      counts[index % period] += 1
    }
    var season = zip(sums, counts).map { $1 > 0 ? $0 / $1 : form == .multiplicative ? 1 : 0 }
    let mean = season.reduce(0, +) / Double(period)
    for index in 0..<period {
      season[index] = form == .multiplicative ? max(season[index] / max(mean, 1e-9), 0.01) : season[index] - mean
    }
    return season
  }
}
