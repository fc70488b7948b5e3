import Foundation
import Geodesy
import Testing

@Suite struct SightTests {
  private static let dover = Position(latitudeDegrees: 51.1405, longitudeDegrees: 1.3715)!

  @Test(arguments: [0.0, 12, 70, 110, 400]) func aTargetIsSeenWhereItIs(height: Double) {
    for latitude in [-80.0, -33, 0, 12, 51.1405, 78] {
      for longitude in [-179.99, -5, 1.3715, 179.99] {
        guard let site = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else { continue }
        for range in [600.0, 4000, 25_000, 90_000] {
          for bearing in stride(from: 1.0, to: 360, by: 23) {
            let target = site.target(rangeMetres: range, bearingDegrees: bearing, heightMetres: height)
            let sight = site.sight(of: target, heightMetres: height)
            if abs(sight.rangeMetres - range) > 0.01
              || abs((sight.bearingDegrees - bearing).remainder(dividingBy: 360)) * range > 0.6
            {
              Issue.record("\(site) \(range) m \(bearing)°: \(sight)")
            }
          }
        }
      }
    }
  }

  /// Geodesics of WGS 84 by Vincenty's inverse formula (Survey Review 23, 1975), worked apart from this code.
  @Test func bearingsAreThoseOfGeodesics() {
    let other = Position(latitudeDegrees: 51.1405, longitudeDegrees: 1.9715)!
    let (distance, azimuth) = vincenty(Self.dover, other)
    let sight = Self.dover.sight(of: other)
    #expect(abs(sight.bearingDegrees - azimuth) < 0.0005)
    // The chord is shorter than the arc by its cube over 24 times the square of the earth's radius: 8 cm.
    #expect(abs(sight.rangeMetres - distance) < 0.15)
    let plane = TangentPlane(origin: Self.dover).local(other)
    #expect(abs(atan2(plane.eastMetres, plane.northMetres) * 180 / .pi - azimuth) > 0.2)
  }

  @Test func strangeNumbersDoNotTrap() {
    for number in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      _ = Self.dover.target(rangeMetres: number, bearingDegrees: 10)
      _ = Self.dover.target(rangeMetres: 1000, bearingDegrees: number)
      _ = Self.dover.target(rangeMetres: 1000, bearingDegrees: 10, heightMetres: number)
      _ = Self.dover.sight(of: Self.dover, heightMetres: number)
    }
    #expect(Self.dover.target(rangeMetres: .nan, bearingDegrees: 10) == Self.dover)
    #expect(Self.dover.sight(of: Self.dover).rangeMetres < 1e-6)
  }

  private func vincenty(_ first: Position, _ second: Position) -> (metres: Double, azimuth: Double) {
    let (a, f) = (6_378_137.0, 1 / 298.257223563)
    let b = a * (1 - f)
    let (u, v) = (
      atan((1 - f) * tan(first.latitudeDegrees * .pi / 180)), atan((1 - f) * tan(second.latitudeDegrees * .pi / 180))
    )
    let l = (second.longitudeDegrees - first.longitudeDegrees) * .pi / 180
    var lambda = l
    var (sinSigma, cosSigma, sigma, cosSquared, cosMiddle) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for _ in 0..<50 {
      sinSigma = hypot(cos(v) * sin(lambda), cos(u) * sin(v) - sin(u) * cos(v) * cos(lambda))
      cosSigma = sin(u) * sin(v) + cos(u) * cos(v) * cos(lambda)
      sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = cos(u) * cos(v) * sin(lambda) / sinSigma
      cosSquared = 1 - sinAlpha * sinAlpha
      cosMiddle = cosSigma - 2 * sin(u) * sin(v) / cosSquared
      let c = f / 16 * cosSquared * (4 + f * (4 - 3 * cosSquared))
      lambda =
        l + (1 - c) * f * sinAlpha
        * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1)))
    }
    let square = cosSquared * (a * a - b * b) / (b * b)
    let large = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)))
    let small = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)))
    let delta = small * sinSigma * (cosMiddle + small / 4 * cosSigma * (2 * cosMiddle * cosMiddle - 1))
    let azimuth = atan2(cos(v) * sin(lambda), cos(u) * sin(v) - sin(u) * cos(v) * cos(lambda))
    return (b * large * (sigma - delta), azimuth * 180 / .pi)
  }
}
