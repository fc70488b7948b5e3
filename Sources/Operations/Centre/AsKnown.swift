/// Which state of knowledge a question is put to: what is believed now, or what was believed after an entry.
package enum AsKnown: Hashable, Sendable {
  case now
  /// What was believed when the entry with this sequence had been appended and nothing after it.
  case sequence(Int64)

  /// The condition on a table with `believed_from` and `believed_to` that picks the rows believed then.
  ///
  /// - Parameter table: the table's name or alias with its full stop, or nothing.
  func condition(_ table: String = "") -> String {
    switch self {
    case .now:
      "\(table)believed_to IS NULL"
    case .sequence(let sequence):
      "(\(table)believed_from <= \(sequence) AND (\(table)believed_to IS NULL OR \(table)believed_to > \(sequence)))"
    }
  }

  /// The last sequence that counts; the greatest number for now.
  var lastSequence: Int64 {
    switch self {
    case .now: .max
    case .sequence(let sequence): sequence
    }
  }

  /// The last sequence that counts on a page of what came before another; sequences begin at 1, whatever is asked.
  func lastSequence(before sequence: Int64?) -> Int64 {
    min(lastSequence, sequence.map { max($0, 1) - 1 } ?? .max)
  }
}
