public import Geodesy

/// An area that was searched without finding anything: by an asset, or covered by a satellite, a drone or a radar.
public struct SearchedArea: Hashable, Sendable {
  /// Who or what searched, as the desk knows it.
  public var searcher: String
  /// When, in the middle of the search.
  public var time: Instant
  /// The area.
  public var footprint: Polygon
  /// The probability that the search would have found the object anywhere in the area, 0 to 1.
  public var detectionProbability: Double

  /// A search of a known probability of detection, held within 0 and 1; nil when it is not a number.
  public init?(searcher: String, time: Instant, footprint: Polygon, detectionProbability: Double) {
    guard !detectionProbability.isNaN else { return nil }
    self.searcher = searcher
    self.time = time
    self.footprint = footprint
    self.detectionProbability = min(1, max(0, detectionProbability))
  }

  /// A search by its swept area: sweep width times track length within the footprint.
  public init?(
    searcher: String, time: Instant, footprint: Polygon, sweepWidthMetres: Double, trackMetres: Double,
    law: DetectionLaw = .random
  ) {
    let coverage = SearchCoverage.coverage(
      sweepWidthMetres: sweepWidthMetres, speedMetresPerSecond: trackMetres, seconds: 1,
      areaSquareMetres: footprint.areaSquareMetres)
    self.init(
      searcher: searcher, time: time, footprint: footprint, detectionProbability: law.probability(coverage: coverage))
  }
}

extension ProbabilityMap {
  /// Takes out what a search that found nothing has made less likely, and returns the probability of success that the
  /// search had: the mass that it took, of a total of 1 before the first search.
  ///
  /// Bayes' rule without dividing: what is left is the probability that it is there and was not found. `normalized()`
  /// gives the map on the condition that nothing was found. Source: Stone 1975, "Theory of optimal search", 1.2. A
  /// search of probability 0.8 over a cell that holds 0.5 takes 0.4, and leaves the cell 0.1 of 0.6, one sixth.
  @discardableResult
  public mutating func subtract(_ search: SearchedArea) -> Double {
    let before = mass
    let shares = shares(in: search.footprint)
    multiply { 1 - search.detectionProbability * shares[$0] }
    return before - mass
  }
}

/// Weights of particles after searches that found nothing; the particles go on moving, and take their weights along.
public enum SearchedParticles {
  /// Lowers the weights of the particles that lay in the area at the time of the search, and returns the probability of
  /// success that it had, as a share of all weights before it.
  ///
  /// - Parameter particles: where each particle was at the time of the search, with its weight.
  @discardableResult
  public static func subtract(_ search: SearchedArea, from particles: inout [WeightedPosition]) -> Double {
    var total = 0.0
    var taken = 0.0
    for index in particles.indices where particles[index].weight > 0 && particles[index].weight.isFinite {
      let weight = particles[index].weight
      total += weight
      guard search.footprint.contains(particles[index].position) else { continue }
      taken += weight * search.detectionProbability
      particles[index].weight = weight * (1 - search.detectionProbability)
    }
    return total > 0 ? taken / total : 0
  }
}
