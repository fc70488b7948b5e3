internal import Foundation

/// Chance that depends on the seed, the particle and the occasion alone, so that the order of the work does not matter.
struct DriftChance: Sendable {
  let seed: UInt64

  /// What a number is drawn for.
  enum Occasion: UInt64 {
    case shift = 1
    case jibe, downwindAgain, crosswindAgain, capsizedDownwind, capsizedCrosswind
    case diffusionEast, diffusionNorth
  }

  /// The dimensions in which the particles of an ensemble are spread evenly.
  enum Dimension: Int {
    case downwind = 0
    case crosswind, range, bearing, start, capsize
  }

  /// 64 bits for one occasion of one particle.
  ///
  /// Source: the finaliser of SplitMix64, Steele, Lea and Flood 2014, figure 16, once for the key and once for the number.
  func bits(_ occasion: Occasion, particle: Int, count: Int = 0) -> UInt64 {
    let key = Self.mixed(seed &+ occasion.rawValue &* 0xD1B5_4A32_D192_ED03)
    return Self.mixed(
      key ^ (UInt64(truncatingIfNeeded: particle) &* 0x9E37_79B9_7F4A_7C15)
        &+ UInt64(truncatingIfNeeded: count) &* 0xA24B_AED4_963E_E407)
  }

  /// A number above 0 and below 1.
  func unit(_ occasion: Occasion, particle: Int, count: Int = 0) -> Double {
    (Double(bits(occasion, particle: particle, count: count) >> 12) + 0.5) / 4_503_599_627_370_496
  }

  /// A number above 0 and below 1 such that those of all particles fill the interval, and their combinations the space,
  /// more evenly than chance would; the seed shifts them all.
  ///
  /// Source: additive recurrence by the powers of the generalised golden ratio, the root of x⁷ = x + 1 for six
  /// dimensions; shifted as by Cranley and Patterson 1976.
  func even(_ dimension: Dimension, particle: Int) -> Double {
    let shift = unit(.shift, particle: dimension.rawValue)
    let place = shift + Double(particle + 1) * Self.steps[dimension.rawValue]
    let fraction = place - place.rounded(.down)
    return min(max(fraction, 1e-12), 1 - 1e-12)
  }

  private static let steps: [Double] = {
    let ratio = 1.112775684278705470629704
    return (1...6).map { power in (0..<power).reduce(1.0) { value, _ in value / ratio } }
  }()

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The normal distribution, and the two functions of the C library that chance needs.
enum NormalDistribution {
  /// The share of the distribution below a value: 0.158655 below −1.
  static func share(below value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

  /// The value below which a share of the distribution lies, right to about 16 digits: 1.959964 for 0.975.
  ///
  /// Source: Wichura 1988, "The percentage points of the normal distribution", algorithm AS 241 (PPND16).
  static func value(atShare share: Double) -> Double {
    let centred = share - 0.5
    if centred.magnitude <= 0.425 {
      let part = 0.180625 - centred * centred
      return centred * ratio(part, centreAbove, centreBelow)
    }
    let tail = centred < 0 ? share : 1 - share
    guard tail > 0 else { return centred < 0 ? -38 : 38 }
    let root = (-Foundation.log(tail)).squareRoot()
    let value = root <= 5 ? ratio(root - 1.6, middleAbove, middleBelow) : ratio(root - 5, farAbove, farBelow)
    return centred < 0 ? -value : value
  }

  /// How long until something happens that happens once in a unit of time on average.
  static func waiting(atShare share: Double) -> Double { -Foundation.log(share) }

  /// East and north parts of a direction counted in turns.
  static func direction(turns: Double) -> (east: Double, north: Double) {
    (Foundation.sin(2 * .pi * turns), Foundation.cos(2 * .pi * turns))
  }

  private static func ratio(_ part: Double, _ above: [Double], _ below: [Double]) -> Double {
    var (upper, lower) = (0.0, 0.0)
    for power in stride(from: 7, through: 0, by: -1) {
      upper = upper * part + above[power]
      lower = lower * part + below[power]
    }
    return upper / lower
  }

  private static let centreAbove = [
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
    4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
  ]
  private static let centreBelow = [
    1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
    3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
  ]
  private static let middleAbove = [
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
    1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
  ]
  private static let middleBelow = [
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
    1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
  ]
  private static let farAbove = [
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ]
  private static let farBelow = [
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
    1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
  ]
}
