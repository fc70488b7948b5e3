import Geodesy
import Operations
import Rescue
import Tracking

/// Why a boat has no drift.
enum NoDrift: Error, Sendable, Hashable {
  /// No report names a position and no track shows it.
  case noPosition
  /// The last position is older than `DriftInputs.oldestHours`.
  case tooOld(Instant)
  /// The computation refused, in its own words.
  case refused(String)

  /// The key of the text that says so.
  var textKey: String {
    switch self {
    case .noPosition: "drift.none.noPosition"
    case .tooOld: "drift.none.tooOld"
    case .refused: "drift.none.refused"
    }
  }
}

extension Desk {
  private static let deviationsInRadius = 2.4477

  /// A boat's drift as it is told at a moment.
  ///
  /// - Parameter isPast: whether the boat and the moment are as known earlier.
  /// - Throws: `NoDrift` when there is none.
  func drift(
    of boat: Boat, isBackward: Bool = false, now: Instant, weather: WatchWeather?, isPast: Bool = false
  ) async throws -> BoatDrift {
    let inputs = try driftInputs(of: boat, isBackward: isBackward, now: now, weather: weather)
    do {
      return try await drifts.drift(
        inputs, made: isBackward ? [] : boat.searchesCounting, now: now, isPast: isPast)
    } catch let fault as DriftFault {
      throw NoDrift.refused(fault.message)
    }
  }

  /// Where a boat has drifted by now, with the radius that holds 95 of 100: for the board of boats and for whoever is sent.
  ///
  /// It is what was computed last and costs nothing; nil while nothing was, or when there is nothing to compute it from.
  func drifted(_ boat: String) -> (position: Position, radiusMetres: Double, at: Instant)? {
    guard let known = drifts.known(boat), let now = known.hours.first else { return nil }
    return (now.datum.position, now.datum.radiusMetres, now.instant)
  }

  func driftInputs(
    of boat: Boat, isBackward: Bool, now: Instant, weather: WatchWeather?
  ) throws -> DriftInputs {
    guard let start = driftStart(of: boat, now: now) else { throw NoDrift.noPosition }
    let age = max(0, now.seconds(since: start.time) / 3600)
    guard age <= Double(DriftInputs.oldestHours) else { throw NoDrift.tooOld(start.time) }
    let least = isBackward ? 1 : Int(age) + 1
    let hours = isBackward ? DriftInputs.hoursBack : Int(age) + 1 + DriftInputs.hoursAhead
    let shelf = weatherShelf.now
    return DriftInputs(
      boat: boat.id, start: start, assumption: boat.drifting?.value ?? DriftInputs.usual(boat),
      assumedBy: boat.drifting?.by,
      weather: DriftWeather(
        shelf.stock, said: weather, from: start.time, at: start.position, hours: hours, least: least,
        leadSeconds: start.timeUncertaintySeconds, isBackward: isBackward, now: now),
      isBackward: isBackward, particles: drifts.particles, seed: DriftInputs.seed(of: boat.id),
      enginesRun: boat.contacts.last { $0.statement.engine != nil }?.statement.engine == .running,
      knowsLand: drifts.land != nil)
  }

  /// Where a boat was last known to be: its track where one shows it, else the report that leaves the least doubt by now.
  func driftStart(of boat: Boat, now: Instant) -> DriftInputs.Start? {
    for name in boat.tracks.reversed() {
      guard let state = picture.track(TrackID(name))?.state, state.at <= now else { continue }
      return DriftInputs.Start(
        source: .track(name), position: state.position, time: state.at,
        deviationMetres: state.uncertaintyMetres / Self.deviationsInRadius, claimsAccuracy: true,
        timeUncertaintySeconds: 0, isOnLand: drifts.land?.contains(state.position) ?? false)
    }
    let starts = boat.contacts.compactMap { contact -> DriftInputs.Start? in
      guard let place = contact.statement.place, let position = place.position else { return nil }
      let time = place.at ?? contact.received
      guard time <= now else { return nil }
      return DriftInputs.Start(
        source: .contact(contact.id), position: position, time: time,
        deviationMetres: place.accuracyMetres ?? DriftInputs.usualDeviationMetres,
        claimsAccuracy: place.accuracyMetres != nil,
        timeUncertaintySeconds: place.at == nil ? DriftInputs.unknownTimeSeconds : 0,
        isOnLand: drifts.land?.contains(position) ?? false)
    }
    // A place ashore is a wrong pin, or one from before the boat left; it serves only when there is no other.
    let atSea = starts.filter { !$0.isOnLand }
    return (atSea.isEmpty ? starts : atSea).min { $0.doubt(by: now) < $1.doubt(by: now) }
  }
}

extension DriftInputs.Start {
  /// How far the boat may be from here by now, squared, in square metres.
  fileprivate func doubt(by now: Instant) -> Double {
    let spread = max(0, now.seconds(since: time)) * DriftInputs.spreadMetresPerSecond
    return deviationMetres * deviationMetres + spread * spread
  }
}
