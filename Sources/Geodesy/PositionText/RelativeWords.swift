/// A text as words and numbers, for readers that look for phrases.
struct RelativeWords: RandomAccessCollection {
  /// A word or a number.
  struct Word {
    /// In lower case and without accents; a separator is a line end or its sign.
    var text: String
    var number: WrittenNumber?
    /// Whether it parts what stands before it from what comes after.
    var isSeparator = false
    var range: Range<Int>
  }

  private let words: [Word]
  var startIndex: Int { words.startIndex }
  var endIndex: Int { words.endIndex }
  subscript(index: Int) -> Word { words[index] }

  init(_ scan: TextScan) {
    let signs = Lexer.tokens(scan)
    words = DecimalCommas.decimals(SpokenNumbers.joined(signs)).map { token in
      if case .number(let number) = token.kind { return Word(text: "", number: number, range: token.range) }
      var separator = false
      switch token.kind {
      case .separator, .tightComma: separator = true
      default: break
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scan.scalars[token.range].map(\.folded))
      return Word(text: String(text), isSeparator: separator, range: token.range)
    }
  }

  /// The word at an index, or empty beyond the end.
  func text(_ index: Int) -> String { indices.contains(index) ? words[index].text : "" }

  /// Metres of the units of distance. "M" is the sign of the nautical mile on charts too, and is metres here.
  private static let units: [String: Double] = [
    "km": 1000, "kms": 1000, "kilometre": 1000, "kilometres": 1000, "kilometer": 1000, "kilometers": 1000,
    "kilo": 1000, "kilos": 1000, "k": 1000,
    "nm": 1852, "nmi": 1852, "mile": 1852, "miles": 1852, "mille": 1852, "milles": 1852, "nautique": 1852,
    "nautiques": 1852, "mn": 1852,
    "m": 1, "metre": 1, "metres": 1, "meter": 1, "meters": 1, "yard": 0.9144, "yards": 0.9144,
    "cable": 185.2, "cables": 185.2,
  ]

  /// A unit of distance at an index, in metres, and the index after it.
  ///
  /// A mile at sea is a nautical mile.
  static func distanceUnit(_ words: RelativeWords, at index: Int) -> (metres: Double, end: Int)? {
    if words.text(index) == "nautical" || words.text(index) == "sea", words.text(index + 1).hasPrefix("mile") {
      return (1852, index + 2)
    }
    guard let metres = units[words.text(index)] else { return nil }
    let adjective = ["nautique", "nautiques", "marin", "marins"].contains(words.text(index + 1))
    return (metres, index + (adjective ? 2 : 1))
  }

  private static let compass: [String: Double] = {
    var directions = [
      "ne": 45.0, "northeast": 45, "nordest": 45, "se": 135, "southeast": 135, "sudest": 135,
      "southwest": 225, "sudouest": 225, "nw": 315, "northwest": 315, "nordouest": 315, "no": 315, "so": 225,
      "nne": 22.5, "ene": 67.5, "ese": 112.5, "sse": 157.5, "ssw": 202.5, "wsw": 247.5, "wnw": 292.5, "nnw": 337.5,
      "sw": 225,
    ]
    for (words, bearing) in [
      (["n", "north", "nord"], 0.0), (["e", "east", "est"], 90), (["s", "south", "sud"], 180),
      (["w", "west", "ouest"], 270),
    ] {
      for word in words { directions[word] = bearing }
    }
    return directions
  }()

  /// Degrees of a compass direction in one to three words at an index, its spread, and the index after it.
  ///
  /// A direction of the eight main ones is meant within half of the step between them, as a rule.
  static func direction(
    _ words: RelativeWords, at index: Int
  ) -> (degrees: Double, spread: Double, end: Int)? {
    var index = index
    while ["to", "the", "au", "a", "l", "le", "la"].contains(words.text(index)) { index += 1 }
    guard let first = compass[words.text(index)] else { return nil }
    let cardinal = first.truncatingRemainder(dividingBy: 90) == 0
    if cardinal, let second = compass[words.text(index + 1)], second != first, second.remainder(dividingBy: 90) == 0,
      Units.turn(fromDegrees: first, toDegrees: second).magnitude == 90
    {
      let turn = Units.turn(fromDegrees: first, toDegrees: second)
      return (Units.bearing(degrees: first + turn / 2), 12, index + 2)
    }
    return (first, first.truncatingRemainder(dividingBy: 45) == 0 ? 12 : 6, index + 1)
  }
}
