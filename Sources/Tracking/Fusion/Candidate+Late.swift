#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Candidate {
  /// The look by which a late plot came to a track: no track has two of one look.
  struct LateLook: Hashable, Sendable {
    let sensor: Int
    let seconds: Double
  }

  /// So many late looks are remembered.
  private static let mostLateLooks = 8

  func hasLate(_ sensor: Int, _ seconds: Double) -> Bool {
    lateLooks.contains(LateLook(sensor: sensor, seconds: seconds))
  }

  /// Something else than a plot has moved it.
  mutating func startHistoryAnew() {
    if number != nil || isCarried { history.restart(mixture, seconds: seconds) }
  }

  /// How it moves between two corrections.
  func way(_ settings: CraftTrackerSettings) -> TrackHistory.Way {
    TrackHistory.Way(modes: settings.modes, carryIntensity: isCarried ? settings.modes.likelyIntensity : nil)
  }

  /// A craft that only a late look has shown goes to now.
  ///
  /// It is carried by one mode of motion: through half an hour the others would let it accelerate without end.
  mutating func carry(to moment: Double, settings: CraftTrackerSettings) {
    isCarried = true
    lateLooks = lastWatcher.map { [LateLook(sensor: $0, seconds: seconds)] } ?? []
    history.restart(mixture, seconds: seconds)
    predict(to: moment, settings: settings)
  }

  /// Takes in a plot of a moment that lies far back.
  ///
  /// - Parameter then: its motion at that moment.
  mutating func seeLate(
    _ placed: PlacedPlot, of plot: Plot, in scan: PlacedScan, _ then: Motion, settings: CraftTrackerSettings
  ) {
    let noise = placed.noise(seenAtEast: then.eastMetres, north: then.northMetres)
    let surprise =
      then.logLikelihood(east: placed.eastMetres, north: placed.northMetres, noise: noise)
      - log(scan.falsePlotDensity(of: placed))
    let squared = (then.covariance.position + noise).inverse?.squaredLength(
      east: placed.eastMetres - then.eastMetres, north: placed.northMetres - then.northMetres)
    let detection = scan.chart.probability(atMetres: scan.sensor.distance(of: then), isSmall: isSmall)
    let correction = TrackHistory.Correction(
      seconds: scan.seconds, east: placed.eastMetres, north: placed.northMetres, noise: noise)
    // What a transponder says goes into a track in its own way, and has said enough since.
    if transponder == nil, let mixture = history.insert(correction, to: seconds, way(settings)) {
      replaceLate(mixture)
    }
    lateLooks.append(LateLook(sensor: scan.sensor.number, seconds: scan.seconds))
    if lateLooks.count > Self.mostLateLooks { lateLooks.removeFirst() }
    noteLate(plot, in: scan, squaredDistance: squared ?? 0, gain: log(detection) + surprise)
  }
}
