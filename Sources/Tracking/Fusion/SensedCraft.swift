public import Geodesy

/// What sensors without identity say of a craft, and why it is believed to be there.
///
/// The values lie behind one reference, since a track is copied often.
public struct SensedCraft: Sendable {
  /// How often one sensor has shown the craft.
  public struct Sightings: Hashable, Sendable {
    /// The name of the sensor.
    public let sensor: String
    /// What kind of sensor it is.
    public let kind: Sensor.Kind
    /// Plots of it that were taken for the craft.
    public let plots: Int
    /// When it was last seen by it.
    public let last: Instant
  }

  /// One observation that made the track.
  public struct Contribution: Hashable, Sendable {
    /// The name of the sensor.
    public let sensor: String
    /// When the craft was seen.
    public let at: Instant
    /// By what the sensor knows it, if by anything.
    public let reference: String?
    /// How far it lay from where the craft was expected: the squared Mahalanobis distance, on average 2.
    public let squaredDistance: Double
  }

  /// How likely there is such a craft at all, between 0 and 1.
  public var existence: Double { values.existence }
  /// How likely it carries a transponder, between 0 and 1.
  public var carriesTransponder: Double { values.carriesTransponder }
  /// Length over all in metres, where a sensor could tell.
  public var lengthMetres: Double? { values.lengthMetres }
  /// How sure it is that the transponder with this number is aboard; nil for a craft without identity.
  public var identityProbability: Double? { values.identityProbability }
  /// The sensors that have shown it, by name.
  public var sightings: [Sightings] { values.sightings }
  /// The latest observations that made the track, oldest first.
  public var contributions: [Contribution] { values.contributions }

  private let values: Values

  private final class Values: Sendable {
    let existence: Double
    let carriesTransponder: Double
    let lengthMetres: Double?
    let identityProbability: Double?
    let sightings: [Sightings]
    let contributions: [Contribution]

    init(
      _ existence: Double, _ carriesTransponder: Double, _ lengthMetres: Double?, _ identityProbability: Double?,
      _ sightings: [Sightings], _ contributions: [Contribution]
    ) {
      (self.existence, self.carriesTransponder) = (existence, carriesTransponder)
      (self.lengthMetres, self.identityProbability) = (lengthMetres, identityProbability)
      (self.sightings, self.contributions) = (sightings, contributions)
    }
  }

  init(
    existence: Double, carriesTransponder: Double, lengthMetres: Double?, identityProbability: Double?,
    sightings: [Sightings], contributions: [Contribution]
  ) {
    values = Values(existence, carriesTransponder, lengthMetres, identityProbability, sightings, contributions)
  }
}
