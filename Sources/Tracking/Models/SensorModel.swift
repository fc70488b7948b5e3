/// How a sensor sees: where, how often it misses a craft, and how much it shows that is none. How well is said by each plot.
package struct SensorModel: Hashable, Sendable {
  /// Where the sensor sees.
  package enum Field: Hashable, Sendable {
    /// A ring around the sensor, in metres.
    case ring(fromMetres: Double, toMetres: Double)
    /// Wherever a craft is; what is false is spread over so many square metres.
    case everywhere(areaSquareMetres: Double)
  }

  package let field: Field
  /// How likely a craft in the field is to be seen in one scan, between 0 and 1.
  package let detectionProbability: Double
  /// How many plots of one scan come from no craft, on average.
  package let falsePlotsPerScan: Double
  /// Whether it only sees craft that take part, as a receiver of transponders does.
  package let isCooperative: Bool

  /// A sensor with these properties; probabilities and counts are brought into the range in which they mean something.
  package init(
    field: Field, detectionProbability: Double, falsePlotsPerScan: Double, isCooperative: Bool = false
  ) {
    self.field = field
    self.detectionProbability = min(max(detectionProbability, 0.01), Self.greatestProbability)
    self.falsePlotsPerScan = max(falsePlotsPerScan, 1e-6)
    self.isCooperative = isCooperative
  }

  /// Nothing is seen with certainty, so that a missed scan never rules a craft out by itself.
  private static let greatestProbability = 0.999

  /// How many false plots a square metre holds in one scan at a distance from the sensor.
  ///
  /// What a radar takes for a plot is spread evenly over distance and direction, so that it is denser near by.
  func falsePlotDensity(atMetres distance: Double) -> Double {
    switch field {
    case .ring(let from, let to): falsePlotsPerScan / (max(to - from, 1) * 2 * .pi * max(distance, from, 1))
    case .everywhere(let area): falsePlotsPerScan / max(area, 1)
    }
  }

  /// How many square metres it sees.
  var areaSquareMetres: Double {
    switch field {
    case .ring(let from, let to): .pi * max(to * to - from * from, 1)
    case .everywhere(let area): max(area, 1)
    }
  }

  /// How likely a place that is known only so well lies in the field, between 0 and 1.
  func coverage(of motion: Motion) -> Double {
    switch field {
    case .ring(let from, let to):
      let spread = max(motion.covariance.position.eastEast, motion.covariance.position.northNorth).squareRoot() + 1
      let distance = (motion.eastMetres * motion.eastMetres + motion.northMetres * motion.northMetres).squareRoot()
      return share(to - distance, spread) * share(distance - from, spread)
    case .everywhere: return 1
    }
  }

  /// How much of a spread lies within a border that is so far ahead: the logistic function in place of the normal one.
  private func share(_ metres: Double, _ spread: Double) -> Double { probability(ofLogOdds: 1.7 * metres / spread) }
}
