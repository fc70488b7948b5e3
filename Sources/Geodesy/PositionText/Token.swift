/// The two axes of a position.
enum Axis: Equatable {
  case latitude, longitude

  var other: Axis { self == .latitude ? .longitude : .latitude }
}

/// One of the four directions that name a hemisphere.
struct Hemisphere: Equatable {
  let axis: Axis
  let sign: Double
  /// Whether the word means another direction in another language, as `O` does.
  var ambiguous = false

  static let north = Hemisphere(axis: .latitude, sign: 1)
  static let south = Hemisphere(axis: .latitude, sign: -1)
  static let east = Hemisphere(axis: .longitude, sign: 1)
  static let west = Hemisphere(axis: .longitude, sign: -1)
  static let westOrEast = Hemisphere(axis: .longitude, sign: -1, ambiguous: true)
}

/// The parts of an angle.
enum AngleUnit: Int {
  case degrees, minutes, seconds

  /// How many degrees one of the unit is.
  var inDegrees: Double {
    switch self {
    case .degrees: 1
    case .minutes: 1 / 60
    case .seconds: 1 / 3600
    }
  }
}

/// A number as it was written, with its digits, since how many there are tells how sure it is.
struct WrittenNumber: Equatable {
  var integerDigits: String
  var fractionDigits: String = ""
  /// −1 or 1 when a sign was written.
  var sign: Double?
  /// Whether it was written in words.
  var spoken = false
  /// What a written fraction such as "and a half" adds.
  var addedFraction = 0.0

  /// The most digits before and after the point that are read as one number.
  static let mostIntegerDigits = 9
  static let mostFractionDigits = 20

  /// The number without its sign.
  var magnitude: Double { (Double("\(integerDigits).\(fractionDigits)0") ?? 0) + addedFraction }

  var isWhole: Bool { fractionDigits.isEmpty && addedFraction == 0 }
}

/// A piece of text with its meaning and its place.
struct Token {
  enum Kind {
    case number(WrittenNumber)
    /// Numbers joined without blanks by hyphens, colons or points: `51-01.50`.
    case joined([WrittenNumber], by: Unicode.Scalar)
    case mark(AngleUnit)
    case hemisphere(Hemisphere)
    case label(Axis)
    /// Half, quarter and their like.
    case fraction(Double)
    /// The word for the decimal sign.
    case decimalWord
    case numberWord(NumberWord)
    case separator
    /// A comma between two digits, which may be a separator or a decimal sign.
    case tightComma
    /// A word that may stand inside a position without meaning.
    case filler
    case word
  }

  var kind: Kind
  var range: Range<Int>

  /// Whether it is one number in figures or in words.
  var isNumber: Bool {
    switch kind {
    case .number, .numberWord: true
    default: false
    }
  }
}
