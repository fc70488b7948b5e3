internal import Geodesy

/// Wind and water at every step of a drift, fetched once for all particles.
struct DriftForcing {
  /// Wind and water at the middle of one step.
  struct Moment {
    let wind: any FlowMoment
    let current: any FlowMoment
    let waves: (any FlowMoment)?
  }

  let moments: [Moment]

  /// - Throws: `DriftFault` when a field does not cover the time of the drift.
  init(_ scenario: DriftScenario) throws(DriftFault) {
    var moments = [Moment]()
    let step = Double(scenario.stepSeconds)
    do {
      for index in 0..<scenario.steps {
        let middle = (Double(index) + 0.5) * step - Double(scenario.leadSeconds)
        let instant = scenario.instant(driftSeconds: middle)
        moments.append(
          Moment(
            wind: try scenario.wind.moment(at: instant), current: try scenario.current.moment(at: instant),
            waves: try scenario.waves?.moment(at: instant)))
      }
    } catch {
      throw DriftFault(code: .cover, message: error.description)
    }
    self.moments = moments
  }
}
