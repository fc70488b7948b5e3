import Foundation

/// Cuts a file into rows with named fields (RFC 4180, or JSON Lines); what cannot be cut is handed on as it is, with the reason.
enum RowReader {
  struct Fields {
    /// What stands under names that are known.
    var known: [String: String] = [:]
    /// What stands under others, with the name before it.
    var rest: [String] = []
  }

  struct Record {
    enum Content {
      case fields(Fields)
      case unreadable
    }

    let line: Int
    let text: String
    let content: Content
    let reason: String?
  }

  /// The most columns that a table has.
  static let mostColumns = 100
  /// The most lines that a row in quotes goes over.
  static let mostLines = 100

  static func records(of bytes: [UInt8]) -> [Record] {
    let lines = lines(of: bytes)
    guard let first = lines.first(where: { !$0.text.isBlank }) else { return [] }
    let isObjects = first.text.drop { $0.isWhitespace }.first == "{"
    return isObjects ? lines.filter { !$0.text.isBlank }.map(object) : table(lines)
  }

  // MARK: Lines

  private struct Line {
    let number: Int
    let text: String
  }

  /// The lines as text: UTF-8 where it is, else Latin-1, in which every byte means something.
  private static func lines(of bytes: [UInt8]) -> [Line] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { index, line in
      let line = line.last == 0x0D ? line.dropLast() : line
      let text =
        String(validating: line, as: UTF8.self) ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
      return Line(number: index + 1, text: text)
    }
  }

  // MARK: JSON Lines

  /// A value of an object, with truth told from numbers.
  private enum Word: Decodable {
    case text(String)
    case object([String: Word])
    case nothing

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .text(flag ? "yes" : "no")
      } else if let whole = try? value.decode(Int64.self) {
        self = .text(String(whole))
      } else if let number = try? value.decode(Double.self) {
        self = .text(String(number))
      } else if let text = try? value.decode(String.self) {
        self = text.isBlank ? .nothing : .text(text)
      } else if let object = try? value.decode([String: Word].self) {
        self = .object(object)
      } else if let list = try? value.decode([Word].self) {
        self = .text(list.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: ", "))
      } else {
        self = .nothing
      }
    }
  }

  private static func object(_ line: Line) -> Record {
    guard let object = try? JSONDecoder().decode([String: Word].self, from: Data(line.text.utf8)) else {
      return Record(line: line.number, text: line.text, content: .unreadable, reason: "it is no JSON object")
    }
    var fields = Fields()
    flatten(object, into: &fields, under: nil)
    return Record(line: line.number, text: line.text, content: .fields(fields), reason: nil)
  }

  /// Values within values count by their own names, so that what the interface takes is read here too.
  private static func flatten(_ object: [String: Word], into fields: inout Fields, under parent: String?) {
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .object(let inner) where name == "bearing": put(line(inner), name, into: &fields)
      case .object(let inner): flatten(inner, into: &fields, under: name)
      case .text(let text): put(text, parent == "place" && name == "at" ? "positionAt" : name, into: &fields)
      case .nothing: break
      }
    }
  }

  /// A bearing as it is typed: `234 from 51.1 1.3`.
  private static func line(_ bearing: [String: Word]) -> String {
    func text(_ name: String) -> String {
      if case .text(let text)? = bearing[name] { text } else { "" }
    }
    return "\(text("degrees")) from lat \(text("latitude")) lon \(text("longitude"))"
  }

  // MARK: Tables

  private static func table(_ lines: [Line]) -> [Record] {
    var rows = quoted(lines)[...]
    guard let head = rows.popFirst() else { return [] }
    let separator =
      [Character(","), ";", "\t"].max { first, second in
        head.text.count { $0 == first } < head.text.count { $0 == second }
      } ?? ","
    guard let names = cells(head.text, separator), names.count <= mostColumns else {
      // Without a heading nobody knows what the rows say, and every one of them is kept.
      return ([head] + rows).map {
        Record(line: $0.number, text: $0.text, content: .unreadable, reason: "the heading cannot be read")
      }
    }
    return rows.filter { !$0.text.isBlank }.map { row in
      guard let values = cells(row.text, separator) else {
        return Record(line: row.number, text: row.text, content: .unreadable, reason: "a quote is not closed")
      }
      guard values.count == names.count else {
        let reason = "it has \(values.count) fields, the heading \(names.count)"
        return Record(line: row.number, text: row.text, content: .unreadable, reason: reason)
      }
      var fields = Fields()
      for (name, value) in zip(names, values) where !value.isBlank { put(value, name, into: &fields) }
      return Record(line: row.number, text: row.text, content: .fields(fields), reason: nil)
    }
  }

  /// Lines put together into rows: a quote that is open at the end of a line goes on in the next.
  private static func quoted(_ lines: [Line]) -> [Line] {
    var rows: [Line] = []
    var index = 0
    while index < lines.count {
      var text = lines[index].text
      var next = index + 1
      while text.count(where: { $0 == "\"" }) % 2 == 1, next < lines.count, next - index < mostLines {
        text += "\n" + lines[next].text
        next += 1
      }
      if text.count(where: { $0 == "\"" }) % 2 == 1 { (text, next) = (lines[index].text, index + 1) }
      rows.append(Line(number: lines[index].number, text: text))
      index = next
    }
    return rows
  }

  /// The fields of a row; nil when a quote is not closed.
  private static func cells(_ row: String, _ separator: Character) -> [String]? {
    var (cells, cell) = ([String](), "")
    var (isQuoted, wasQuote) = (false, false)
    for character in row {
      if wasQuote, character == "\"" {
        cell.append("\"")
        (isQuoted, wasQuote) = (true, false)
      } else if character == "\"" {
        wasQuote = isQuoted
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append(cell)
        (cell, wasQuote) = ("", false)
      } else {
        cell.append(character)
        wasQuote = false
      }
    }
    return isQuoted ? nil : cells + [cell]
  }

  private static func put(_ value: String, _ name: String, into fields: inout Fields) {
    if let known = ImportColumns.name(of: name), fields.known[known] == nil {
      fields.known[known] = value
    } else {
      fields.rest.append("\(name): \(value)")
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
