#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CraftTracker {
  /// Which candidates and plots may belong together, and how much speaks for each.
  func pairings(with scan: PlacedScan, _ grid: PlotGrid, _ views: [CandidateView]) -> [Pairing] {
    var pairings: [Pairing] = []
    pairings.reserveCapacity(candidates.count * 2)
    let births = settings.birthsPerScan / scan.sensor.areaSquareMetres
    for (index, view) in views.enumerated() where view.chances.both > 0 {
      let motion = view.motion
      if candidates[index].isCarried, motion.covariance.position.largestEigenvalue > Self.greatestCarriedVariance {
        continue
      }
      let (away, up) = (motion.eastMetres - scan.sensor.eastMetres, motion.northMetres - scan.sensor.northMetres)
      let greatestNoise = grid.greatestVariance(atMetres: (away * away + up * up).squareRoot())
      let reach = (settings.gate * (motion.covariance.position.largestEigenvalue + greatestNoise)).squareRoot()
      let base = log(view.chances.both) - log(1 - view.chances.both)
      let ifThere = log(view.chances.detection) - log(1 - view.chances.detection)
      let first = pairings.count
      grid.forEach(east: motion.eastMetres, north: motion.northMetres, halfSideMetres: min(reach, Self.greatestReach)) {
        plot in
        let seen = scan.plots[plot]
        let noise = seen.noise(seenAtEast: motion.eastMetres, north: motion.northMetres)
        let innovation = motion.covariance.position + noise
        let squared = innovation.inverse?.squaredLength(
          east: seen.eastMetres - motion.eastMetres, north: seen.northMetres - motion.northMetres)
        guard let squared, squared <= settings.gate else { return }
        let other = scan.falsePlotDensity(of: seen) + births
        let fit = logLikelihood(of: index, seen, noise, at: scan.seconds) - log(other)
        let gain = max(base + fit, Self.partOfDoubtful * (ifThere + fit))
        if gain > 0 { pairings.append(Pairing(craft: index, plot: plot, gain: gain)) }
      }
      if pairings.count - first > Self.mostPairings { keepBest(&pairings, from: first) }
    }
    return pairings
  }

  /// What fits a candidate that hardly exists is still worth a little, or none could grow out of dense clutter; so little that
  /// it never takes a plot from a candidate that does.
  static let partOfDoubtful = 0.01
  /// No craft is looked for further away, in metres: what is known so badly is found anew sooner.
  private static let greatestReach = 20_000.0
  /// A craft of which only late looks tell, and which may be a kilometre off by now, takes no plot from others: it is found anew.
  private static let greatestCarriedVariance = 1e6
  /// The plots among which one craft is looked for at most; a flood of clutter brings more.
  private static let mostPairings = 32

  private func logLikelihood(of index: Int, _ plot: PlacedPlot, _ noise: Symmetric2, at seconds: Double) -> Double {
    guard seconds < candidates[index].seconds else {
      return candidates[index].mixture.logLikelihood(east: plot.eastMetres, north: plot.northMetres, noise: noise)
    }
    return candidates[index].mixture(at: seconds, modes: settings.modes)
      .logLikelihood(east: plot.eastMetres, north: plot.northMetres, noise: noise)
  }

  private func keepBest(_ pairings: inout [Pairing], from first: Int) {
    let best = pairings[first...].sorted { ($0.gain, $1.plot) > ($1.gain, $0.plot) }.prefix(Self.mostPairings)
    pairings.replaceSubrange(first..., with: best)
  }
}
