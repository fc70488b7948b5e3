import Tracking

/// How often a transponder reports, in milliseconds.
///
/// Source: ITU-R M.1371-5, annex 1, tables 1 (class A) and 2 (all others).
public enum ReportingInterval {
  /// Class A: by speed, by whether it lies still, and whether it is changing course.
  public static func classA(speedKnots: Double, liesStill: Bool, changesCourse: Bool) -> Int64 {
    if liesStill { return speedKnots > 3 ? 10_000 : 180_000 }
    if speedKnots > 23 { return 2000 }
    if speedKnots > 14 { return changesCourse ? 2000 : 6000 }
    return changesCourse ? 3333 : 10_000
  }

  /// Class B with carrier sense.
  public static func classB(speedKnots: Double) -> Int64 {
    speedKnots > 2 ? 30_000 : 180_000
  }

  /// Search and rescue aircraft.
  public static let aircraft: Int64 = 10_000
  /// Base station.
  public static let baseStation: Int64 = 10_000
  /// Aid to navigation.
  public static let aidToNavigation: Int64 = 180_000
  /// Name, type and size of a ship.
  public static let statics: Int64 = 360_000
}
