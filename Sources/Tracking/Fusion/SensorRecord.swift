/// What the tracker keeps of one sensor.
struct SensorRecord: Sendable {
  let number: Int
  var model: SensorModel
  var bias: BiasFilter
  /// How well it sees, by distance.
  var detection: MeasuredDetection
  private(set) var health: SensorHealth
  private(set) var latestSeconds = -Double.infinity
  private var latest: [Plot.Measurement] = []
  /// Whether its latest plots were distances and directions.
  private(set) var isPolar = true

  /// Fewer plots than this may be the same twice by chance.
  private static let leastPlotsOfRepetition = 2
  private static let plotsOfMean = 200.0
  private static let scansOfMean = 10.0

  init(_ model: SensorModel, settings: CraftTrackerSettings) {
    number = model.number
    self.model = model
    bias = BiasFilter(settings: settings)
    detection = MeasuredDetection(greatestRangeMetres: model.reachMetres ?? 1)
    health = SensorHealth(sensor: model.number)
  }

  /// Its health with what is known of its bias.
  var report: SensorHealth {
    var report = health
    report.bias = SensorBias(
      rangeMetres: bias.range.value, bearingRadians: bias.bearing.value, eastMetres: bias.east.value,
      northMetres: bias.north.value)
    report.biasDeviation = SensorBias(
      rangeMetres: bias.range.variance.squareRoot(), bearingRadians: bias.bearing.variance.squareRoot(),
      eastMetres: bias.east.variance.squareRoot(), northMetres: bias.north.variance.squareRoot())
    report.biasComparisons = bias.comparisons
    return report
  }

  /// How many times denser false plots are than the sensor is said to show, as its last scans had it; at least 1.
  var flood: Double {
    let declared = model.falsePlotsPerScan
    let surplus = health.unexplainedPerScan
    return surplus > Self.floodFrom * declared + Self.leastSurplus ? surplus / declared : 1
  }

  /// More unexplained plots than so many times those declared, and this many besides, are clutter that was not declared.
  private static let floodFrom = 2.0
  private static let leastSurplus = 20.0

  /// Counts a scan in, unless it is to be refused.
  mutating func admit(_ scan: Scan, most: Int, settings: CraftTrackerSettings) -> Reception.Refusal? {
    if scan.plots.count > most {
      health.floodedScans += 1
      return .flooded
    }
    let measurements = scan.plots.map(\.measurement)
    if measurements.count >= Self.leastPlotsOfRepetition, measurements == latest {
      health.repeatedScans += 1
      return .repeated
    }
    if latestSeconds.isFinite { bias.wander(seconds: scan.seconds - latestSeconds, settings: settings) }
    latestSeconds = max(latestSeconds, scan.seconds)
    latest = measurements
    if scan.sensor.isWhole, scan.sensor.reachMetres != model.reachMetres {
      detection = MeasuredDetection(greatestRangeMetres: scan.sensor.reachMetres ?? 1)
    }
    model = scan.sensor
    if case .polar? = measurements.first { isPolar = true }
    if case .place? = measurements.first { isPolar = false }
    health.scans += 1
    health.plots += measurements.count
    return nil
  }

  mutating func countLate() { health.lateScans += 1 }

  /// A track took a plot.
  mutating func noteInnovation(_ squared: Double) {
    let bounded = min(squared, 100)
    health.meanSquaredInnovation += (bounded - health.meanSquaredInnovation) / Self.plotsOfMean
  }

  /// A scan is done.
  mutating func noteScan(plots: Int, explained: Int, seenTracks: Int, expectedTracks: Double) {
    let unexplained = Double(plots - explained)
    let pace = health.scans <= 1 ? 1 : 1 / Self.scansOfMean
    // The first scans meet no tracks and explain nothing, which is no fault of the sensor's.
    if health.scans > Self.scansBeforeJudged {
      health.unexplainedPerScan += (unexplained - health.unexplainedPerScan) * pace
      if plots > 0 { health.shareUnexplained += (unexplained / Double(plots) - health.shareUnexplained) * pace }
    }
    guard expectedTracks > 0 else { return }
    let weight = min(1, expectedTracks / Self.plotsOfMean)
    health.seenOfExpected += (Double(seenTracks) / expectedTracks - health.seenOfExpected) * weight
  }

  private static let scansBeforeJudged = 5
}
