/// The leeway of one particle with its deviation in it, in metres a second and parts of the wind speed.
///
/// The deviation ε, in cm/s, is shared by slope and offset: ε/20 per cent of the wind and ε/2 cm/s, so that it counts in
/// full at 10 m/s. Source: Allen 2005, section 4; Breivik and Allen 2008, section 3.
struct LeewayDraw {
  var downwindSlope: Double
  var downwindOffset: Double
  var crosswindSlope: Double
  var crosswindOffset: Double
  /// The part of the crosswind slope that changes its sign when the object jibes.
  var crosswindBase: Double

  /// A draw from a class.
  ///
  /// - Parameters:
  ///   - side: 1 for an object that drifts to the right of the wind, −1 to the left.
  ///   - shares: two numbers between 0 and 1, the quantiles of the deviations along and across the wind.
  ///
  /// A deviation that would make the downwind slope negative is not drawn.
  init(_ leewayClass: LeewayClass, side: Double, shares: (downwind: Double, crosswind: Double)) {
    let downwind = leewayClass.downwind
    let crosswind = side > 0 ? leewayClass.right : leewayClass.left
    let along = Self.deviation(of: downwind, share: shares.downwind)
    let across =
      crosswind.deviationCentimetresPerSecond * NormalDistribution.value(atShare: shares.crosswind)
    downwindSlope = (downwind.slopePercent + along / 20) / 100
    downwindOffset = (downwind.offsetCentimetresPerSecond + along / 2) / 100
    crosswindBase = crosswind.slopePercent / 100
    crosswindSlope = crosswindBase + across / 2000
    crosswindOffset = (crosswind.offsetCentimetresPerSecond + across / 2) / 100
  }

  private static func deviation(of line: LeewayClass.Line, share: Double) -> Double {
    guard line.deviationCentimetresPerSecond > 0 else { return 0 }
    let least = -20 * line.slopePercent / line.deviationCentimetresPerSecond
    let below = NormalDistribution.share(below: least)
    return line.deviationCentimetresPerSecond * NormalDistribution.value(atShare: below + (1 - below) * share)
  }
}
