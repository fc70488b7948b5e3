package import Geodesy
import Tracking

/// Something that a feed says, whatever its standard.
enum Heard: Sendable {
  /// A craft that names itself is here.
  case observation(SensorObservation)
  /// What a craft says of itself.
  case description(StaticReport)
  /// A safety text that a station broadcast.
  case safetyText(mmsi: UInt32, text: String)
  /// What a sensor without identity shows.
  case look(SensorLook)
  /// Where a sensor that stands still says that it stands.
  case place(sensor: String, Position)
  /// Somebody who takes part in the watch is here: an aircraft, a drone, a handheld.
  case asset(ReportedAsset)
  /// A device calls for help, or is being tested.
  case distress(DistressNotice)
}

/// Someone who takes part in the watch and says where they are.
struct ReportedAsset: Sendable {
  var id: TrackID
  var trackClass: TrackClass
  var callSign: String?
  var position: Position
  var deviationMetres: Double
  var speedKnots: Double?
  var courseDegrees: Double?
  var at: Instant
  var received: Instant
  var exercise: Bool
}

/// What a device that calls for help said: one claim, which people judge and no machine discards.
package struct DistressNotice: Sendable, Hashable {
  /// What kind of device it is.
  package enum Device: String, Sendable, Codable {
    /// Digital selective calling by radio.
    case radio = "dsc"
    /// A beacon on 406 MHz.
    case beacon
    /// An AIS device: a search and rescue transmitter, one for a person overboard, an emergency beacon.
    case transponder = "ais"
  }

  /// Whether it cries for help.
  package enum State: String, Sendable, Codable {
    case active
    case test
    /// It does not say; to be treated as active until it does.
    case unclear
    /// The sender takes its call back.
    case cancelled
  }

  /// What kind of device it is.
  package var device: Device
  /// The identity that it sends: a maritime identity in nine digits, or the digits of a beacon.
  package var identity: String
  /// Whether it cries for help.
  package var state: State
  /// What it said, in words.
  package var words: String
  package var position: Position?
  package var at: Instant
  package var received: Instant
  /// The feed that brought it.
  package var feed: String
  package var exercise: Bool
}
