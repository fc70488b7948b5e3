/// How long a craft may be silent before its track coasts, and before it ends.
///
/// A track coasts after ten of the intervals at which its transponder should report, but not before two minutes, since
/// reception at sea is patchy, and after 30 minutes at the latest. It ends after ten times that, but not before 30 minutes and
/// after 12 hours at the latest. A distress transmitter coasts after ten minutes and ends after a day: nobody is
/// forgotten because a battery ran down. One that is being tested ends after 30 minutes.
///
/// A cargo ship at 18 knots (every 6 s) coasts after 2 minutes and ends after 30; at anchor (every 3 min) it coasts after
/// 30 minutes and ends after 5 hours; a class B yacht under way (every 30 s) coasts after 5 minutes and ends after 50.
///
/// Source of the intervals: ITU-R M.1371-5, tables 1 and 2; annex 9 for distress transmitters.
public struct SilenceRule: Hashable, Sendable {
  /// Seconds of silence after which the track coasts.
  public let coastingAfterSeconds: Double
  /// Seconds of silence after which the track ends.
  public let endingAfterSeconds: Double

  /// The rule for a craft as it was last seen.
  ///
  /// - Parameters:
  ///   - classA: whether the transponder is of class A; one that sends a navigational status is.
  ///   - underTest: whether a distress transmitter says that it is being tested.
  public init(
    trackClass: TrackClass, stationary: Bool, speedKnots: Double, classA: Bool, underTest: Bool = false
  ) {
    guard trackClass != .distress else {
      coastingAfterSeconds = 600
      endingAfterSeconds = underTest ? 1800 : 86_400
      return
    }
    let interval = Self.reportingIntervalSeconds(
      trackClass: trackClass, stationary: stationary, speedKnots: speedKnots, classA: classA)
    coastingAfterSeconds = min(1800, max(120, 10 * interval))
    endingAfterSeconds = min(43_200, max(1800, 10 * coastingAfterSeconds))
  }

  /// The interval at which such a transponder should report its position, in seconds.
  public static func reportingIntervalSeconds(
    trackClass: TrackClass, stationary: Bool, speedKnots: Double, classA: Bool
  ) -> Double {
    switch trackClass {
    case .aton: return 180
    case .base, .aircraft: return 10
    default: break
    }
    if classA {
      if stationary { return 180 }
      return speedKnots > 23 ? 2 : speedKnots > 14 ? 6 : 10
    }
    return speedKnots > 2 ? 30 : 180
  }
}
