internal import Foundation

extension TidalConstituent {
  /// The nodal factor f and the nodal angle u in degrees, which follow the moon's node through its 18.6 years.
  ///
  /// Source: Pugh 1987, "Tides, Surges and Mean Sea-Level", table 4:3, after Doodson and Warburg 1941. Where the node
  /// stands at 0°, as in 2006, f of M2 is 0.963 and of K1 1.112. The third-degree parts of the potential are left out,
  /// which is worth up to 2 % of small constituents.
  func nodal(nodeDegrees: Double) -> (factor: Double, angleDegrees: Double) {
    let node = nodeDegrees * .pi / 180
    let (cosine, sine) = (cos(node), sin(node))
    let (cosineTwice, sineTwice) = (cos(2 * node), sin(2 * node))
    let lunar = (factor: 1 - 0.037 * cosine, angle: -2.1 * sine)
    switch self {
    case .m2, .n2, .twoN2, .mu2, .nu2, .ms4, .msf: return (lunar.factor, self == .msf ? -lunar.angle : lunar.angle)
    case .m4, .mn4: return (lunar.factor * lunar.factor, 2 * lunar.angle)
    case .m6: return (lunar.factor * lunar.factor * lunar.factor, 3 * lunar.angle)
    case .k2: return (1.024 + 0.286 * cosine + 0.008 * cosineTwice, -17.7 * sine + 0.7 * sineTwice)
    case .k1: return (1.006 + 0.115 * cosine - 0.009 * cosineTwice, -8.9 * sine + 0.7 * sineTwice)
    case .o1, .q1: return (1.009 + 0.187 * cosine - 0.015 * cosineTwice, 10.8 * sine - 1.3 * sineTwice)
    case .mf:
      return (1.043 + 0.414 * cosine, -23.7 * sine + 2.7 * sineTwice - 0.4 * sin(3 * node))
    case .mm: return (1 - 0.130 * cosine, 0)
    case .s2, .p1, .s1, .t2, .ssa, .sa: return (1, 0)
    }
  }
}
