/// How a sensor sees: from where, what, how often it misses a craft, and how much it shows that is none. How well it measures
/// is said by each plot.
package struct SensorModel: Hashable, Sendable {
  /// Where the sensor sees.
  package enum Field: Hashable, Sendable {
    /// A ring around the sensor, in metres, or the part of it within a sector.
    case ring(fromMetres: Double, toMetres: Double, sector: Sector? = nil)
    /// Wherever a craft is; what is false is spread over so many square metres.
    case everywhere(areaSquareMetres: Double)
    /// What lies within an outline on the plane.
    case footprint(FieldOutline)
  }

  /// By what its plots are told from those of others: biases, health and contributions go by it.
  package let number: Int
  /// Where it stands on the tracker's plane.
  package let eastMetres: Double
  package let northMetres: Double
  package let field: Field
  /// How likely a craft in the field is to be seen in one scan, between 0 and 1.
  package let detectionProbability: Double
  /// To what distance that holds; from there it falls in a straight line to nothing at the outer edge of the ring. Nil
  /// when it holds up to the edge.
  package let fullToMetres: Double?
  /// How many plots of one scan come from no craft, on average.
  package let falsePlotsPerScan: Double
  /// Whether it only sees craft that take part, as a receiver of transponders does.
  package let isCooperative: Bool
  /// How close two craft may be and still make one plot; nil when it tells all apart.
  package let resolution: ResolutionCell?
  /// Whether it shows only directions, as a direction finder does: what it does not show says nothing.
  package let showsDirectionsOnly: Bool
  /// Whether its scans come late by nature, minutes or an hour after they were made, as scenes of satellites do.
  package let isSlow: Bool
  /// Whether its scans show all that it saw; one that is made around a single plot says nothing of how well it sees.
  package let isWhole: Bool

  /// A sensor with these properties; numbers are brought into the range in which they mean something.
  package init(
    number: Int = 0, eastMetres: Double = 0, northMetres: Double = 0, field: Field, detectionProbability: Double,
    falsePlotsPerScan: Double, isCooperative: Bool = false, resolution: ResolutionCell? = nil,
    showsDirectionsOnly: Bool = false, fullToMetres: Double? = nil, isWhole: Bool = true,
    isSlow: Bool = false
  ) {
    self.number = number
    self.eastMetres = eastMetres.magnitude < Self.greatestDistance ? eastMetres : 0
    self.northMetres = northMetres.magnitude < Self.greatestDistance ? northMetres : 0
    self.field = field
    // Written so that what is no number becomes the least.
    self.detectionProbability =
      detectionProbability >= Self.leastProbability
      ? min(detectionProbability, Self.greatestProbability) : Self.leastProbability
    self.falsePlotsPerScan = falsePlotsPerScan >= 1e-6 ? min(falsePlotsPerScan, 1e9) : 1e-6
    self.isCooperative = isCooperative
    self.resolution = resolution
    self.showsDirectionsOnly = showsDirectionsOnly
    self.fullToMetres = fullToMetres.flatMap { $0 >= 0 ? $0 : nil }
    self.isWhole = isWhole
    self.isSlow = isSlow
  }

  /// Nothing is seen with certainty, so that a missed scan never rules a craft out by itself.
  private static let greatestProbability = 0.999
  private static let leastProbability = 0.01
  /// How far from the plane's origin a sensor may stand, in metres.
  static let greatestDistance = 1e7

  /// The outer edge of the ring in which it sees, in metres; nil for a field of another kind.
  var reachMetres: Double? {
    guard case .ring(_, let reach, _) = field, reach > 0, reach < Self.greatestDistance else { return nil }
    return reach
  }

  /// How likely a craft so far off is seen, as it was declared, between 0 and 1.
  func declaredProbability(atMetres distance: Double) -> Double {
    guard let fullToMetres, let reachMetres, distance > fullToMetres else { return detectionProbability }
    let share = (reachMetres - distance) / max(reachMetres - fullToMetres, 1)
    return max(detectionProbability * min(max(share, 0), 1), Self.leastProbability)
  }

  /// How many false plots a square metre holds in one scan at a distance from the sensor.
  ///
  /// What a radar takes for a plot is spread evenly over distance and direction, so that it is denser near by.
  func falsePlotDensity(atMetres distance: Double) -> Double {
    switch field {
    case .ring(let from, let to, let sector):
      falsePlotsPerScan / (max(to - from, 1) * (sector?.widthRadians ?? 2 * .pi) * max(distance, from, 1))
    case .everywhere(let area): falsePlotsPerScan / max(area, 1)
    case .footprint(let footprint): falsePlotsPerScan / footprint.areaSquareMetres
    }
  }

  /// How many square metres it sees.
  var areaSquareMetres: Double {
    switch field {
    case .ring(let from, let to, let sector): (sector?.widthRadians ?? 2 * .pi) / 2 * max(to * to - from * from, 1)
    case .everywhere(let area): max(area, 1)
    case .footprint(let footprint): footprint.areaSquareMetres
    }
  }

  /// Whether what its scans do not show was missed: one plot alone says nothing of a sea without borders.
  var showsWhatItMissed: Bool {
    if case .everywhere = field { return isWhole }
    return true
  }

  /// How far from the sensor a craft is, in metres.
  func distance(of motion: Motion) -> Double {
    let (east, north) = (motion.eastMetres - eastMetres, motion.northMetres - northMetres)
    return (east * east + north * north).squareRoot()
  }

  /// How likely a place that is known only so well lies in the field, between 0 and 1.
  func coverage(of motion: Motion) -> Double {
    if case .everywhere = field { return 1 }
    let position = motion.covariance.position
    let spread = max(position.eastEast, position.northNorth).squareRoot() + 1
    switch field {
    case .everywhere: return 1
    case .ring(let from, let to, let sector):
      let (east, north) = (motion.eastMetres - eastMetres, motion.northMetres - northMetres)
      let distance = (east * east + north * north).squareRoot()
      let inRing = share(to - distance, spread) * share(distance - from, spread)
      guard let sector else { return inRing }
      return inRing * share(sector.depthMetres(east: east, north: north, distance: distance), spread)
    case .footprint(let footprint):
      return share(footprint.depthMetres(east: motion.eastMetres, north: motion.northMetres), spread)
    }
  }

  /// How much of a spread lies within a border that is so far ahead: the logistic function in place of the normal one.
  private func share(_ metres: Double, _ spread: Double) -> Double { probability(ofLogOdds: 1.7 * metres / spread) }
}
