/// Lists and tables of words as JSON (RFC 8259), for the columns of a view: a row is written for every entry, and a
/// general encoder takes longer for it than the database.
enum JSONWords {
  /// An array of strings.
  static func list(_ words: [String]) -> String {
    var text = "["
    for word in words {
      if text.utf8.count > 1 { text += "," }
      append(word, to: &text)
    }
    return text + "]"
  }

  /// An object of strings, in the order of its keys.
  static func object(_ words: [String: String]) -> String {
    if words.isEmpty { return "{}" }
    var text = "{"
    for (key, word) in words.sorted(by: { $0.key < $1.key }) {
      if text.utf8.count > 1 { text += "," }
      append(key, to: &text)
      text += ":"
      append(word, to: &text)
    }
    return text + "}"
  }

  private static func append(_ word: String, to text: inout String) {
    text += "\""
    if word.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      text += word
    } else {
      for scalar in word.unicodeScalars {
        switch scalar {
        case "\"", "\\": text += "\\\(scalar)"
        case "\u{0}"..."\u{1F}": text += "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
