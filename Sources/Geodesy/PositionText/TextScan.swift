/// A text as scalars, of which readers blank out the pieces that they have taken.
struct TextScan {
  /// The scalars as written; a taken piece is replaced by line ends, which no position continues across.
  private(set) var scalars: [Unicode.Scalar]
  private let original: [Unicode.Scalar]
  /// Where a letter was replaced by the figure that it stood for.
  private(set) var mended = Set<Int>()

  init(_ text: String) {
    original = Array(text.unicodeScalars)
    scalars = original
  }

  /// The longest piece of a text that is repeated in a reading, in scalars.
  private static let longestPiece = 200

  /// The piece of the original text in this range, without blanks at its ends.
  func piece(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    let trimmed = original[range].drop { $0.properties.isWhitespace }
    text.append(contentsOf: trimmed.prefix(Self.longestPiece))
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Takes a piece out of the text.
  mutating func take(_ range: Range<Int>) {
    for index in range { scalars[index] = "\n" }
  }

  /// Puts a figure in the place of a letter.
  mutating func mend(_ index: Int, to figure: Unicode.Scalar) {
    scalars[index] = figure
    mended.insert(index)
  }

  /// Whether a letter was replaced in this range.
  func isMended(_ range: Range<Int>) -> Bool { mended.contains(where: range.contains) }

  /// The scalar at an index, or nil beyond the ends.
  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Whether the text continues with these ASCII characters at the index, in either case.
  func continues(with ascii: String, at index: Int) -> Bool {
    var place = index
    for wanted in ascii.unicodeScalars {
      guard let scalar = self[place], scalar.asciiLowercased == wanted.asciiLowercased else { return false }
      place += 1
    }
    return true
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of any script, or nil.
  var decimalDigit: Int? {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 ? Int(value - 0x30) : nil }
    guard properties.numericType == .decimal, let numericValue = properties.numericValue else { return nil }
    return Int(numericValue)
  }

  /// Whether it is a letter from A to Z in either case.
  var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

  /// The scalar with A to Z in lower case.
  var asciiLowercased: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
  }

  /// The scalar with a to z in upper case.
  var asciiUppercased: Unicode.Scalar {
    (0x61...0x7A).contains(value) ? Unicode.Scalar(UInt8(value - 32)) : self
  }
}
