import Geodesy

extension DriftScenario {
  /// Refuses a scenario that cannot be computed.
  ///
  /// - Throws: `DriftFault` that names the number and its limits, or the contradiction.
  func check() throws(DriftFault) {
    try within(particles, 1...DriftLimits.mostParticles, "The number of particles")
    try within(hours, 1...DriftLimits.mostHours, "The number of hours")
    try within(stepSeconds, DriftLimits.stepSeconds, "The step in seconds")
    guard 3600 % stepSeconds == 0 else {
      throw DriftFault(code: .limit, message: "A step of \(stepSeconds) s does not divide the hour.")
    }
    guard particles <= DriftLimits.mostPlaces / (hours + 1) else {
      throw DriftFault(
        code: .limit,
        message: "\(particles) particles for \(hours) hours are too many places; ask for fewer of either.")
    }
    try within(positionDeviationMetres, DriftLimits.greatestDeviationMetres, "The deviation of the position in metres")
    try within(
      timeUncertaintySeconds, DriftLimits.greatestTimeUncertaintySeconds, "The uncertainty of the time in seconds")
    try within(jibesPerHour, DriftLimits.greatestRatePerHour, "The rate of jibing an hour")
    try within(diffusivity, DriftLimits.greatestDiffusivity, "The diffusivity in square metres a second")
    guard position.latitudeDegrees.magnitude <= DriftLimits.greatestLatitudeDegrees else {
      throw DriftFault(
        code: .limit,
        message: "Drift is computed up to \(Int(DriftLimits.greatestLatitudeDegrees)) degrees of latitude.")
    }
    try checkHypotheses()
    guard let capsize else { return }
    guard !isBackward else {
      throw DriftFault(
        code: .contradiction,
        message: "A backward drift cannot capsize: say with the hypotheses in which state the object was found.")
    }
    try within(capsize.ratePerHour, DriftLimits.greatestRatePerHour, "The rate of capsizing an hour")
    try within(
      capsize.ratePerHourAndMetrePerSecond, DriftLimits.greatestRatePerHour, "The rate of capsizing by the wind")
    try within(
      capsize.windThresholdMetresPerSecond, ConstantFlow.fastestMetresPerSecond,
      "The wind from which capsizing is likelier")
  }

  private func checkHypotheses() throws(DriftFault) {
    guard !hypotheses.isEmpty, hypotheses.count <= DriftLimits.mostHypotheses else {
      throw DriftFault(
        code: .hypothesis, message: "A drift takes 1 to \(DriftLimits.mostHypotheses) hypotheses about the object.")
    }
    guard hypotheses.allSatisfy({ $0.weight > 0 && $0.weight.isFinite }) else {
      throw DriftFault(code: .hypothesis, message: "The weight of a hypothesis is a number above 0.")
    }
    let shares = LeewayHypothesis.shares(hypotheses.map(\.weight), of: particles)
    guard let empty = shares.firstIndex(of: 0) else { return }
    throw DriftFault(
      code: .hypothesis,
      message: "\(particles) particles leave none for \(hypotheses[empty].leewayClass.key): ask for more of them.")
  }

  private func within(_ value: Int, _ limits: ClosedRange<Int>, _ what: String) throws(DriftFault) {
    guard !limits.contains(value) else { return }
    throw DriftFault(code: .limit, message: "\(what) is \(limits.lowerBound) to \(limits.upperBound), not \(value).")
  }

  private func within(_ value: Double, _ greatest: Double, _ what: String) throws(DriftFault) {
    guard !(value >= 0 && value <= greatest) else { return }
    throw DriftFault(code: .limit, message: "\(what) is 0 to \(greatest), not \(value).")
  }
}
