import Feeds
import Geodesy
import Marking
import Operations
import Rescue
import Tracking

extension Desk {
  /// What handhelds are told now: tracks, calls for help, and the boats that nobody has closed.
  ///
  /// - Parameter mostTracks: how many tracks at most, those heard last.
  func cursorEvents(mostTracks: Int) async throws -> [CursorOnTargetEvent] {
    let now = now()
    let tracks = picture.tracks.sorted { $0.lastHeard > $1.lastHeard }.prefix(mostTracks)
    let calls = try await centre.openAlerts().filter { $0.kind.hasPrefix(Alert.distressPrefix) }
    let places = boatFeatures(try await centre.rescueBook(), at: nil)
    return tracks.map { CursorOnTargetEvent($0, written: now) } + calls.compactMap { CursorOnTargetEvent($0, now) }
      + places.book.boats.compactMap { CursorOnTargetEvent($0, at: places.place(of: $0), now) }
  }
}

extension CursorOnTargetEvent {
  /// The call of a device; nil while nobody knows where it is.
  fileprivate init?(_ call: Alert, _ now: Instant) {
    guard let position = call.position else { return nil }
    self = .incident(
      uid: "FORELAND-\(call.id)", title: call.words ?? call.id, call.ended == nil ? .distress : .cancelled,
      at: position, opened: call.began, written: now, marking: Marking.official.marked(exercise: call.exercise))
  }

  /// A boat with how many of its people are not accounted for; nil while nobody knows where it is, or once it has been closed
  /// for as long as an incident holds. It names nobody who called.
  fileprivate init?(_ boat: Boat, at place: BoatFeatures.Place?, _ now: Instant) {
    guard let place else { return nil }
    let age = boat.closure.map { now.millisecondsSince1970 - $0.at.millisecondsSince1970 } ?? 0
    guard age < Self.incidentMilliseconds else { return nil }
    let incident: Incident = !boat.isOpen ? .cancelled : boat.phase == .distress ? .distress : .place
    let people = boat.reckoning.unaccounted.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    self = .incident(
      uid: "FORELAND-\(boat.id)", title: boat.isOpen ? "\(boat.id) \(people ?? "?") POB" : boat.id, incident,
      at: place.position, opened: boat.opened, written: now, marking: Marking.official.marked(exercise: boat.exercise))
    circularErrorMetres = place.accuracyMetres
  }

  /// A track as handhelds know it. Nothing is ever hostile.
  fileprivate init(_ track: Track, written: Instant) {
    let craft: Craft =
      switch track.trackClass {
      case .aircraft: .ownAircraft
      case .sar, .law: .ownAsset
      case .sensed: .unknown
      default: Craft(shipType: track.statics.shipType?.value)
      }
    self = .track(
      uid: "FORELAND-\(track.id.text)", name: track.statics.name?.value ?? track.id.text, craft: craft,
      finding: track.sensed == nil ? .reported : .fused, at: track.position, observed: track.state.at, written: written,
      marking: Marking.official.marked(exercise: track.exercise))
    circularErrorMetres = track.state.uncertaintyMetres
    courseDegrees = track.state.courseDegrees
    speedMetresPerSecond = Units.metresPerSecond(knots: track.state.speedKnots)
  }
}
