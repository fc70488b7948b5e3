import Geodesy
import Operations
import Rescue

/// A boat's drift as it was computed: the members with the weights that searches have left them.
struct BoatDrift: Sendable {
  /// A search that found nothing, with what it was worth.
  struct Search: Sendable {
    let id: String
    let containment: Double
    let success: Double
    /// The probability of success of all searches up to and with it, of 1 in all.
    let cumulativeSuccess: Double
  }

  let inputs: DriftInputs
  let members: DriftMembers
  let searches: [Search]
  /// Searches that lie outside the time of the drift and are not counted.
  let uncounted: [String]
  /// When it is told for.
  let now: Instant
  /// Now, and every full hour from now on; back in time for a backward drift.
  let hours: [DriftHour]

  var cumulativeSuccess: Double { searches.last?.cumulativeSuccess ?? 0 }

  /// The members at the start of the weather, one ensemble for each assumption.
  static func members(_ inputs: DriftInputs, land: LandMask?) throws -> DriftMembers {
    let assumptions = inputs.weather.assumptions
    var ensembles: [DriftEnsemble] = []
    for (index, assumption) in assumptions.enumerated() {
      var scenario = DriftScenario(
        position: inputs.start.position, time: inputs.start.time, hypotheses: inputs.hypotheses,
        wind: assumption.wind, current: assumption.current)
      scenario.positionDeviationMetres = min(inputs.start.deviationMetres, DriftLimits.greatestDeviationMetres)
      scenario.timeUncertaintySeconds = inputs.start.timeUncertaintySeconds
      scenario.land = land
      scenario.hours = inputs.weather.hours
      scenario.isBackward = inputs.isBackward
      scenario.diffusivity = diffusivity
      scenario.particles = inputs.particles / assumptions.count
      scenario.seed = inputs.seed &+ UInt64(index)
      ensembles.append(try DriftRun(scenario).ensemble())
    }
    guard let members = DriftMembers(ensembles) else { throw DeskError(.internalFault) }
    return members
  }

  /// What currents do that no field resolves, in square metres a second.
  static let diffusivity = 10.0

  /// The drift as told at a moment, after the searches that found nothing.
  init(_ inputs: DriftInputs, _ untouched: DriftMembers, made: [IncidentSearch.Made], now: Instant) {
    self.inputs = inputs
    self.now = now
    var members = untouched
    var (searches, uncounted): ([Search], [String]) = ([], [])
    for search in made {
      let areas = search.made.searched
      guard !areas.isEmpty else { continue }
      let before = members.remaining
      let worth = areas.compactMap { members.search($0) }
      guard !worth.isEmpty else {
        uncounted.append(search.id)
        continue
      }
      searches.append(
        Search(
          id: search.id, containment: worth.reduce(0) { $0 + $1.containment }, success: before - members.remaining,
          cumulativeSuccess: 1 - members.remaining))
    }
    (self.members, self.searches, self.uncounted) = (members, searches, uncounted)
    let step: Int64 = inputs.isBackward ? -3_600_000 : 3_600_000
    let first = inputs.isBackward ? inputs.start.time : max(now, inputs.start.time)
    let count = inputs.isBackward ? DriftInputs.hoursBack : DriftInputs.hoursAhead
    hours = (0...count).compactMap { hour in
      members.cloud(at: first.adding(milliseconds: Int64(hour) * step)).flatMap { DriftHour($0, hour: hour) }
    }
  }
}
