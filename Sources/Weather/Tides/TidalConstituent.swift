/// A part of the tide with a speed of its own, by its usual name.
///
/// Its argument V is a sum of multiples of six astronomical angles: the hour angle of the mean sun from midnight, and the
/// mean longitudes of the moon (s), of the sun (h), of the moon's perigee (p) and of the sun's perigee (p′), and a constant.
///
/// Source: Schureman 1958, "Manual of harmonic analysis and prediction of tides", US Coast and Geodetic Survey Special
/// Publication 98, table 2. M2 runs 28.9841042 degrees an hour.
public enum TidalConstituent: String, Sendable, CaseIterable, Codable {
  case m2 = "M2"
  case s2 = "S2"
  case n2 = "N2"
  case k2 = "K2"
  case k1 = "K1"
  case o1 = "O1"
  case p1 = "P1"
  case q1 = "Q1"
  case s1 = "S1"
  case twoN2 = "2N2"
  case mu2 = "MU2"
  case nu2 = "NU2"
  case t2 = "T2"
  case m4 = "M4"
  case ms4 = "MS4"
  case mn4 = "MN4"
  case m6 = "M6"
  case mf = "MF"
  case mm = "MM"
  case msf = "MSF"
  case ssa = "SSA"
  case sa = "SA"

  /// Multiples of the sun's hour angle, s, h, p and p′, and the constant in degrees.
  var multiples: (hourAngle: Double, moon: Double, sun: Double, perigee: Double, sunPerigee: Double, constant: Double) {
    switch self {
    case .m2: (2, -2, 2, 0, 0, 0)
    case .s2: (2, 0, 0, 0, 0, 0)
    case .n2: (2, -3, 2, 1, 0, 0)
    case .k2: (2, 0, 2, 0, 0, 0)
    case .k1: (1, 0, 1, 0, 0, 90)
    case .o1: (1, -2, 1, 0, 0, -90)
    case .p1: (1, 0, -1, 0, 0, -90)
    case .q1: (1, -3, 1, 1, 0, -90)
    case .s1: (1, 0, 0, 0, 0, 0)
    case .twoN2: (2, -4, 2, 2, 0, 0)
    case .mu2: (2, -4, 4, 0, 0, 0)
    case .nu2: (2, -3, 4, -1, 0, 0)
    case .t2: (2, 0, -1, 0, 1, 0)
    case .m4: (4, -4, 4, 0, 0, 0)
    case .ms4: (4, -2, 2, 0, 0, 0)
    case .mn4: (4, -5, 4, 1, 0, 0)
    case .m6: (6, -6, 6, 0, 0, 0)
    case .mf: (0, 2, 0, 0, 0, 0)
    case .mm: (0, 1, 0, -1, 0, 0)
    case .msf: (0, 2, -2, 0, 0, 0)
    case .ssa: (0, 0, 2, 0, 0, 0)
    case .sa: (0, 0, 1, 0, 0, 0)
    }
  }
}
