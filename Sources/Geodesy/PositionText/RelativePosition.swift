/// Where a craft is as seen from something else, as somebody told it: `10 km from light`, `bearing 234 from Dover`.
///
/// It stays text with a question until the other thing is known.
public struct RelativePosition: Hashable, Sendable {
  /// The piece of the text that says so.
  public var source: String
  /// What it is relative to, as it was written; empty when nothing was named.
  public var placeName: String
  /// The places that bear the name; more than one is a question.
  public var places: [NamedPlace]
  /// How far from the place, in metres.
  public var distanceMetres: Double?
  /// One standard deviation of the distance, in metres: half of its last figure that is not zero.
  public var distanceSpreadMetres: Double
  /// The direction, in degrees as it was said, from the place to the craft, or the other way when `isFromCraft`.
  public var bearingDegrees: Double?
  /// One standard deviation of the direction, in degrees.
  public var bearingSpreadDegrees: Double
  /// Whether the direction is the one in which somebody on the craft sees the place.
  public var isFromCraft: Bool
  /// What is open about it.
  public var doubts: Set<RelativeDoubt>

  /// One standard deviation of a bearing of which nothing else is known, in degrees: a judgement of ours, to be
  /// replaced by what a station's own direction finder is known to do.
  public static let bearingSpreadDegrees = 5.0

  /// The direction from the place to the craft, in degrees from north, or nil when none was said.
  public var bearingToCraftDegrees: Double? {
    bearingDegrees.map { isFromCraft ? Units.bearing(degrees: $0 + 180) : $0 }
  }

  /// The line on which the craft lies, when one known place and a direction were named.
  public var line: BearingLine? {
    guard places.count == 1, let place = places.first, let bearing = bearingToCraftDegrees else { return nil }
    return BearingLine(from: place.position, bearingDegrees: bearing, spreadDegrees: bearingSpreadDegrees)
  }

  /// The place of the craft and the radius of one standard deviation, when place, direction and distance were named.
  ///
  /// 12 miles bearing 234 from 51.1405° N 1.3715° E is 51.0228° N 1.1152° E.
  public var position: (position: Position, uncertaintyMetres: Double)? {
    guard let line, let distance = distanceMetres, distance <= Position.greatestSightMetres else { return nil }
    let across = distance * (line.spreadDegrees * .pi / 180)
    return (
      line.start.target(rangeMetres: distance, bearingDegrees: line.bearingDegrees),
      (across * across + distanceSpreadMetres * distanceSpreadMetres).squareRoot()
    )
  }
}

/// What is open about a position that was told from something else.
public enum RelativeDoubt: String, CaseIterable, Codable, Sendable {
  /// No place of that name is known, or none was named.
  case placeUnknown
  /// Several places bear the name, or it is a kind of thing, as "light".
  case severalPlaces
  /// Nobody said whether the direction is true or magnetic.
  case trueOrMagnetic
  /// Nobody said how far.
  case noDistance
  /// Nobody said in which direction.
  case noDirection
  /// A distance that somebody judged, at night as a rule wrongly.
  case judgedDistance
}

/// A line from a known place in a measured direction.
public struct BearingLine: Hashable, Sendable {
  /// Where the direction was taken.
  public var start: Position
  /// The direction, in degrees from true north.
  public var bearingDegrees: Double
  /// One standard deviation of the direction, in degrees.
  public var spreadDegrees: Double

  /// A line of these parts.
  public init(from start: Position, bearingDegrees: Double, spreadDegrees: Double) {
    self.start = start
    self.bearingDegrees = bearingDegrees
    self.spreadDegrees = spreadDegrees
  }

  /// The corners of the wedge within which the craft lies with so many standard deviations, out to a distance.
  public func wedge(lengthMetres: Double, deviations: Double = 2) -> Polygon? {
    let spread = min(60, (spreadDegrees * deviations).magnitude)
    let far = [-1.0, -0.5, 0, 0.5, 1].map {
      start.target(rangeMetres: lengthMetres, bearingDegrees: bearingDegrees + $0 * spread)
    }
    return Polygon(ring: [start] + far)
  }
}
