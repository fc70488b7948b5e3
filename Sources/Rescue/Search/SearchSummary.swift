/// What searches that found nothing have done and what they leave, for whoever decides whether to go on. It decides
/// nothing.
public struct SearchSummary: Equatable, Sendable {
  /// One search with what it added.
  public struct Line: Hashable, Sendable {
    /// The search.
    public let search: SearchedArea
    /// The probability of success that it added, of 1 in all.
    public let success: Double
    /// The probability of success of all searches up to and with it.
    public let cumulativeSuccess: Double
    /// The probability that the object lay in its area before it.
    public let containment: Double
  }

  /// What all searches of one searcher added.
  public struct Share: Hashable, Sendable {
    /// Who or what searched.
    public let searcher: String
    /// The probability of success of all its searches, of 1 in all.
    public let success: Double
  }

  /// The searches in order of time.
  public let lines: [Line]
  /// The probability of success of all searches, of 1 in all.
  public let cumulativeSuccess: Double
  /// The probability of success by searcher, in order of their names.
  public let bySearcher: [Share]
  /// How likely the object still is within the map, given that nothing was found, of 1 in all.
  public let remainingInside: Double
  /// How likely it is beyond the map, given that nothing was found.
  public let remainingOutside: Double
  /// The map given that nothing was found.
  public let map: ProbabilityMap

  /// The summary of searches over a map that does not move between them; where it does, the particles carry the
  /// weights.
  public init(of searches: [SearchedArea], over map: ProbabilityMap) {
    var current = map.normalized()
    var lines = [Line]()
    var cumulative = 0.0
    var successes = [String: Double]()
    let inOrder = searches.enumerated().sorted { first, second in
      let (one, other) = (first.element.time, second.element.time)
      return one != other ? one < other : first.offset < second.offset
    }.map(\.element)
    for search in inOrder {
      let containment = current.mass(in: search.footprint)
      let success = current.subtract(search)
      cumulative += success
      successes[search.searcher, default: 0] += success
      lines.append(
        Line(search: search, success: success, cumulativeSuccess: cumulative, containment: containment))
    }
    self.lines = lines
    cumulativeSuccess = cumulative
    bySearcher = successes.sorted { $0.key < $1.key }.map { Share(searcher: $0.key, success: $0.value) }
    let left = current.normalized()
    remainingInside = left.mass
    remainingOutside = left.outsideMass
    self.map = left
  }
}
