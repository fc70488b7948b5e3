#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CraftTracker {
  /// Which candidates and plots may belong together, and how much speaks for each.
  func pairings(with scan: Scan, _ grid: PlotGrid, _ chances: [Chances]) -> [Pairing] {
    var pairings: [Pairing] = []
    pairings.reserveCapacity(candidates.count * 2)
    let births = settings.birthsPerScan / scan.sensor.areaSquareMetres
    let greatestNoise = scan.plots.lazy.map { $0.noise.largestEigenvalue }.max() ?? 0
    for (index, candidate) in candidates.enumerated() {
      let chance = chances[index]
      guard chance.both > 0 else { continue }
      let motion = candidate.motion
      let reach = (settings.gate * (motion.covariance.position.largestEigenvalue + greatestNoise)).squareRoot()
      let base = log(chance.both) - log(1 - chance.both)
      let first = pairings.count
      grid.forEach(east: motion.eastMetres, north: motion.northMetres, halfSideMetres: min(reach, Self.greatestReach)) {
        plot in
        let seen = scan.plots[plot]
        guard candidate.squaredDistance(seen) <= settings.gate else { return }
        let other = scan.sensor.falsePlotDensity(atMetres: seen.distanceMetres) + births
        let gain = base + candidate.logLikelihood(seen) - log(other)
        if gain > 0 { pairings.append(Pairing(craft: index, plot: plot, gain: gain)) }
      }
      if pairings.count - first > Self.mostPairings { keepBest(&pairings, from: first) }
    }
    return pairings
  }

  /// No craft is looked for further away, in metres: what is known so badly is found anew sooner.
  private static let greatestReach = 20_000.0
  /// The plots among which one craft is looked for at most; a flood of clutter brings more.
  private static let mostPairings = 32

  private func keepBest(_ pairings: inout [Pairing], from first: Int) {
    let best = pairings[first...].sorted { ($0.gain, $1.plot) > ($1.gain, $0.plot) }.prefix(Self.mostPairings)
    pairings.replaceSubrange(first..., with: best)
  }
}
