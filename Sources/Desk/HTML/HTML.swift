/// A piece of HTML that is safe to send: text can enter it only escaped.
///
/// A literal is markup. Everything interpolated into it is text and is escaped, unless it is HTML itself. There is no
/// initialiser from a `String`, so text from a feed or a person cannot become markup by accident.
///
/// Attribute values must stand between double quotes; the escaping covers those and element content, nothing else. No value
/// is ever interpolated into a script, a style, an attribute name or an unquoted attribute.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var text: String

  init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  init(stringInterpolation interpolation: StringInterpolation) {
    text = interpolation.text
  }

  /// Nothing at all.
  static let empty: HTML = ""

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    mutating func appendInterpolation(_ html: HTML) {
      text += html.text
    }

    mutating func appendInterpolation(_ html: HTML?) {
      text += html?.text ?? ""
    }

    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }

    mutating func appendInterpolation(_ plain: some StringProtocol) {
      HTML.escape(plain, into: &text)
    }

    mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += String(number)
    }
  }

  /// Appends `plain` with the five characters that HTML gives a meaning written as references.
  ///
  /// Control characters that HTML forbids become U+FFFD, so that no text can hide behind them.
  private static func escape(_ plain: some StringProtocol, into text: inout String) {
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t", "\r": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Sequence<HTML> {
  /// The pieces one after the other.
  func joined() -> HTML { "\(Array(self))" }
}
