#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CraftTracker {
  /// Gives each plot that is only a direction to the one track that it can be of.
  ///
  /// Many craft may stand on one line of sight, and one that nothing else has seen may too. A direction moves a track only when
  /// it is that track's with a probability of at least `settings.bearingFrom`; else it is left out and counted.
  mutating func takeBearings(_ scan: Scan, _ placed: PlacedScan, _ reception: inout Reception) {
    let bearings = placed.plots.indices.filter { placed.plots[$0].bearingRadians != nil && placed.plots[$0].isUsable }
    guard !bearings.isEmpty else { return }
    reception.leftOut += max(0, bearings.count - Self.mostBearings)
    let sights = sights(from: placed)
    let background = (placed.flood * scan.sensor.falsePlotsPerScan + Self.unknownCraft) / scan.sensor.fieldRadians
    var hasOne = Set<Int>()
    var loose: [(bearing: Double, variance: Double, reference: Int)] = []
    for place in bearings.prefix(Self.mostBearings) {
      let plot = placed.plots[place]
      guard let measured = plot.bearingRadians else { continue }
      var sum = background
      var best: (sight: Sight, weight: Double, squared: Double)?
      for sight in sights where !hasOne.contains(sight.index) {
        let off = sight.view.off(measured)
        let variance = sight.spread + plot.bearingVariance
        let squared = off * off / variance
        guard squared <= settings.gate else { continue }
        let weight = sight.chance * exp(-squared / 2) / (2 * .pi * variance).squareRoot()
        sum += weight
        if weight > best?.weight ?? 0 { best = (sight, weight, squared) }
      }
      guard let best, best.weight / sum >= settings.bearingFrom else {
        reception.leftOut += 1
        // What some track explains begins no other.
        if sum - background < background {
          loose.append((measured, plot.bearingVariance, scan.plots[place].reference))
        }
        continue
      }
      hasOne.insert(best.sight.index)
      reception.taken += 1
      candidates[best.sight.index].see(
        bearing: plot, of: scan.plots[place], in: placed, squaredDistance: best.squared, modes: settings.modes)
    }
    cross(loose, scan, background)
  }

  /// Looks where directions that no track explains cross those of other places.
  private mutating func cross(
    _ loose: [(bearing: Double, variance: Double, reference: Int)], _ scan: Scan, _ background: Double
  ) {
    guard !scan.sensor.isCooperative, scan.seconds >= latestSeconds else { return }
    let look = Crossings.Look(
      sensor: scan.sensor.number, seconds: scan.seconds, east: scan.sensor.eastMetres,
      north: scan.sensor.northMetres, detection: scan.sensor.detectionProbability, background: background,
      isWhole: scan.sensor.isWhole)
    for crossing in crossings.take(loose, look, settings: settings) {
      candidates.append(Candidate(id: newID(), crossing))
    }
  }

  /// A track as a direction finder may see it.
  private struct Sight {
    let index: Int
    let view: BearingView
    /// The variance of its direction, in square radians.
    let spread: Double
    let chance: Double
  }

  private func sights(from scan: PlacedScan) -> [Sight] {
    candidates.indices.compactMap { index in
      guard candidates[index].number != nil else { return nil }
      let motion = candidates[index].mixture(at: scan.seconds, modes: settings.modes).combined
      let sensor = scan.sensor
      guard let view = BearingView(of: motion, fromEast: sensor.eastMetres, north: sensor.northMetres) else {
        return nil
      }
      let seen = scan.chart.probability(atMetres: view.distance, isSmall: candidates[index].isSmall)
      let chance = candidates[index].exists * seen * sensor.coverage(of: motion)
      guard chance > 0.01 else { return nil }
      return Sight(index: index, view: view, spread: view.variance(of: motion, noise: 0), chance: chance)
    }
  }

  /// Directions of one scan that are worked on at most.
  private static let mostBearings = 256
  /// How many craft that no other sensor has shown a scan of directions may show, on average.
  private static let unknownCraft = 1.0
}

extension SensorModel {
  /// How wide it sees, in radians.
  var fieldRadians: Double {
    if case .ring(_, _, let sector?) = field { return sector.widthRadians }
    return 2 * .pi
  }
}
