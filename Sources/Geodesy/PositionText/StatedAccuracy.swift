/// Reads how far off the sender says that a position may be: `accuracy 35 m`, `précision : 50 mètres`, `±20m`, `rd=50`.
enum StatedAccuracy {
  /// Nothing beyond this many metres is an accuracy.
  static let largestMetres = 1_000_000.0
  private static let words: Set<String> = ["accuracy", "accurate", "precision", "precis", "precise", "radius", "rd"]

  static func read(_ scan: inout TextScan, into found: inout Findings) {
    let words = RelativeWords(scan)
    for index in words.indices where Self.words.contains(words[index].text) || words[index].text == "±" {
      var next = index + 1
      while next < words.count, ["to", "of", "is", "de", "a", "within", "about"].contains(words[next].text) {
        next += 1
      }
      guard next < words.count, let number = words[next].number else { continue }
      let unit = RelativeWords.distanceUnit(words, at: next + 1)
      guard unit != nil || words[index].text == "rd" else { continue }
      let metres = number.magnitude * (unit?.metres ?? 1)
      guard metres <= largestMetres else { continue }
      found.statedAccuracyMetres = max(found.statedAccuracyMetres ?? 0, metres)
      scan.take(words[index].range.lowerBound..<words[unit.map { $0.end - 1 } ?? next].range.upperBound)
    }
  }
}
