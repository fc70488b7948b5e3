public import Geodesy

/// How the time of a night follows a clock that is handed in: the night's first moment falls on the moment at which it
/// was begun.
public struct NightClock: Hashable, Sendable {
  /// The slowest and the fastest pace.
  public static let paces = 0.01...10_000.0

  /// When the night begins.
  public let start: Instant
  /// How many seconds of the night pass in a second of the clock.
  public let pace: Double
  /// What the clock showed when the night began.
  public let began: Instant

  /// A clock of a night; the pace is held within `paces`.
  public init(_ night: Night, pace: Double, began: Instant) {
    start = night.start
    self.pace = pace.isNaN ? 1 : min(max(pace, Self.paces.lowerBound), Self.paces.upperBound)
    self.began = began
  }

  /// What time it is in the night when the clock shows this.
  public func nightTime(at clock: Instant) -> Instant {
    // The sliver makes up for paces that binary fractions do not meet.
    let elapsed = (clock.seconds(since: began) * 1000).rounded()
    return start.adding(milliseconds: Self.milliseconds((elapsed * pace + 1e-6).rounded(.down)))
  }

  /// What the clock will show at a moment of the night.
  public func clockTime(at moment: Instant) -> Instant {
    let into = Double(moment.millisecondsSince1970 - start.millisecondsSince1970)
    return began.adding(milliseconds: Self.milliseconds((into / pace).rounded(.up)))
  }

  private static func milliseconds(_ value: Double) -> Int64 {
    Int64(min(max(value, -1e15), 1e15))
  }
}
