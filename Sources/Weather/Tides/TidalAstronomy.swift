internal import Foundation
internal import Geodesy

/// Where sun and moon stand, as far as tides need it, in degrees.
///
/// Source: mean elements of Meeus 1998, "Astronomical Algorithms", chapters 22, 25 and 47, with their linear terms; within
/// a century of 2000 they are right to 0.02°.
struct TidalAstronomy {
  /// The hour angle of the mean sun, counted from midnight at Greenwich.
  let hourAngle: Double
  let moon: Double
  let sun: Double
  let perigee: Double
  let node: Double
  let sunPerigee: Double

  /// 1 January 2000, 12 h.
  private static let epoch = Instant(millisecondsSince1970: 946_728_000_000)
  private static let secondsPerCentury = 36_525.0 * 86_400

  init(_ instant: Instant) {
    let centuries = instant.seconds(since: Self.epoch) / Self.secondsPerCentury
    let secondsOfDay = (instant.seconds(since: Self.epoch) + 43_200).truncatingRemainder(dividingBy: 86_400)
    hourAngle = secondsOfDay / 240
    moon = 218.3164477 + 481_267.88123421 * centuries
    sun = 280.46646 + 36_000.76983 * centuries
    perigee = 83.3532465 + 4_069.0137287 * centuries
    node = 125.04452 - 1_934.136261 * centuries
    sunPerigee = 282.93735 + 1.71946 * centuries
  }

  /// The argument V of a constituent, 0 to 360 degrees.
  func argument(_ constituent: TidalConstituent) -> Double {
    let multiples = constituent.multiples
    let sum =
      multiples.hourAngle * hourAngle + multiples.moon * moon + multiples.sun * sun + multiples.perigee * perigee
      + multiples.sunPerigee * sunPerigee + multiples.constant
    return Units.bearing(degrees: sum)
  }
}

/// The amplitude of a constituent and how far it lags behind the moon or the sun at Greenwich.
public struct TidalHarmonic: Hashable, Sendable {
  /// The amplitude, in the unit of what is predicted.
  public let amplitude: Double
  /// The phase lag g on the equilibrium tide at Greenwich, in degrees, for times in UTC.
  public let phaseLagDegrees: Double

  /// A harmonic constant as tables print it.
  public init(amplitude: Double, phaseLagDegrees: Double) {
    self.amplitude = amplitude
    self.phaseLagDegrees = phaseLagDegrees
  }

  /// Whether both numbers can be used.
  func isUsable(within greatest: Double) -> Bool {
    amplitude.magnitude <= greatest && phaseLagDegrees.magnitude <= 360
  }
}

/// f, and V + u in degrees, of constituents at a moment.
struct TidalPhase {
  let factor: Double
  let degrees: Double

  init(_ constituent: TidalConstituent, _ astronomy: TidalAstronomy) {
    let nodal = constituent.nodal(nodeDegrees: astronomy.node)
    factor = nodal.factor
    degrees = astronomy.argument(constituent) + nodal.angleDegrees
  }

  /// What a constituent adds: f H cos(V + u − g).
  func value(_ harmonic: TidalHarmonic) -> Double {
    factor * harmonic.amplitude * cos((degrees - harmonic.phaseLagDegrees) * .pi / 180)
  }
}
