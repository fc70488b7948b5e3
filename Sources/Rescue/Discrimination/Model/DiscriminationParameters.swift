/// What is known of boats in general, before a night begins: every number of the model in one place.
///
/// The numbers that ship are in `DiscriminationParameters.learned`, with a note how they were made.
public struct DiscriminationParameters: Hashable, Sendable, Codable {
  /// One normal distribution over places or velocities, along east and north.
  public struct Spot: Hashable, Sendable, Codable {
    /// Its share of the mixture.
    public var weight: Double
    /// The mean towards east and north.
    public var east: Double
    /// The mean towards north.
    public var north: Double
    /// The deviation along east.
    public var eastDeviation: Double
    /// The deviation along north.
    public var northDeviation: Double
  }

  /// A place for which boats steer.
  public struct Aim: Hashable, Sendable, Codable {
    /// The share of boats that steer for it.
    public var weight: Double
    /// Metres east of `placeOrigin`.
    public var east: Double
    /// Metres north of it.
    public var north: Double
  }

  /// The chance that a boat has 0, 1, 2 … reports of callers and sightings; the tail falls off by its last ratio.
  public var reportsPerBoat: [Double]
  /// The same for incidents of the other centre.
  public var partnerReportsPerBoat: [Double]
  /// The chance that 0, 1, 2 … boats are out in one night.
  public var boatsInNight: [Double]
  /// The chance that a boat departs in one given half hour, about.
  public var departureShare: Double
  /// The mean time between two recoveries from one boat, in seconds.
  public var recoveryGapSeconds: Double
  /// The chance that people of a boat are taken off at sea.
  public var recoveredShare: Double
  /// The chance that a boat's time at sea ends in its first, second … hour when people are taken off.
  public var hoursUntilRecovery: [Double]
  /// The same when nobody was taken off.
  public var hoursOtherwise: [Double]
  /// The chance that a report is about the first, second … tenth of its boat's time at sea.
  public var reportMoment: [Double]
  /// The chance of a report about a time after the boat's first recovery.
  public var reportAfterRecovery: Double

  /// The chance that 1, 2, 3 … phones of one boat ring out.
  public var phonesPerBoat: [Double]
  /// The chance that reports about two boats carry the same phone.
  public var phoneOfTwoBoats: Double
  /// The chance that a reference is not the boat's own.
  public var referenceWrong: Double
  /// The chance that reports about two boats carry the same reference.
  public var referenceOfTwoBoats: Double

  /// The chance of 1, 2, 3 … people aboard.
  public var peopleAboard: [Double]
  /// The spread of a count by `ContactEvidence.Kind`, as the deviation of its logarithm.
  public var countDoubt: [Double]
  /// The share of counts rounded to fives, by kind.
  public var countRounded: [Double]
  /// The chance that a recovery takes everybody who is left.
  public var liftTakesAll: Double
  /// The chance that a second asset takes more people when some are left.
  public var liftAgain: Double
  /// The logistic layer of `SampledAccount`, from what samples say to the share of boats with people lacking: the start,
  /// what is added for each unit of log odds, and what when a recovery is filed under the boat.
  public var lackingByChance: [Double]
  /// The number of children: mean, spread between boats and spread between reports about one boat.
  public var childrenMean: Double
  /// The deviation of the number of children between boats.
  public var childrenBetween: Double
  /// The deviation between what two reports say of one boat.
  public var childrenWithin: Double
  /// The chance that a colour is the boat's own, and in how many colours boats come.
  public var colourTrue: Double
  /// The number of colours in use.
  public var colours: Double
  /// The chance that a stopped engine is reported while the boat makes way, and when it does not.
  public var stoppedWhileMotoring: Double
  /// The chance that a stopped engine is reported of a boat that drifts.
  public var stoppedWhileDrifting: Double

  /// Where boats are reported, in metres east and north of `placeOrigin`.
  public var places: [Spot]
  /// Where boats that make way are headed.
  public var aims: [Aim]
  /// The speeds through the water at which they make way, each as likely as the others, in metres a second.
  public var speeds: [Double]
  /// The deviation of their velocity from that, in metres a second a direction.
  public var speedDeviation: Double
  /// How often an engine fails, in failures a second.
  public var failureRate: Double
  /// The chance that the boat of a first report already drifts.
  public var driftsAtFirst: Double
  /// How the velocity of a boat that makes way wanders, in metres² a second³.
  public var velocityWander: Double
  /// How its position wanders beside that, in metres² a second.
  public var positionWander: Double
  /// The share of the wind's velocity that a drifting boat takes on.
  public var leeway: Double
  /// The deviation of a drifting boat's velocity from that, in metres a second.
  public var leewayDoubt: Double
  /// The deviation of a position as a multiple of its stated accuracy, by kind.
  public var accuracyFactor: [Double]
  /// The accuracy that is taken when none is stated, in metres, by kind.
  public var accuracyUnstated: [Double]
  /// The deviation of a recovery's position in metres.
  public var recoveryDeviation: Double
  /// How fast a boat may have moved between two recoveries, in metres a second.
  public var recoveryDrift: Double
  /// The share of pins stated as fresh that are old, and the greatest age in seconds.
  public var pinStale: Double
  /// The greatest age in seconds of a pin that was stated as fresh.
  public var pinStaleSeconds: Double
  /// The share of positions that are simply wrong.
  public var positionWrong: Double
}
