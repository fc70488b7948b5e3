/// The rate of a series in which most periods are zero.
public enum IntermittentRate {
  /// Croston 1972: sizes and intervals smoothed apart, at each count above zero; the rate a period is one over the
  /// other.
  public static func croston(_ values: [Double?], smoothing: Double = 0.1) -> Double {
    var (size, interval, since) = (0.0, 0.0, 1.0)
    for value in values {
      guard let value else { continue }
      if value > 0 {
        size = interval == 0 ? value : size + smoothing * (value - size)
        interval = interval == 0 ? since : interval + smoothing * (since - interval)
        since = 1
      } else {
        since += 1
      }
    }
    return interval > 0 ? size / interval : 0
  }

  /// Syntetos and Boylan 2005: Croston's rate less its bias.
  public static func syntetosBoylan(_ values: [Double?], smoothing: Double = 0.1) -> Double {
    (1 - smoothing / 2) * croston(values, smoothing: smoothing)
  }

  /// Teunter, Syntetos and Babai 2011: the chance of a count above zero is smoothed in every period, so that a series
  /// that has ended
  /// fades.
  public static func teunterSyntetosBabai(
    _ values: [Double?], sizeSmoothing: Double = 0.1, chanceSmoothing: Double = 0.05
  ) -> Double {
    let known = values.compactMap { $0 }
    let positive = known.filter { $0 > 0 }
    guard let first = positive.first else { return 0 }
    var chance = Double(positive.count) / Double(known.count)
    var size = first
    for value in known {
      chance += chanceSmoothing * ((value > 0 ? 1 : 0) - chance)
      if value > 0 { size += sizeSmoothing * (value - size) }
    }
    return chance * size
  }
}
