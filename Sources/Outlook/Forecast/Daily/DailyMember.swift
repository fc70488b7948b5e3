import Foundation

/// A way to forecast days, among several that are combined.
public enum DailyMember: String, CaseIterable, Sendable {
  /// Whether and how many apart, sizes as square roots.
  case hurdleRoots = "hurdle, roots"
  /// The same with sizes as logarithms and the recent share of crossing days.
  case hurdleLogarithms = "hurdle, logarithms"
  /// The days of past years around the same date.
  case climatology
  /// The last 28 days as they were.
  case last28 = "last 28 days"
  /// The day a year before.
  case seasonalNaive = "seasonal naive"

  /// Those that are combined; the seasonal naive is there to be compared with.
  static let combined: [DailyMember] = [.hurdleRoots, .hurdleLogarithms, .climatology, .last28]

  /// Whether it is one of the plain ways that models have to beat.
  var isPlain: Bool { self != .hurdleRoots && self != .hurdleLogarithms }

  /// The distributions of the days from an origin on, learned from the days before it.
  func distributions(
    _ history: DailyHistory, origin: Int, horizon: Int, weather: HurdleRecipe.WeatherUse
  ) -> [DayDistribution] {
    switch self {
    case .hurdleRoots, .hurdleLogarithms:
      let recipe = self == .hurdleRoots ? HurdleRecipe.roots(weather) : .logarithms(weather)
      let model = HurdleModel(history, origin: origin, recipe: recipe)
      return (1...horizon).map { model.distribution(history, origin: origin, horizon: $0) }
    case .climatology:
      return (0..<horizon).map { Self.aroundTheDate(history, origin: origin, target: origin + $0) }
    case .last28:
      let window = history.values[max(origin - 28, 0)..<origin].compactMap { $0 }
      let one = Self.weighted(window.map { ($0, 1) })
      return [DayDistribution](repeating: one, count: horizon)
    case .seasonalNaive:
      return (0..<horizon).map { ahead in
        let lastYear = (0...7).lazy.map { origin + ahead - 364 - 7 * $0 }.first { day in
          day >= 0 && day < origin && history.values[day] != nil
        }
        let value = lastYear.flatMap { history.values[$0] } ?? 0
        return DayDistribution(chance: value > 0 ? 1 : 0, sizes: value > 0 ? [value] : [])
      }
    }
  }

  /// Past days, each weighted by how near its date of the year lies (45 days) and by its age, which halves it in a
  /// year.
  private static func aroundTheDate(_ history: DailyHistory, origin: Int, target: Int) -> DayDistribution {
    let year = 365.2425
    var samples: [(value: Double, weight: Double)] = []
    samples.reserveCapacity(origin)
    for day in 0..<origin {
      guard let value = history.values[day] else { continue }
      let distance = Double(target - day)
      let apart = abs(distance - year * (distance / year).rounded()) / 45
      guard apart < 3 else { continue }
      samples.append((value, exp(-0.5 * apart * apart) * exp2(-distance / 365)))
    }
    return weighted(samples)
  }

  static func weighted(_ samples: [(value: Double, weight: Double)]) -> DayDistribution {
    let total = samples.reduce(0) { $0 + $1.weight }
    let positive = samples.filter { $0.value > 0 }
    guard total > 0 else { return DayDistribution(chance: 0, sizes: []) }
    return DayDistribution(
      chance: positive.reduce(0) { $0 + $1.weight } / total,
      sizes: Quantiles.spread(positive, count: HurdleModel.levels))
  }
}
