import Exercise
public import Geodesy

extension ServeOptions.ExercisePlan {
  /// How long before its first call a night is joined that would be quiet for hours, in seconds.
  private static let leadSeconds = 120.0

  /// Lets the night have begun so long ago that its first call comes to the centre two minutes after `now`.
  public mutating func joinBeforeFirstCall(now: Instant) {
    let night = Night(seed: seed, start: now, hours: hours, scale: scale)
    let first = night.rescue.events.first { event in
      guard case .report = event.kind else { return false }
      return event.centre == centre
    }
    guard let first else { return }
    let quietSeconds = max(0, first.at.seconds(since: now) - Self.leadSeconds)
    start = now.adding(milliseconds: -Int64(quietSeconds * 1000))
  }
}
