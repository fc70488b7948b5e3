/// One cell of a published table: a number, a mark that it is not available, or nothing. None of the three is another.
package enum StatisticFigure: Sendable, Hashable {
  /// A number that was published, which may be zero.
  case number(Double)
  /// Marked as not available, as the source does with `-`.
  case notAvailable
  /// An empty cell.
  case blank

  /// The number, or nil when there is none.
  package var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// As it stands in the ledger and in a table: `12`, `-` or nothing.
  package var text: String {
    switch self {
    case .number(let number): number == number.rounded() ? String(Int64(number)) : String(number)
    case .notAvailable: "-"
    case .blank: ""
    }
  }

  /// Reads what `text` writes; nil for all else.
  package init?(text: some StringProtocol) {
    switch text {
    case "": self = .blank
    case "-": self = .notAvailable
    default:
      guard let number = Double(text), Self.numbers.contains(number) else { return nil }
      self = .number(number)
    }
  }

  /// What a count of people, craft or cases can be.
  package static let numbers = 0.0...1e12
}

extension StatisticFigure: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let figure = StatisticFigure(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number, a dash or nothing")
    }
    self = figure
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
