/// The factors by which the speed of aircraft changes sweep widths.
///
/// Source: as the widths: the Addendum's table of speed corrections, in both sources alike but for ships under
/// helicopters at 60 knots (1.1 and 1.0, of which the smaller is kept). Between the listed speeds in a straight line,
/// beyond them the last.
enum SweepSpeedFactor {
  private static let aeroplaneKnots = [150.0, 180, 210]
  private static let helicopterKnots = [60.0, 90, 120, 140]

  static func factor(_ object: SearchObject, _ lookout: SearchLookout, knots: Double) -> Double {
    switch lookout {
    case .aeroplane: between(aeroplaneKnots, aeroplane(object), knots)
    case .helicopter: between(helicopterKnots, helicopter(object), knots)
    default: 1
    }
  }

  private static func aeroplane(_ object: SearchObject) -> [Double] {
    switch object {
    case .personInWater: [1.2, 1, 0.9]
    case .powerBoat53, .powerBoat78, .sailBoat30, .sailBoat40, .sailBoat50, .sailBoat70, .sailBoat83: [1.1, 1, 1]
    case .ship120, .ship225, .ship300: [1, 1, 1]
    default: [1.1, 1, 0.9]
    }
  }

  private static func helicopter(_ object: SearchObject) -> [Double] {
    switch object {
    case .personInWater: [1.5, 1, 0.8, 0.7]
    case .raft1, .raft4: [1.3, 1, 0.9, 0.8]
    case .powerBoat33, .powerBoat53, .sailBoat30, .sailBoat40, .sailBoat50: [1.1, 1, 0.9, 0.9]
    case .powerBoat78, .sailBoat70, .sailBoat83: [1.1, 1, 1, 0.9]
    case .sailBoat15, .sailBoat20, .sailBoat25: [1.2, 1, 0.9, 0.9]
    case .ship120, .ship225, .ship300: [1, 1, 1, 0.9]
    default: [1.2, 1, 0.9, 0.8]
    }
  }

  private static func between(_ speeds: [Double], _ factors: [Double], _ knots: Double) -> Double {
    guard let above = speeds.firstIndex(where: { $0 >= knots }) else { return factors[factors.count - 1] }
    guard above > 0 else { return factors[0] }
    let share = (knots - speeds[above - 1]) / (speeds[above] - speeds[above - 1])
    return factors[above - 1] + (factors[above] - factors[above - 1]) * share
  }
}
