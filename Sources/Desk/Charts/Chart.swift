import Geodesy

/// A diagram as the desk shows it: one table of values, words that say what it shows, and how its columns are drawn.
///
/// The page writes the table and the words; a script draws from the same value as JSON; the CSV is the same table whole.
/// So whoever cannot see or cannot run the drawing has all of it.
struct Chart: Sendable {
  /// Its name in addresses, such as `cumulative`.
  var name: String
  /// The address of its values as JSON, without `format`.
  var address: String
  var title: String
  /// What it shows, in a sentence or two with its main figures.
  var caption: String
  /// What has to be known to read it right; printed beside it.
  var notes: [String] = []
  /// The first column is what the others are drawn along.
  var columns: [Column]
  var rows: [[Cell]]
  var axis: Axis = .time
  /// What stands along the vertical axis, with its unit.
  var vertical = ""
  var marks: [Mark]
  /// Whether it is one of several small ones beside each other.
  var isSmall = false

  /// The most rows that a page writes; the CSV has all.
  static let mostTableRows = 120

  struct Column: Sendable {
    var name: String
    /// Digits after the point.
    var decimals = 0
    /// Whether it is text; else its cells are numbers or missing.
    var isText = false
  }

  enum Cell: Sendable, Hashable {
    case text(String)
    case number(Double)
    /// Why there is no number, as it stands in the table: `-`, nothing, or a mark of suppression such as `[c]`.
    case missing(String)
  }

  /// What the marks are drawn along.
  enum Axis: String, Sendable {
    /// Days, as `2025-08-31`.
    case time
    /// Words in the order of the rows.
    case category
    /// Numbers.
    case number
  }

  /// One thing drawn: which column, in which shape and colour.
  struct Mark: Sendable {
    var column: Int
    var shape: Shape
    /// A colour of the theme by its property, such as `craft-cargo`.
    var colour: String
    /// The column of the upper edge of a band.
    var upper: Int?
    var isDashed = false
    /// Bars with the same word stand on each other.
    var stack: String?

    enum Shape: String, Sendable { case line, bar, band, dots }
  }

  /// Colours of lines and bars that are told apart, in the order of their use; each is legible on every theme's ground.
  static let colours = [
    "craft-passenger", "craft-fishing", "craft-cargo", "craft-tanker", "craft-service", "craft-small", "craft-aid",
    "craft-other",
  ]

  /// The colour of one of several, by its place.
  static func colour(_ index: Int) -> String { colours[index % colours.count] }
}

extension Chart.Cell {
  /// A number, or a gap that says nothing.
  init(_ number: Double?) { self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .missing("") }

  /// As it stands in a table, with so many digits after the point.
  func text(_ decimals: Int) -> String {
    switch self {
    case .text(let text), .missing(let text): text
    case .number(let number): number.plain(decimals: decimals)
    }
  }
}

extension Double {
  /// The number without groups or exponent, with so many digits after the point, the half rounded away from zero.
  func plain(decimals: Int) -> String {
    guard isFinite, magnitude < 1e15 else { return "" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((self * scale).rounded())
    guard decimals > 0 else { return String(scaled) }
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    let fraction = String(rest)
    return (scaled < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
