import Tracking

/// What an actor says it is doing, moving and at rest, and whether it stays all night.
struct Conduct: Sendable {
  var moving: NavigationalStatus
  var resting: NavigationalStatus
  /// At or above this speed it is under way and does nothing else, in knots: a fishing boat that steams home.
  var steamingKnots: Double
  /// Whether it is there before its first and after its last moment.
  var remains: Bool

  init(
    moving: NavigationalStatus = .underWayUsingEngine, resting: NavigationalStatus = .moored,
    steamingKnots: Double = .infinity, remains: Bool = false
  ) {
    self.moving = moving
    self.resting = resting
    self.steamingKnots = steamingKnots
    self.remains = remains
  }

  func status(speedKnots: Double) -> NavigationalStatus {
    if speedKnots < 0.5 { return resting }
    return speedKnots < steamingKnots ? moving : .underWayUsingEngine
  }
}
