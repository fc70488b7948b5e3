extension CraftTracker {
  /// How each sensor does, in the order of their first scans.
  package var health: [SensorHealth] { sensors.map(\.report) }

  /// Of more sensors than this no health is kept: the later ones are taken as they say they are.
  static let mostSensors = 1000

  /// The place of a sensor's record, which is made when there is none.
  mutating func record(of model: SensorModel) -> Int? {
    if let known = sensorOf[model.number] { return known }
    guard sensors.count < Self.mostSensors else { return nil }
    sensors.append(SensorRecord(model, settings: settings))
    sensorOf[model.number] = sensors.count - 1
    return sensors.count - 1
  }

  /// By how much a craft may lie beside the truth because the sensor that saw it last does.
  func biasSpread(of candidate: Candidate) -> Symmetric2 {
    guard let watcher = candidate.lastWatcher, let place = sensorOf[watcher] else { return .isotropic(0) }
    let record = sensors[place]
    return record.bias.spread(
      east: candidate.motion.eastMetres - record.model.eastMetres,
      north: candidate.motion.northMetres - record.model.northMetres, isPolar: record.isPolar)
  }

  /// Compares what a sensor measured of a craft with what its transponder says.
  mutating func learnBias(_ record: Int, _ plot: Plot, of slot: Int, in scan: Scan) {
    let transponder = transponders[slot]
    let age = scan.seconds - transponder.seconds
    guard age.magnitude <= Self.greatestReportAgeSeconds, transponder.odds > 0 || transponder.isHeld else { return }
    let intensity = settings.modes[0].accelerationIntensity
    let truth = predict(transponder.mixture.combined, seconds: age, intensity: intensity)
    sensors[record].bias.compare(plot, from: scan.sensor, with: truth)
  }

  /// A report older than this says too little of where the craft is now, in seconds.
  private static let greatestReportAgeSeconds = 15.0

  /// Takes a newly known part of a sensor's bias off, and moves the craft that stand where that sensor saw them.
  mutating func applyBias(of record: Int) {
    guard let change = sensors[record].bias.apply() else { return }
    let (model, isPolar) = (sensors[record].model, sensors[record].isPolar)
    func way(_ motion: Motion) -> (east: Double, north: Double) {
      guard isPolar else { return (-change.eastMetres, -change.northMetres) }
      let (east, north) = (motion.eastMetres - model.eastMetres, motion.northMetres - model.northMetres)
      let distance = max((east * east + north * north).squareRoot(), 1)
      return (
        -change.rangeMetres * east / distance - change.bearingRadians * north,
        -change.rangeMetres * north / distance + change.bearingRadians * east
      )
    }
    for index in candidates.indices where candidates[index].lastWatcher == model.number {
      let slot = candidates[index].transponder
      if let slot, let watched = transponders[slot].watched {
        transponders[slot].shiftWatched(by: way(watched.combined))
        if transponders[slot].isFused { continue }
      }
      let moved = way(candidates[index].motion)
      candidates[index].mixture.shift(east: moved.east, north: moved.north)
      candidates[index].startHistoryAnew()
    }
  }
}
