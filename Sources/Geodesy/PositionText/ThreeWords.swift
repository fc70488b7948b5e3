/// Finds three-word addresses, which are kept as text: only their maker's service knows where they lie.
enum ThreeWords {
  /// The longest word of an address, in scalars.
  private static let longestWord = 40

  static func read(_ scan: inout TextScan, into found: inout Findings) {
    var index = 0
    while index < scan.scalars.count {
      if scan[index] == "/", scan[index + 1] == "/", scan[index + 2] == "/", let end = end(scan, from: index + 3) {
        found.add(.threeWords(scan.piece(index..<end)))
        scan.take(index..<end)
        index = end
      } else if let end = bareEnd(scan, from: index) {
        found.add(.threeWords("///" + scan.piece(index..<end)))
        scan.take(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Endings and beginnings of the names of machines, which also stand between points.
  private static let machineNames: Set<String> = [
    "www", "maps", "com", "org", "net", "gov", "edu", "int", "info", "html", "htm", "php", "jpg", "png", "pdf",
  ]
  private static let shortestBareWord = 3

  /// The end of three words without the slashes, as people dictate them; nil where they may be anything else.
  private static func bareEnd(_ scan: TextScan, from start: Int) -> Int? {
    if let before = scan[start - 1], isPartOfWord(before) || ".@/_".unicodeScalars.contains(before) { return nil }
    if let before = scan[start - 1], before.decimalDigit != nil { return nil }
    guard let end = end(scan, from: start) else { return nil }
    if let after = scan[end], ".@/_".unicodeScalars.contains(after), isPart(scan[end + 1]) { return nil }
    guard scan[end]?.decimalDigit == nil else { return nil }
    let words = scan.scalars[start..<end].split(whereSeparator: { ".。・".unicodeScalars.contains($0) })
    let plain = words.allSatisfy { word in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: word.map(\.folded))
      return word.count >= shortestBareWord && !machineNames.contains(String(text))
        && Vocabulary.kind(of: String(text)) == nil
    }
    return plain ? end : nil
  }

  private static func isPart(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(isPartOfWord) ?? false }

  /// The end of three words with points between them, or nil when there are none.
  static func end(_ scan: TextScan, from start: Int) -> Int? {
    var index = start
    for place in 0..<3 {
      if place > 0 {
        guard scan[index] == "." || scan[index] == "。" || scan[index] == "・" else { return nil }
        index += 1
      }
      let wordStart = index
      while let scalar = scan[index], isPartOfWord(scalar) { index += 1 }
      guard index > wordStart, index - wordStart <= longestWord else { return nil }
    }
    return index
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: scalar.properties.isAlphabetic || scalar == "-"
    }
  }
}
