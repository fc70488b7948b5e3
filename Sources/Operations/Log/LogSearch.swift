import GRDB

/// What is typed to search the log, as the index of words understands it.
enum LogSearch {
  /// As many words that begin like the last one typed are looked up one by one.
  private static let mostBeginnings = 50

  /// The words as typed as a full-text expression: all of them, the last as a beginning. Every word is quoted, so that
  /// nothing typed is taken for an operator.
  ///
  /// - Returns: nil when there is no word, which asks for nothing in particular.
  static func matchExpression(_ typed: String, in db: Database) throws -> String? {
    var words = typed.split(whereSeparator: \.isWhitespace)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { $0.filter { $0 != "\"" && $0 != "\0" } }
    guard let last = words.popLast() else { return nil }
    let choices = try beginnings(of: last, in: db)?.map(quoted).joined(separator: " OR ")
    let end = choices.map { "(\($0))" } ?? quoted(last) + "*"
    return (words.map(quoted) + [end]).joined(separator: " AND ")
  }

  /// The words in the index that begin with what was typed; nil when there are too many, or it is no single plain word.
  ///
  /// The index gathers all places of all words with a beginning before it hands out the first one; those of whole words
  /// it hands out one by one. A million entries with one word would cost as much as the page that is asked for is small.
  private static func beginnings(of typed: String, in db: Database) throws -> [String]? {
    guard typed.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
    let beginning = typed.lowercased()
    let statement = try db.cachedStatement(sql: "SELECT term FROM log_terms WHERE term >= ? LIMIT 1")
    var found: [String] = []
    var next = beginning
    while let word = try String.fetchOne(statement, arguments: [next]), word.hasPrefix(beginning) {
      guard found.count < mostBeginnings else { return nil }
      found.append(word)
      // No letter and no digit comes before this character.
      next = word + "\u{1}"
    }
    // What stands nowhere is asked for as it is, and finds nothing.
    return found.isEmpty ? [beginning] : found
  }

  private static func quoted(_ word: String) -> String { "\"\(word)\"" }
}
