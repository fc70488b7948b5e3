public import Geodesy

/// Where the members of a drift are at one moment, each with its weight.
public struct DriftCloud: Sendable {
  /// The moment.
  public let instant: Instant
  /// The last known position, around which longitudes are unrolled.
  public let origin: Position
  /// The weight of the members of each hypothesis, of 1 in all; those outside the cover are among them.
  public let hypothesisShares: [Double]
  /// The weight of the members that lie ashore, of all members whose place is known.
  public let shareAground: Double
  /// The weight of the members that left the cover of the fields, of all.
  public let shareOutsideCover: Double
  /// Latitudes and longitudes of the members whose place is known.
  let places: [SIMD2<Double>]
  /// Their weights, of 1 in all.
  let weights: [Double]

  init(
    instant: Instant, origin: Position, members: [DriftMember], hypotheses: Int
  ) {
    self.instant = instant
    self.origin = origin
    let total = members.reduce(0) { $0 + $1.weight }
    var shares = [Double](repeating: 0, count: hypotheses)
    for member in members where total > 0 { shares[member.hypothesis] += member.weight / total }
    let known = members.filter { $0.status != .outsideCover && $0.weight > 0 }
    let sum = known.reduce(0) { $0 + $1.weight }
    hypothesisShares = shares
    places = known.map(\.place)
    weights = known.map { $0.weight / sum }
    shareAground = known.reduce(0) { $1.status == .aground ? $0 + $1.weight / sum : $0 }
    shareOutsideCover = total > 0 ? max(0, 1 - sum / total) : 1
  }

  /// How many members have a known place.
  public var count: Int { places.count }

  /// The members whose place is known, with their weights.
  public var positions: [WeightedPosition] {
    zip(places, weights).compactMap { place, weight in
      Position(latitudeDegrees: place.x, longitudeDegrees: place.y).map {
        WeightedPosition(position: $0, weight: weight)
      }
    }
  }

  /// The middle of the members and their spread; nil when no place is known.
  public var datum: DriftDatum? {
    guard !places.isEmpty else { return nil }
    let plane = TangentPlane(origin: origin)
    let locals = positions.map { (place: plane.local($0.position), weight: $0.weight) }
    let east = locals.reduce(0) { $0 + $1.weight * $1.place.eastMetres }
    let north = locals.reduce(0) { $0 + $1.weight * $1.place.northMetres }
    var squares = (east: 0.0, north: 0.0)
    for (place, weight) in locals {
      squares.east += weight * (place.eastMetres - east) * (place.eastMetres - east)
      squares.north += weight * (place.northMetres - north) * (place.northMetres - north)
    }
    let distances = locals.map { place, weight in
      let (away, along) = (place.eastMetres - east, place.northMetres - north)
      return (metres: (away * away + along * along).squareRoot(), weight: weight)
    }.sorted { $0.metres < $1.metres }
    var held = 0.0
    let radius = distances.first { distance in
      held += distance.weight
      return held >= DriftDatum.shareInRadius - 1e-9
    }
    return DriftDatum(
      position: plane.position(eastMetres: east, northMetres: north), eastDeviationMetres: squares.east.squareRoot(),
      northDeviationMetres: squares.north.squareRoot(), radiusMetres: radius?.metres ?? 0)
  }
}

/// One member of a drift at one moment.
struct DriftMember {
  var place: SIMD2<Double>
  var status: ParticleStatus
  var weight: Double
  var hypothesis: Int
}

/// The middle of where something may be, and how far around it.
public struct DriftDatum: Hashable, Sendable {
  /// The weighted mean place.
  public let position: Position
  /// One standard deviation to the east and west, in metres.
  public let eastDeviationMetres: Double
  /// One standard deviation to the north and south, in metres.
  public let northDeviationMetres: Double
  /// The radius around the mean that holds 95 of 100, in metres.
  public let radiusMetres: Double

  /// The share of the members within the radius.
  public static let shareInRadius = 0.95
}
