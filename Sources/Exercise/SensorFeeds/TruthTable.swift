public import Geodesy
import Tracking

/// The truth of a night as tables with a head (RFC 4180), for whoever judges what was made of its feeds.
///
/// No field holds a comma or a quote: names are of letters, digits, blanks and hyphens.
public struct TruthTable: Sendable {
  private let night: Night

  /// The tables of a night.
  public init(_ night: Night) { self.night = night }

  /// The head of the table of places.
  public static let placesHead =
    "time,actor,name,class,mmsi,dark,flotilla,people_aboard,length_m,latitude,longitude,speed_kn,course_deg\n"

  /// Where everyone is at a moment, a line each in the order of their numbers; the course is empty for who hardly
  /// moves.
  public func places(at moment: Instant) -> String {
    let dark = Dictionary(uniqueKeysWithValues: night.darkBoats.map { ($0.actor, $0) })
    let time = moment.iso8601
    return night.truth(at: moment).map { truth in
      let actor = night.actors[truth.actor]
      let boat = dark[truth.actor]
      let who = "\(actor.number),\(actor.name),\(actor.trackClass.rawValue),\(actor.mmsi == 0 ? "" : "\(actor.mmsi)")"
      let aboard = boat.map { "1,\($0.flotilla),\($0.people)" } ?? "0,,"
      let place = "\(decimal(truth.latitudeDegrees, 6)),\(decimal(truth.longitudeDegrees, 6))"
      let course = truth.courseDegrees.map { decimal($0, 1) } ?? ""
      return "\(time),\(who),\(aboard),\(actor.particulars.lengthMetres),\(place),"
        + "\(decimal(truth.speedKnots, 2)),\(course)\n"
    }.joined()
  }

  /// What happens to the boats, with a head.
  public var events: String {
    "time,event,actor,name\n"
      + night.events.map {
        "\($0.at.iso8601),\($0.kind.rawValue),\($0.actor),\(night.actors[$0.actor].name)\n"
      }.joined()
  }

  /// The weather, with a head.
  public var conditions: String {
    let weather = night.conditions
    return "exercise,seed,sea_state,wind_mps,wind_from_deg,visibility_m,cloud_base_m,flights\n"
      + "EXERCISE,\(night.seed),\(weather.seaState),\(decimal(weather.windMetresPerSecond, 1)),"
      + "\(decimal(weather.windFromDegrees, 0)),\(decimal(weather.visibilityMetres, 0)),"
      + "\(decimal(weather.cloudBaseMetres, 0)),\(weather.permitsFlight ? "yes" : "no")\n"
  }
}
