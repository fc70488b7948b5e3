import Crypto
import Foundation
package import Geodesy

/// Reports out of a file: a table with a heading (CSV) or an object a line (JSON Lines).
///
/// Every row becomes a report. What of it is not understood is kept in words; a row that cannot be read at all is kept as it
/// was written, with the reason before it. A row has a name that follows from its bytes, so that a file that is handed in
/// again, by whomever, is taken once.
package struct ContactImport: Sendable {
  /// The largest file that is read, in bytes.
  package static let largestBytes = 16 << 20
  /// The most rows that are read.
  package static let mostRows = 20_000
  /// The longest piece of an unreadable row that one report keeps, in bytes; a longer one becomes several reports.
  static let pieceBytes = 3_000

  /// How the sources of such reports begin.
  static let sourcePrefix = "row:"

  /// One row as a report.
  package struct Row: Sendable {
    /// The line at which it begins, counted from 1.
    package let line: Int
    package let report: TakeContact
    /// Why it could not be read; nil when it was.
    package let reason: String?
    /// The row as it was written.
    let text: String
  }

  package let rows: [Row]

  /// Why a whole file is refused.
  package enum Fault: Error, Equatable {
    case empty
    case tooLarge
    case tooManyRows

    package var message: String {
      switch self {
      case .empty: "The file holds no row."
      case .tooLarge: "The file is larger than \(ContactImport.largestBytes >> 20) MiB; split it."
      case .tooManyRows: "The file has more than \(ContactImport.mostRows) rows; split it."
      }
    }
  }

  /// Reads a file.
  ///
  /// - Parameter channel: the road by which reports came that do not say.
  package init(
    _ bytes: [UInt8], now: Instant, context: PositionContext, channel: ContactStatement.Channel = .imported
  ) throws(Fault) {
    guard bytes.count <= Self.largestBytes else { throw .tooLarge }
    let records = RowReader.records(of: bytes)
    guard !records.isEmpty else { throw .empty }
    guard records.count <= Self.mostRows else { throw .tooManyRows }
    var seen: [String: Int] = [:]
    var rows: [Row] = []
    for record in records {
      seen[record.text, default: 0] += 1
      let name = Self.name(record.text, occurrence: seen[record.text] ?? 1)
      guard case .fields(let fields) = record.content else {
        rows += Self.kept(record.line, record.text, record.reason ?? "", name: name, channel)
        continue
      }
      let reading = ContactReading(now: now, context: context, usual: channel, rest: fields.rest) { fields.known[$0] }
      let report = TakeContact(
        reading.statement, words: reading.words, received: reading.received, source: name)
      rows.append(Row(line: record.line, report: report, reason: nil, text: record.text))
    }
    self.rows = rows
  }

  /// A row as it was written, for one whose values the desk cannot keep.
  package static func kept(_ row: Row, because reason: String) -> [TakeContact] {
    kept(row.line, row.text, reason, name: row.report.source ?? "", row.report.statement.channel).map(\.report)
  }

  private static func kept(
    _ line: Int, _ text: String, _ reason: String, name: String, _ channel: ContactStatement.Channel
  ) -> [Row] {
    let pieces = pieces(of: text)
    return pieces.indices.map { index in
      let part = pieces.count > 1 ? " (\(index + 1)/\(pieces.count))" : ""
      let words = ContactWords(text: "Line \(line)\(part): \(reason)\n\(pieces[index])")
      let source = index == 0 ? name : "\(name)-\(index + 1)"
      return Row(
        line: line, report: TakeContact(ContactStatement(channel), words: words, source: source), reason: reason,
        text: text)
    }
  }

  private static func pieces(of text: String) -> [String] {
    var (pieces, piece) = ([String](), "")
    for character in text {
      if piece.utf8.count + character.utf8.count > pieceBytes {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// The name of a row: of its text and of which of equal rows it is.
  private static func name(_ text: String, occurrence: Int) -> String {
    let hash = SHA256.hash(data: Data("\(occurrence)\n\(text)".utf8))
    return sourcePrefix + hash.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
