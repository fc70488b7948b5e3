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
      } else {
        index += 1
      }
    }
  }

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
