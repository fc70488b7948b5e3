/// One cell of a table of counts: a number, "not available", or nothing at all. None of the three is another.
public enum Figure: Hashable, Sendable {
  /// A number that was published, which may be zero.
  case known(Double)
  /// Marked as not available: `-`, `:`, `..`, `[x]`, `NA` and the like.
  case notAvailable
  /// An empty cell, or a period that the table leaves out.
  case blank

  /// The number, or nil when there is none.
  public var number: Double? { if case .known(let number) = self { number } else { nil } }

  /// Reads a cell; nil for text that is no count.
  ///
  /// Commas between groups of three digits are taken as such; a trailing mark of provisional or revised figures (`p`,
  /// `r`,
  /// `[p]`, `[r]`) is taken off. Negative and infinite numbers are no counts.
  public init?(text: some StringProtocol) {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if words.isEmpty {
      self = .blank
      return
    }
    if Self.marks.contains(words) {
      self = .notAvailable
      return
    }
    for mark in ["[p]", "[r]", " p", " r"] where words.hasSuffix(mark) {
      words = words.dropLast(mark.count).split(separator: " ").joined()
    }
    if words.contains(",") {
      let groups = words.split(separator: ",", omittingEmptySubsequences: false)
      let isGrouped =
        (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
      guard isGrouped else { return nil }
      words = groups.joined()
    }
    let isPlain = words.allSatisfy { $0.isASCII && ($0.isNumber || ".e+-".contains($0)) }
    guard isPlain, let number = Double(words), number.isFinite, number >= 0, number < 1e15 else { return nil }
    self = .known(number)
  }

  /// The spellings of "not available" that statistical offices use.
  static let marks: Set<String> = [
    "-", "–", ":", "..", "...", "[x]", "[c]", "[z]", "na", "n/a", ".", "x", "*", "nan", "null",
  ]
}
