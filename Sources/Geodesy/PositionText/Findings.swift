/// What the readers found, before it is put in order.
struct Findings {
  private(set) var candidates = [PositionCandidate]()
  private(set) var problems = [PositionProblem]()

  /// Distances below this many degrees make two candidates one.
  private static let sameDegrees = 1e-7
  /// An uncertainty above this makes a position coarse.
  private static let coarseMetres = 1000.0

  mutating func add(_ candidate: PositionCandidate) {
    let known = candidates.contains { other in
      (other.position.latitudeDegrees - candidate.position.latitudeDegrees).magnitude < Self.sameDegrees
        && (other.position.longitudeDegrees - candidate.position.longitudeDegrees).magnitude < Self.sameDegrees
    }
    guard !known, candidates.count < PositionText.mostCandidates else { return }
    var candidate = candidate
    if candidate.uncertaintyMetres > Self.coarseMetres { candidate.doubts.insert(.coarse) }
    candidates.append(candidate)
  }

  mutating func add(_ problem: PositionProblem) {
    guard problems.count < PositionText.mostProblems, !problems.contains(problem) else { return }
    problems.append(problem)
  }

  /// The reading: candidates inside the area first, others marked, and turned ones added where they fit better.
  func reading(expecting area: BoundingBox?) -> PositionReading {
    var ordered = candidates
    if let area { ordered = candidates.flatMap { judged($0, area) } }
    let inside = ordered.filter { !$0.doubts.contains(.farFromArea) }
    let outside = ordered.filter { $0.doubts.contains(.farFromArea) }
    var problems = problems
    if candidates.isEmpty && problems.isEmpty { problems = [.nothingFound] }
    return PositionReading(
      candidates: Array((inside + outside).prefix(PositionText.mostCandidates)), problems: problems)
  }

  /// A candidate as it is when it lies in the area; else marked, with the turned positions that do lie in it.
  private func judged(_ candidate: PositionCandidate, _ area: BoundingBox) -> [PositionCandidate] {
    guard !area.contains(candidate.position) else { return [candidate] }
    var far = candidate
    far.doubts.insert(.farFromArea)
    var others = [PositionCandidate]()
    let (latitude, longitude) = (candidate.position.latitudeDegrees, candidate.position.longitudeDegrees)
    if let swapped = Position(latitudeDegrees: longitude, longitudeDegrees: latitude), area.contains(swapped) {
      far.doubts.insert(.swappedLikely)
      others.append(turned(candidate, to: swapped, doubts: [.swappedLikely]))
    }
    if candidate.doubts.contains(.hemisphereAssumed) {
      for (north, east) in [(1.0, -1.0), (-1, 1), (-1, -1)] {
        guard let other = Position(latitudeDegrees: latitude * north, longitudeDegrees: longitude * east),
          area.contains(other)
        else { continue }
        others.append(turned(candidate, to: other, doubts: []))
      }
    }
    return others + [far]
  }

  private func turned(
    _ candidate: PositionCandidate, to position: Position, doubts: Set<PositionDoubt>
  ) -> PositionCandidate {
    var turned = candidate
    turned.position = position
    turned.doubts.formUnion(doubts)
    return turned
  }
}
