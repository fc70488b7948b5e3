/// What the readers found, before it is put in order.
struct Findings {
  private(set) var candidates = [PositionCandidate]()
  private(set) var problems = [PositionProblem]()
  private(set) var relations = [RelativePosition]()
  /// How far off the sender says that the position may be.
  var statedAccuracyMetres: Double?

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

  mutating func add(_ relation: RelativePosition) {
    guard relations.count < PositionText.mostRelations, !relations.contains(relation) else { return }
    relations.append(relation)
  }

  /// The reading: those at sea inside the area first, others marked, and turned ones added where they fit better.
  func reading(of text: String, in context: PositionContext) -> PositionReading {
    var ordered = candidates
    if let area = context.area { ordered = candidates.flatMap { judged($0, area) } }
    let approximate = Self.isApproximate(text)
    for index in ordered.indices {
      if context.isOnLand(ordered[index].position) { ordered[index].doubts.insert(.onLand) }
      let isLink = ordered[index].form == .mapLink || ordered[index].form == .geoURI
      if approximate && !isLink { ordered[index].doubts.insert(.approximateWords) }
      if let statedAccuracyMetres {
        ordered[index].uncertaintyMetres = max(ordered[index].uncertaintyMetres, statedAccuracyMetres)
      }
    }
    // Where the text says more than one thing, what nothing speaks against comes first, in the order of the text.
    let ranked = ordered.filter { !$0.doubts.contains(.farFromArea) && !$0.doubts.contains(.onLand) }
    let onLand = ordered.filter { !$0.doubts.contains(.farFromArea) && $0.doubts.contains(.onLand) }
    let outside = ordered.filter { $0.doubts.contains(.farFromArea) }
    var problems = problems
    if candidates.isEmpty && problems.isEmpty && relations.isEmpty { problems = [.nothingFound] }
    return PositionReading(
      candidates: Array((ranked + onLand + outside).prefix(PositionText.mostCandidates)), problems: problems,
      relations: relations, text: text)
  }

  private static func isApproximate(_ text: String) -> Bool {
    if text.contains(where: { "~≈±".contains($0) }) { return true }
    return NamedPlace.words(text).contains(where: Vocabulary.approximateWords.contains)
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
