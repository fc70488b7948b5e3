extension CraftTracker {
  /// Gives up the candidates that hardly exist any more or could be anywhere, and the least likely ones where there are too many.
  mutating func end() {
    var isGone = candidates.indices.map { candidates[$0].isGivenUp(settings) }
    if isGone.contains(true) { removeCandidates(isGone) }
    guard candidates.count > settings.mostCandidates else { return }
    isGone = [Bool](repeating: false, count: candidates.count)
    let worst = candidates.indices.filter { candidates[$0].number == nil }
      .sorted { (candidates[$0].exists, $0) < (candidates[$1].exists, $1) }
    for index in worst.prefix(candidates.count - settings.mostCandidates) { isGone[index] = true }
    removeCandidates(isGone)
  }

  private mutating func removeCandidates(_ isGone: [Bool]) {
    var kept = 0
    for index in candidates.indices {
      if isGone[index] {
        if let number = candidates[index].number { tellEnd(of: number) }
        if let slot = candidates[index].transponder { leave(slot) }
      } else {
        if kept != index { candidates.swapAt(kept, index) }
        kept += 1
      }
    }
    candidates.removeLast(candidates.count - kept)
  }
}
