import Geodesy

extension ProbabilityMap {
  /// The direction in which the mass spreads furthest, in degrees from true north, 0 to 180; 0 when there is none.
  ///
  /// Source: the main axis of the covariance of the masses.
  public var longestExtentDegrees: Double {
    guard let densest = masses.indices.max(by: { masses[$0] < masses[$1] }), masses[densest] > 0 else { return 0 }
    let plane = TangentPlane(origin: position(inCell: densest))
    let total = mass
    var mean = (east: 0.0, north: 0.0)
    var second = (ee: 0.0, en: 0.0, nn: 0.0)
    for cell in masses.indices where masses[cell] > 0 {
      let place = plane.local(position(inCell: cell))
      let weight = masses[cell] / total
      mean.east += weight * place.eastMetres
      mean.north += weight * place.northMetres
      second.ee += weight * place.eastMetres * place.eastMetres
      second.en += weight * place.eastMetres * place.northMetres
      second.nn += weight * place.northMetres * place.northMetres
    }
    let (ee, nn) = (second.ee - mean.east * mean.east, second.nn - mean.north * mean.north)
    let en = second.en - mean.east * mean.north
    guard ee + nn > 0 else { return 0 }
    // Twice the angle from north has the sine of the covariance and the cosine of the difference of the variances.
    return SearchMath.bearing(east: 2 * en, north: nn - ee) / 2
  }
}
