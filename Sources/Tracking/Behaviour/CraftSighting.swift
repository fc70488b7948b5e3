public import Geodesy

/// What is known of one craft at one moment, from whichever sensors: what behaviour is judged by.
///
/// It is the same for a craft that names itself and for one that only a radar sees, so that no rule asks where it came
/// from.
public struct CraftSighting: Sendable {
  /// What a transponder on board last said.
  public struct Transponder: Hashable, Sendable {
    /// The number that it sends.
    public var mmsi: UInt32
    /// When it was last heard.
    public var heard: Instant
    /// Whether it is of class A; it then reports more often.
    public var isClassA: Bool
    /// Another place from which the number was heard within the last minutes and which was not believed.
    public var elsewhere: Position?

    /// What a transponder last said.
    public init(mmsi: UInt32, heard: Instant, isClassA: Bool, elsewhere: Position? = nil) {
      self.mmsi = mmsi
      self.heard = heard
      self.isClassA = isClassA
      self.elsewhere = elsewhere
    }
  }

  /// The name of its track.
  public var track: TrackID
  /// The moment of the position and the motion.
  public var at: Instant
  /// Where it was then.
  public var position: Position
  /// Standard deviation of the position along each axis, in metres.
  public var deviationMetres: Double
  /// Speed over ground in knots.
  public var speedKnots: Double
  /// Standard deviation of each part of the velocity, in knots.
  public var speedDeviationKnots: Double
  /// Course over ground in degrees from true north; nil when it hardly moves.
  public var courseDegrees: Double?
  /// Where its bow points, in degrees from true north, when it says so.
  public var headingDegrees: Double?
  /// When any sensor last saw or heard it.
  public var heard: Instant
  /// What its transponder last said; nil when none was ever heard.
  public var transponder: Transponder?
  /// What kind of craft it is.
  public var trackClass: TrackClass
  /// Whether it says that it is at anchor, moored or aground, or is a fixed station.
  public var isLyingStill: Bool
  /// Length over all in metres, said or measured.
  public var lengthMetres: Double?
  /// How likely it is a small boat, 0 to 1, when that was judged.
  public var smallCraftProbability: Double?
  /// What a watch officer should know before believing it.
  public var flags: Set<TrackFlag>
  /// Whether it belongs to an exercise and nothing of it is real.
  public var exercise: Bool

  /// A sighting; what is not known is left out.
  public init(
    track: TrackID, at: Instant, position: Position, deviationMetres: Double = 20, speedKnots: Double,
    speedDeviationKnots: Double = 0.5, courseDegrees: Double? = nil, headingDegrees: Double? = nil,
    heard: Instant? = nil, transponder: Transponder? = nil, trackClass: TrackClass = .unknown,
    isLyingStill: Bool = false, lengthMetres: Double? = nil, smallCraftProbability: Double? = nil,
    flags: Set<TrackFlag> = [], exercise: Bool = false
  ) {
    self.track = track
    self.at = at
    self.position = position
    self.deviationMetres = deviationMetres
    self.speedKnots = speedKnots
    self.speedDeviationKnots = speedDeviationKnots
    self.courseDegrees = courseDegrees
    self.headingDegrees = headingDegrees
    self.heard = heard ?? at
    self.transponder = transponder
    self.trackClass = trackClass
    self.isLyingStill = isLyingStill
    self.lengthMetres = lengthMetres
    self.smallCraftProbability = smallCraftProbability
    self.flags = flags
    self.exercise = exercise
  }
}
