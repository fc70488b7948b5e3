public import Geodesy

/// How one asset would meet a moving target. It informs; whom to send is a person's decision.
public struct Interception: Hashable, Sendable {
  /// The asset.
  public var asset: RescueAsset
  /// Seconds from now until it is there, the wait until it is ready included.
  public var seconds: Double
  /// One standard deviation of those seconds, for not knowing where the target is.
  public var spreadSeconds: Double
  /// When it is there.
  public var arrival: Instant
  /// Where they meet.
  public var position: Position
  /// The course at the start, in degrees from true north, along the shortest line.
  public var courseDegrees: Double
  /// The way, in metres.
  public var distanceMetres: Double
  /// One standard deviation of where the target is on arrival, in metres: how wide the asset has to look.
  public var targetSpreadMetres: Double
  /// How long it can stay with the target before it must turn back, in seconds; nil when its endurance is unknown.
  public var secondsOnScene: Double?
  /// What the watch should know of this way.
  public var remarks: Set<Remark>

  /// What the watch should know of a way.
  public enum Remark: String, CaseIterable, Codable, Sendable {
    /// The straight line crosses land; the way round takes longer than is said here.
    case crossesLand
    /// The asset's position is older than `Interception.oldPositionSeconds`.
    case positionIsOld
    /// Nobody knows how long it can stay out.
    case enduranceUnknown
    /// Nobody knows how many people it can take.
    case capacityUnknown
    /// It takes nobody on board.
    case takesNobody
  }

  /// A way of these parts.
  public init(
    asset: RescueAsset, seconds: Double, spreadSeconds: Double, arrival: Instant, position: Position,
    courseDegrees: Double, distanceMetres: Double, targetSpreadMetres: Double, secondsOnScene: Double?,
    remarks: Set<Remark>
  ) {
    self.asset = asset
    self.seconds = seconds
    self.spreadSeconds = spreadSeconds
    self.arrival = arrival
    self.position = position
    self.courseDegrees = courseDegrees
    self.distanceMetres = distanceMetres
    self.targetSpreadMetres = targetSpreadMetres
    self.secondsOnScene = secondsOnScene
    self.remarks = remarks
  }

  /// A position older than this may be wrong by miles for a fast craft: a judgement of ours.
  public static let oldPositionSeconds = 600.0
}

/// Why an asset does not reach the target.
public enum Unreachable: Hashable, Sendable {
  /// It has no speed, or a number of it cannot be.
  case cannotMove
  /// The target moves away as fast or faster, and is not met within `InterceptSolver.longestSeconds`.
  case tooSlow
  /// It would be there after it has to be back.
  case beyondEndurance(needsSeconds: Double, hasSeconds: Double)
  /// It would get there, and could not be back in time.
  case cannotReturn(needsSeconds: Double, hasSeconds: Double)

  /// The code under which programs know the reason.
  public var code: String {
    switch self {
    case .cannotMove: "cannotMove"
    case .tooSlow: "tooSlow"
    case .beyondEndurance: "beyondEndurance"
    case .cannotReturn: "cannotReturn"
    }
  }
}

/// The answer for one asset.
public enum InterceptAnswer: Hashable, Sendable {
  /// It reaches the target.
  case reaches(Interception)
  /// It does not, and why; with the way where there is one, since a person may still decide otherwise.
  case doesNotReach(RescueAsset, Unreachable, Interception?)

  /// The asset.
  public var asset: RescueAsset {
    switch self {
    case .reaches(let interception): interception.asset
    case .doesNotReach(let asset, _, _): asset
    }
  }

  /// How it reaches the target, or nil.
  public var interception: Interception? {
    if case .reaches(let interception) = self { return interception }
    return nil
  }
}
