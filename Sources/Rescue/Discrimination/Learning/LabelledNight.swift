public import Geodesy

/// A night of which the truth is known: what `ParameterLearning` learns from.
public struct LabelledNight: Sendable {
  /// How a boat's time at sea went.
  public struct Boat: Hashable, Sendable {
    /// When it departed and when its time at sea ended, in seconds on one clock.
    public var departedSeconds: Double
    /// When its time at sea ended.
    public var endedSeconds: Double
    /// How many were aboard.
    public var aboard: Int
    /// How many were taken off.
    public var recovered: Int
    /// Whether everybody aboard is known to be safe, or nobody can say because it came ashore by itself.
    public var outcome: Outcome

    /// A boat's time at sea.
    public init(departedSeconds: Double, endedSeconds: Double, aboard: Int, recovered: Int, outcome: Outcome) {
      self.departedSeconds = departedSeconds
      self.endedSeconds = endedSeconds
      self.aboard = aboard
      self.recovered = recovered
      self.outcome = outcome
    }
  }

  /// How a boat's time at sea ended.
  public enum Outcome: Hashable, Sendable {
    /// All were taken off.
    case recovered
    /// Some were taken off.
    case recoveredInPart
    /// Nobody was.
    case lost
    /// It came ashore by itself, on either side.
    case ashore
  }

  /// What a watch officer would have.
  public var evidence: NightEvidence
  /// The boat of each piece of evidence, by its place in `boats`.
  public var boatOf: [EvidenceID: Int]
  /// The boats.
  public var boats: [Boat]
  /// The seconds of a boat's clock at `NightEvidence`'s first moment are found by this reading of it.
  public var clockStart: Instant

  /// A night with its truth.
  public init(evidence: NightEvidence, boatOf: [EvidenceID: Int], boats: [Boat], clockStart: Instant) {
    self.evidence = evidence
    self.boatOf = boatOf
    self.boats = boats
    self.clockStart = clockStart
  }
}
