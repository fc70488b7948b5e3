extension CraftTracker {
  /// The tracks as they are at the latest moment that anything told of, in the order in which they were confirmed.
  package var tracks: [CraftEstimate] {
    candidates.compactMap { $0.number == nil ? nil : estimate(of: $0) }.sorted { $0.number < $1.number }
  }

  /// A track by its number; nil when it has ended or is too unsure to be shown.
  package func track(number: Int) -> CraftEstimate? {
    candidates.first { $0.number == number }.flatMap(estimate)
  }

  /// The tracks that ended or turned out to be another since this was last asked, the oldest first.
  package mutating func takeEnded() -> [EndedCraft] {
    defer { ended.removeAll(keepingCapacity: true) }
    return ended
  }

  /// Of more ended tracks than this between two questions only the latest are told.
  package static let mostEnded = 100_000

  mutating func tellEnd(of number: Int, mergedInto: Int? = nil) {
    ended.append(EndedCraft(number: number, mergedInto: mergedInto, seconds: latestSeconds))
    if ended.count > Self.mostEnded + Self.mostEnded / 4 { ended.removeFirst(ended.count - Self.mostEnded) }
  }

  private func estimate(of candidate: Candidate) -> CraftEstimate? {
    var candidate = candidate
    candidate.predict(to: latestSeconds, settings: settings)
    guard let number = candidate.number, settings.shows(candidate) else { return nil }
    let transponder = candidate.transponder.map { transponders[$0] }
    return CraftEstimate(
      candidate, number: number, motion: candidate.motion, identity: transponder?.identity,
      identityProbability: transponder.map { $0.probability(against: candidate.rivalOdds(at: latestSeconds)) } ?? 0)
  }
}
