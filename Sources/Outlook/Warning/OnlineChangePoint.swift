import Foundation

/// The chance that the level changed lately, kept up to date period by period.
///
/// Source: Adams and MacKay 2007, Bayesian online changepoint detection, with a normal level of unknown mean and
/// variance.
public struct OnlineChangePoint: Sendable {
  /// What is known of one length of run.
  private struct Run {
    var chance: Double
    var mean: Double
    var weight: Double
    var shape: Double
    var scale: Double
  }

  private let hazard: Double
  private let prior: Run
  private var runs: [Run]
  private static let longest = 400

  /// Begins.
  /// - Parameters:
  ///   - meanRunLength: how many periods a level lasts on average.
  ///   - mean: the level that is expected, on the scale of what will be taken.
  ///   - deviation: the spread that is expected.
  public init(meanRunLength: Double, mean: Double, deviation: Double) {
    hazard = 1 / max(meanRunLength, 2)
    prior = Run(chance: 1, mean: mean, weight: 1, shape: 2, scale: 2 * max(deviation * deviation, 1e-9))
    runs = [prior]
  }

  /// Takes the next value.
  /// - Returns: the chance that the level has lasted no more than `recent` periods.
  public mutating func take(_ value: Double, recent: Int = 8) -> Double {
    var changed = 0.0
    for index in runs.indices {
      let density = Self.density(runs[index], value) * runs[index].chance
      changed += density * hazard
      runs[index].chance = density * (1 - hazard)
      let away = value - runs[index].mean
      runs[index].scale += runs[index].weight * away * away / (2 * (runs[index].weight + 1))
      runs[index].mean += away / (runs[index].weight + 1)
      runs[index].weight += 1
      runs[index].shape += 0.5
    }
    var fresh = prior
    fresh.chance = changed
    runs.insert(fresh, at: 0)
    if runs.count > Self.longest { runs.removeLast() }
    let total = runs.reduce(0) { $0 + $1.chance }
    guard total > 0 else {
      runs = [prior]
      return 1
    }
    for index in runs.indices { runs[index].chance /= total }
    return runs.prefix(recent + 1).reduce(0) { $0 + $1.chance }
  }

  /// The density of Student's distribution that a run expects of the next value.
  private static func density(_ run: Run, _ value: Double) -> Double {
    let freedom = 2 * run.shape
    let variance = run.scale * (run.weight + 1) / (run.shape * run.weight)
    let away = (value - run.mean) * (value - run.mean) / variance
    let gammas: Double = lgamma(0.5 * (freedom + 1)) - lgamma(0.5 * freedom)
    let width: Double = 0.5 * log(freedom * variance * Double.pi)
    let tail: Double = 0.5 * (freedom + 1) * log1p(away / freedom)
    return exp(gammas - width - tail)
  }
}
