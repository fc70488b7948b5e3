/// A tracker that is told which plot is of which craft and when a craft is gone: what no real one can do better.
///
/// It is the bar for association, initiation and deletion. Each craft is filtered by its own model of motion and counts as
/// found with its second plot.
package struct OracleTracker: Sendable {
  private struct Known {
    var mixture: ModeMixture
    var seconds: Double
    var seen = 1
  }

  private let settings: CraftTrackerSettings
  private var known: [Int: Known] = [:]

  package init(settings: CraftTrackerSettings) { self.settings = settings }

  /// Takes in a scan.
  ///
  /// - Parameters:
  ///   - targets: the craft of each plot, −1 for none, in the order of the plots.
  ///   - present: the craft that are there.
  package mutating func take(_ scan: Scan, targets: [Int], present: Set<Int>) {
    known = known.filter { present.contains($0.key) }
    for (plot, target) in zip(scan.plots, targets) where target >= 0 {
      let placed = PlacedPlot(plot, from: scan.sensor)
      guard var one = known[target] else {
        known[target] = Known(mixture: ModeMixture(placed, settings: settings), seconds: scan.seconds)
        continue
      }
      one.mixture.predict(seconds: scan.seconds - one.seconds, modes: settings.modes)
      let at = one.mixture.combined
      one.mixture.correct(
        east: placed.eastMetres, north: placed.northMetres,
        noise: placed.noise(seenAtEast: at.eastMetres, north: at.northMetres))
      (one.seconds, one.seen) = (scan.seconds, one.seen + 1)
      known[target] = one
    }
  }

  /// Where the craft are at a moment, as far as they have been found, in the order of their numbers.
  package func places(at seconds: Double) -> [TrackingScore.Item] {
    known.filter { $0.value.seen >= 2 }.sorted { $0.key < $1.key }.map { target, one in
      var mixture = one.mixture
      mixture.predict(seconds: seconds - one.seconds, modes: settings.modes)
      return TrackingScore.Item(
        id: target, place: .init(east: mixture.combined.eastMetres, north: mixture.combined.northMetres))
    }
  }
}
