/// Numbers as tables hold them.
enum DecimalNumber {
  /// The value of a text: with a point or a comma before the decimals, with blanks, points or commas between thousands;
  /// nil when it is no number. One comma with three digits behind it parts thousands, as in `1,250`.
  static func value(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace && $0 != "'" }
    if let value = Double(plain) { return value.isFinite ? value : nil }
    let (commas, points) = (plain.count { $0 == "," }, plain.count { $0 == "." })
    let decimal: Character? =
      switch (commas, points) {
      case (0, 2...): nil
      case (2..., 0): nil
      case (1, 0): plain.split(separator: ",").last?.count == 3 && !plain.hasPrefix("0") ? nil : ","
      default: plain.last { $0 == "," || $0 == "." }
      }
    var normal = ""
    for character in plain {
      if character == decimal {
        normal += "."
      } else if character != "," && character != "." {
        normal.append(character)
      }
    }
    return normal.count { $0 == "." } <= 1 ? Double(normal).flatMap { $0.isFinite ? $0 : nil } : nil
  }
}
