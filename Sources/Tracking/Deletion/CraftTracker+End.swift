extension CraftTracker {
  /// Gives up the candidates that hardly exist any more or could be anywhere, and the least likely ones where there are too many.
  mutating func end() {
    candidates.removeAll(where: settings.givesUp)
    guard candidates.count > settings.mostCandidates else { return }
    let worst = candidates.indices.filter { candidates[$0].number == nil }
      .sorted { (candidates[$0].exists, $0) < (candidates[$1].exists, $1) }
      .prefix(candidates.count - settings.mostCandidates)
    let gone = Set(worst)
    candidates = candidates.indices.filter { !gone.contains($0) }.map { candidates[$0] }
  }
}
