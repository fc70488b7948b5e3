public import Geodesy
public import Tracking

/// Where an actor truly is at a moment and what it does.
public struct ActorTruth: Hashable, Sendable {
  /// The actor's number within the night.
  public let actor: Int
  /// Degrees north.
  public let latitudeDegrees: Double
  /// Degrees east.
  public let longitudeDegrees: Double
  /// Speed over ground in knots.
  public let speedKnots: Double
  /// Course over ground in degrees from true north; nil when it hardly moves.
  public let courseDegrees: Double?
  /// Where its bow points, in degrees from true north.
  public let headingDegrees: Double
  /// What it is doing, by ITU-R M.1371-5 table 48.
  public let navigationalStatus: NavigationalStatus

  /// Where it is.
  public var position: Position {
    // An itinerary never leaves the waters that it was written for.
    Position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees) ?? Self.nowhere
  }

  private static let nowhere: Position = {
    guard let position = Position(latitudeDegrees: 0, longitudeDegrees: 0) else {
      preconditionFailure("The origin of the graticule is a position.")
    }
    return position
  }()
}
