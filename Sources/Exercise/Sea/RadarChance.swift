package import Tracking

/// What a made-up radar shows of craft: with noise, misses and clutter, out of one generator.
///
/// Places are equally sure along every axis and at every distance, so that a wider sea is not a harder one.
package struct RadarChance: Sendable {
  package static let detectionProbability = 0.9
  package static let falsePlots = 100.0
  private static let placeDeviation = 40.0

  private var random: SeededGenerator

  package init(random: SeededGenerator) { self.random = random }

  /// One scan of a radar whose field is a ring.
  package mutating func plots(of craft: [SeaScenario.Craft], from sensor: SensorModel) -> [Plot] {
    guard case .ring(let from, let to, _) = sensor.field else { return [] }
    var plots: [Plot] = []
    plots.reserveCapacity(craft.count)
    for one in craft where random.unit() < Self.detectionProbability {
      let (east, north) = (one.x - sensor.eastMetres, one.y - sensor.northMetres)
      let range = (east * east + north * north).squareRoot()
      guard (from...to).contains(range) else { continue }
      plots.append(plot(one.x + Self.placeDeviation * random.bell(), one.y + Self.placeDeviation * random.bell()))
    }
    for _ in 0..<Int(Self.falsePlots) {
      let (range, degrees) = (random.number(in: from...to), 360 * random.unit())
      plots.append(
        plot(
          sensor.eastMetres + range * ExactMathematics.sine(degrees: degrees),
          sensor.northMetres + range * ExactMathematics.cosine(degrees: degrees)))
    }
    return plots
  }

  private func plot(_ east: Double, _ north: Double) -> Plot {
    Plot(eastMetres: east, northMetres: north, deviationMetres: Self.placeDeviation)
  }
}
