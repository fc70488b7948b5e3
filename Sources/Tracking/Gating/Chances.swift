/// What a scan says of a candidate before its plots are looked at.
struct Chances {
  /// How likely it is to be seen if it exists.
  let detection: Double
  /// How likely it is both to exist and to be seen.
  let both: Double
  private let exists: Double

  /// The chances of a candidate that exists and carries a transponder so likely.
  init(exists: Double, carries: Double, at motion: Motion, in sensor: SensorModel) {
    self.init(
      exists: exists,
      detection: sensor.detectionProbability * (sensor.isCooperative ? carries : 1) * sensor.coverage(of: motion))
  }

  /// With a detection of 0 the scan says nothing of it.
  init(exists: Double, detection: Double) {
    (self.exists, self.detection, both) = (exists, detection, exists * detection)
  }

  /// The log odds of its existence when it is not seen.
  var oddsWhenMissed: Double {
    logOdds(ofProbability: exists * (1 - detection) / max(1 - both, 1e-300))
  }

  /// The same when the chance to be seen apart from others is only a part of it.
  func reduced(to share: Double) -> Chances { Chances(exists: exists, detection: detection * share) }
}
