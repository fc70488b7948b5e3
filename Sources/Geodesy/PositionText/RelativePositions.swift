/// Reads positions that are told from something else and lines of bearing, and completes them where the place is
/// known.
enum RelativePositions {
  static func read(_ scan: inout TextScan, _ places: [NamedPlace], into found: inout Findings) {
    let words = RelativeWords(scan)
    var index = 0
    var afterBearing = false
    while index < words.count {
      var phrase = RelativePhrase(words, at: index, places, afterBearing: afterBearing)
      guard phrase.read() else {
        index += 1
        continue
      }
      let range = words[phrase.start].range.lowerBound..<words[phrase.end - 1].range.upperBound
      found.add(phrase.relation(source: scan.piece(range)))
      scan.take(range)
      index = phrase.end
      afterBearing = phrase.hasBearing
    }
    addPositions(to: &found)
  }

  private static func addPositions(to found: inout Findings) {
    for relation in found.relations {
      guard let (position, uncertainty) = relation.position else { continue }
      found.add(
        PositionCandidate(
          position: position, form: .relative, source: relation.source, uncertaintyMetres: uncertainty,
          doubts: [.relative]))
    }
    let lines = found.relations.filter { $0.distanceMetres == nil }.compactMap(\.line)
    guard let (position, uncertainty) = BearingCrossing.place(of: lines) else { return }
    found.add(
      PositionCandidate(
        position: position, form: .bearings, source: found.relations.map(\.source).joined(separator: "; "),
        uncertaintyMetres: uncertainty, doubts: [.relative]))
  }
}
