import Foundation

/// A small table with a heading, read whole, with the line of every row for messages.
struct NightTable {
  /// One row: its line in the file, counted from 1, and its fields.
  struct Row {
    let path: String
    let line: Int
    let fields: [String: String]

    /// A field, or nil when it is blank.
    func text(_ name: String) -> String? {
      guard let value = fields[name], !value.isEmpty else { return nil }
      return value
    }

    /// A field that must be there.
    func needed(_ name: String) throws -> String {
      guard let value = text(name) else { throw refused("\(name) is missing") }
      return value
    }

    /// A field as a finite number, or nil when it is blank.
    func number(_ name: String) throws -> Double? {
      guard let text = text(name) else { return nil }
      guard let value = Double(text), value.isFinite else { throw refused("\(name) is no number: \(text.prefix(40))") }
      return value
    }

    /// A field as a count from 0, or nil when it is blank.
    func count(_ name: String) throws -> Int? {
      guard let value = try number(name) else { return nil }
      guard value >= 0, value <= NightTable.greatestCount else {
        throw refused("\(name) is no count of people: \(value)")
      }
      return Int(value.rounded())
    }

    func refused(_ reason: String) -> NightError { NightError(place: "\(path), line \(line)", reason: reason) }
  }

  /// The rows below the heading.
  let rows: [Row]

  static let greatestCount = 1e9
  private static let greatestBytes = 64 << 20

  /// Reads a table that must have these columns.
  /// - Throws: `NightError` when it cannot be read, lacks a column, or a row has another number of fields.
  init(path: String, columns: [String]) throws {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw NightError(place: path, reason: "it cannot be read: \(error.localizedDescription)")
    }
    guard data.count <= Self.greatestBytes else { throw NightError(place: path, reason: "it is larger than 64 MiB") }
    let lines = String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.first, !first.isEmpty else { throw NightError(place: path, reason: "it has no heading") }
    let heading = Self.cut(first)
    if let missing = columns.first(where: { !heading.contains($0) }) {
      throw NightError(place: "\(path), line 1", reason: "the column \(missing) is missing")
    }
    rows = try lines.enumerated().dropFirst().compactMap { index, text in
      guard !text.isEmpty else { return nil }
      let fields = Self.cut(text)
      guard fields.count == heading.count else {
        throw NightError(
          place: "\(path), line \(index + 1)", reason: "it has \(fields.count) fields and the heading \(heading.count)")
      }
      return Row(
        path: path, line: index + 1, fields: Dictionary(zip(heading, fields), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func cut(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var characters = line.makeIterator()
    var pending = characters.next()
    while let character = pending {
      pending = characters.next()
      if character == "\"" {
        if isQuoted, pending == "\"" {
          field.append(character)
          pending = characters.next()
        } else {
          isQuoted.toggle()
        }
      } else if character == ",", !isQuoted {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    return fields + [field]
  }
}

/// What is wrong with a file of a night, and where.
struct NightError: Error, CustomStringConvertible {
  let place: String
  let reason: String

  var description: String { "\(place): \(reason)" }
}
