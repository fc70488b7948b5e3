import Archive
import Geodesy
import Operations
import Tracking

/// The row by which a track travels to the browser: an array, because there may be twenty thousand of them.
///
/// `[id, latitude, longitude, speed kn, course °, heading °, class, status, last heard ms, name, flags, length m]`, and for a
/// craft that sensors without identity show also `badges, [major m, minor m, orientation °]`: a letter for each kind of source,
/// and the ellipse in which it is with 95 % probability.
struct TrackRow: Sendable {
  var id: String
  var position: Position
  var speedKnots: Double?
  var courseDegrees: Double?
  var headingDegrees: Double?
  var trackClass: TrackClass
  var status: Track.Status
  var lastHeard: Instant
  var name: String?
  var flags: [String]
  var lengthMetres: Double?
  /// A letter for each kind of sensor that shows it, and where it may be.
  var sensed: (badges: String, ellipse: UncertaintyEllipse)?

  /// The row of a track that is held now, at the place where it was last heard.
  init(_ track: Track) {
    let last = track.lastObservation
    id = track.id.text
    position = track.position
    speedKnots = last.speedKnots ?? track.state.speedKnots
    courseDegrees = last.courseDegrees ?? track.state.courseDegrees
    headingDegrees = last.headingDegrees
    trackClass = track.trackClass
    status = track.status
    lastHeard = track.lastHeard
    name = track.statics.name?.value
    flags = track.flags.isEmpty ? [] : track.flags.sorted().map(\.rawValue)
    if track.exercise { flags.append("exercise") }
    lengthMetres = track.statics.lengthMetres?.value ?? track.sensed?.lengthMetres
    sensed = track.sensed.map { (SensorBadge.letters(of: track, $0), track.state.ellipse) }
  }

  /// The row of a track as it was known at a past moment.
  init(_ past: PastTrack) {
    id = past.id.text
    position = past.position.position
    speedKnots = past.position.speedKnots
    courseDegrees = past.position.courseDegrees
    headingDegrees = past.position.headingDegrees
    trackClass = past.trackClass
    status = past.isStale ? .coasting : .live
    lastHeard = past.position.received
    name = past.description?.name
    flags = past.exercise ? ["exercise"] : []
    lengthMetres = past.description?.lengthMetres
  }

  func write(to json: inout JSONText) {
    json.array { json in
      json.string(id)
      json.number(position.latitudeDegrees, decimals: 6)
      json.number(position.longitudeDegrees, decimals: 6)
      json.number(speedKnots, decimals: 1)
      json.number(courseDegrees, decimals: 1)
      json.number(headingDegrees, decimals: 0)
      json.string(trackClass.rawValue)
      json.string(status == .coasting ? "coasting" : "live")
      json.integer(lastHeard.millisecondsSince1970)
      json.string(name)
      json.array { json in for flag in flags { json.string(flag) } }
      json.number(lengthMetres, decimals: 0)
      guard let sensed else { return }
      json.string(sensed.badges)
      json.array { json in
        json.number(sensed.ellipse.majorMetres, decimals: 0)
        json.number(sensed.ellipse.minorMetres, decimals: 0)
        json.number(sensed.ellipse.orientationDegrees, decimals: 0)
      }
    }
  }

  /// The row ready for the live stream.
  var live: LiveRow {
    var json = JSONText(reserving: 160)
    write(to: &json)
    return LiveRow(
      trackID: id, position: position, isDistress: trackClass == .distress, isCoasting: status == .coasting,
      json: json.bytes)
  }
}
