public import Geodesy

/// What a night's evidence says about its boats: a proposal with its chances, for a person to judge.
public struct BoatPicture: Hashable, Sendable {
  /// One number of boats and its chance.
  public struct Chance: Hashable, Sendable {
    /// The number of boats.
    public var boats: Int
    /// Its chance.
    public var probability: Double
  }

  /// How many boats the reports are about.
  public struct Count: Hashable, Sendable {
    /// The lower end of the 90 % interval.
    public var least: Int
    /// The upper end of the 90 % interval.
    public var most: Int
    /// The number that is as likely too low as too high.
    public var likely: Int
    /// The chance of every number that came up, in ascending order of the number.
    public var chances: [Chance]
  }

  /// Another grouping that the evidence allows, with its share of the samples.
  public struct Alternative: Hashable, Sendable {
    /// The evidence of each boat.
    public var boats: [[EvidenceID]]
    /// How often it came up.
    public var probability: Double
  }

  /// How many boats.
  public internal(set) var count: Count
  /// The boat of each piece of evidence in the grouping shown, by its place in `boats`.
  public internal(set) var boatOf: [EvidenceID: Int]
  /// The boats of the grouping shown, in the order of their first evidence as it was given.
  public internal(set) var boats: [BoatEstimate]
  /// Why each piece of evidence is where it is, and where else it may belong, in the order in which it was given.
  public internal(set) var memberships: [Membership]
  /// Other groupings, the likeliest first.
  public internal(set) var alternatives: [Alternative]
  /// The question whose answer would tell most about which evidence is about which boat; nil when nothing is in doubt.
  public internal(set) var question: SettlingQuestion?
  /// Decisions of officers that contradict earlier ones, and so could not be obeyed together with them.
  public internal(set) var contradictions: [OfficerConstraint]
}

/// One boat of the grouping shown.
public struct BoatEstimate: Hashable, Sendable {
  /// Where a boat is estimated to be, with its spread.
  public struct Whereabouts: Hashable, Sendable {
    /// The mean.
    public var position: Position
    /// The moment that it is about.
    public var time: Instant
    /// The variance towards east, in metres².
    public var eastVariance: Double
    /// The variance towards north, in metres².
    public var northVariance: Double
    /// The covariance of east and north, in metres².
    public var covariance: Double
    /// The probability that it drifts without its engine.
    public var drifting: Double
  }

  /// Its evidence, in the order of time.
  public var members: [EvidenceID]
  /// The name under which an officer confirmed it.
  public var confirmedAs: String?
  /// Where it is; nil when no position was ever given.
  public var whereabouts: Whereabouts?
  /// How many are or were aboard, at least and at most: the ends of the 90 % interval.
  public var people: ClosedRange<Int>
  /// How many were taken off, by the recoveries filed under it.
  public var recovered: Int
  /// The probability that somebody who was aboard is not accounted for. Silence and time do not lower it; only
  /// recoveries do.
  public var unaccounted: Double
  /// What would settle whether everybody is accounted for.
  public var settling: [SettlingNeed]
  /// What the samples say of it, from which `unaccounted` is made.
  var sampled: SampledAccount
}

/// What would settle whether everybody of a boat is accounted for.
public enum SettlingNeed: Hashable, Sendable {
  /// No recovery is filed under it: find it.
  case find
  /// The number aboard, which is known only so far, against so many recovered.
  case numberAboard(ClosedRange<Int>, recovered: Int)
  /// Whether a recovery, which may be another boat's with this probability, was this boat's.
  case recoveryIsThisBoat(EvidenceID, doubt: Double)
  /// A report about a moment so many seconds after the boat's recovery.
  case reportAfterRecovery(EvidenceID, seconds: Double)
}

/// To which boat a piece of evidence belongs, how surely, and why.
public struct Membership: Hashable, Sendable {
  /// The evidence.
  public var id: EvidenceID
  /// Its boat in the grouping shown.
  public var boat: Int
  /// The probability that it belongs there.
  public var probability: Double
  /// The boat to which it would belong otherwise.
  public var runnerUp: RunnerUp?
  /// What speaks for its boat and against, the strongest first.
  public var reasons: [GroupingReason]

  /// A boat to which evidence may belong instead.
  public struct RunnerUp: Hashable, Sendable {
    /// The boat.
    public var boat: Int
    /// The probability.
    public var probability: Double
  }
}
