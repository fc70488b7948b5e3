public import Geodesy
public import Tracking

/// One craft or station of a night: who it is, and where it truly is at every moment.
public struct ExerciseActor: Sendable {
  /// How it makes itself known by radio.
  public enum Transponder: String, Sendable, CaseIterable {
    /// AIS class A, for ships.
    case classA
    /// AIS class B with carrier sense, for small craft.
    case classB
    /// An AIS aid to navigation.
    case aidToNavigation
    /// An AIS base station.
    case baseStation
    /// AIS of a search and rescue aircraft.
    case aircraft
    /// An AIS search and rescue transmitter that is being tested.
    case rescueTransmitterUnderTest
    /// None: it can be seen, but not heard.
    case silent
  }

  /// Its number within the night, from 0.
  public let number: Int
  /// Its name, which always begins with `EXERCISE`.
  public let name: String
  /// Its invented maritime identity; 0 for what has no transponder.
  public let mmsi: UInt32
  /// What kind of craft it is.
  public let trackClass: TrackClass
  /// How it makes itself known.
  public let transponder: Transponder
  /// What it says of itself beside its name.
  public let particulars: Particulars
  /// When the night began; the itinerary counts from there.
  let start: Instant
  let itinerary: Itinerary
  let conduct: Conduct

  /// Where it truly is and what it does at a moment; nil before it has come and after it has gone.
  public func truth(at moment: Instant) -> ActorTruth? {
    let (milliseconds, overflow) = moment.millisecondsSince1970.subtractingReportingOverflow(
      start.millisecondsSince1970)
    guard !overflow, milliseconds.magnitude < Self.greatestMilliseconds, isPresent(at: milliseconds) else { return nil }
    return truth(atMilliseconds: milliseconds)
  }

  /// How far from the start of a night its truth is told: ten years.
  private static let greatestMilliseconds: UInt64 = 315_576_000_000

  /// Whether it is there, so many milliseconds after the start.
  func isPresent(at milliseconds: Int64) -> Bool {
    conduct.remains || (itinerary.first...itinerary.last).contains(milliseconds)
  }

  func truth(atMilliseconds milliseconds: Int64) -> ActorTruth {
    let motion = itinerary.motion(at: milliseconds)
    let speed = (motion.north * motion.north + motion.east * motion.east).squareRoot() * 3600 / 1852
    let moves = speed >= Self.leastSpeedWithCourseKnots
    let bearing =
      moves
      ? ExactMathematics.bearing(east: motion.east, north: motion.north) : itinerary.bearing(before: milliseconds)
    return ActorTruth(
      actor: number, latitudeDegrees: motion.place.latitude, longitudeDegrees: motion.place.longitude,
      speedKnots: speed, courseDegrees: moves ? bearing : nil, headingDegrees: bearing,
      navigationalStatus: conduct.status(speedKnots: speed))
  }

  /// Below this speed an actor has no course, in knots.
  static let leastSpeedWithCourseKnots = 0.3
}
