import Foundation

/// A table of names: comma-separated values (RFC 4180) in UTF-8 under a heading, read whole.
struct NameTable {
  /// One row below the heading.
  struct Row {
    /// Counted from 1 with the heading, as spreadsheets do.
    let number: Int
    /// The bytes of the row as they stand in the file, without the end of the line.
    let bytes: ArraySlice<UInt8>
    fileprivate let fields: [Field]
  }

  fileprivate struct Field {
    let range: Range<Int>
    let hasDoubledQuotes: Bool
  }

  let path: String
  let heading: [String]
  /// The heading as it stands in the file.
  private(set) var headingBytes: ArraySlice<UInt8> = []
  private(set) var rows: [Row] = []
  private let bytes: [UInt8]

  static let mostBytes = 1 << 30
  static let longestFieldBytes = 1 << 16
  static let mostColumns = 256

  /// Reads a table that must have these columns.
  /// - Throws: `ScenarioError` with the row when it cannot be read, is not UTF-8, lacks a column, or a row does not
  ///   fit the heading.
  init(path: String, columns: [String]) throws {
    let data = try readWhole(path)
    guard data.count <= Self.mostBytes else { throw ScenarioError(place: path, reason: "it is larger than 1 GiB") }
    try self.init(path: path, bytes: [UInt8](data), columns: columns)
  }

  init(path: String, bytes: [UInt8], columns: [String]) throws {
    (self.path, self.bytes) = (path, bytes)
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = try Self.cut(bytes, &place, path, 1) else {
      throw ScenarioError(
        place: path, reason: "it is empty; a heading with \(columns.joined(separator: ",")) is expected")
    }
    heading = try first.fields.map { try Self.text(bytes, $0, path, 1) }
    headingBytes = first.bytes
    for column in columns {
      let count = heading.count { $0 == column }
      let there = heading.prefix(20).joined(separator: ", ").prefix(200)
      guard count > 0 else {
        throw ScenarioError(place: "\(path), row 1", reason: "the column \(column) is missing; there are: \(there)")
      }
      guard count == 1 else {
        throw ScenarioError(place: "\(path), row 1", reason: "the column \(column) stands there twice")
      }
    }
    var number = 1
    while let row = try Self.cut(bytes, &place, path, number + 1) {
      number += 1
      if row.bytes.isEmpty { continue }
      guard row.fields.count == heading.count else {
        throw ScenarioError(
          place: "\(path), row \(number)", reason: "it has \(row.fields.count) fields and the heading \(heading.count)")
      }
      rows.append(row)
    }
  }

  /// A field of a row.
  /// - Throws: `ScenarioError` with row and byte when it is not UTF-8.
  func text(_ row: Row, _ column: String) throws -> String {
    guard let index = heading.firstIndex(of: column) else { return "" }
    return try Self.text(bytes, row.fields[index], path, row.number)
  }

  private static func text(_ bytes: [UInt8], _ field: Field, _ path: String, _ row: Int) throws -> String {
    guard let text = String(validating: bytes[field.range], as: UTF8.self) else {
      // The longest beginning that is UTF-8 ends before the bad byte.
      let good = field.range.reversed().first {
        String(validating: bytes[field.range.lowerBound..<$0], as: UTF8.self) != nil
      }
      throw ScenarioError(
        place: "\(path), row \(row)", reason: "byte \((good ?? field.range.lowerBound) + 1) of the file is not UTF-8")
    }
    return field.hasDoubledQuotes ? text.replacingOccurrences(of: "\"\"", with: "\"") : text
  }

  /// Cuts the next row; nil at the end.
  private static func cut(_ bytes: [UInt8], _ place: inout Int, _ path: String, _ number: Int) throws -> Row? {
    guard place < bytes.count else { return nil }
    let start = place
    var fields: [Field] = []
    while true {
      fields.append(try cutField(bytes, &place, path, number))
      guard fields.count <= mostColumns else {
        throw ScenarioError(place: "\(path), row \(number)", reason: "it has more than \(mostColumns) fields")
      }
      if place < bytes.count, bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      let end = place
      if place < bytes.count, bytes[place] == 13 { place += 1 }
      if place < bytes.count, bytes[place] == 10 { place += 1 }
      return Row(number: number, bytes: bytes[start..<end], fields: fields)
    }
  }

  private static func cutField(_ bytes: [UInt8], _ place: inout Int, _ path: String, _ number: Int) throws -> Field {
    let start = place
    func checked(_ range: Range<Int>, doubled: Bool) throws -> Field {
      guard range.count <= longestFieldBytes else {
        throw ScenarioError(
          place: "\(path), row \(number)", reason: "a field is longer than \(longestFieldBytes) bytes")
      }
      return Field(range: range, hasDoubledQuotes: doubled)
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != 10, bytes[place] != 13 {
        place += 1
      }
      return try checked(start..<place, doubled: false)
    }
    place += 1
    var hasDoubled = false
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else { break }
        hasDoubled = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else {
      throw ScenarioError(place: "\(path), row \(number)", reason: "a quotation mark is opened and never closed")
    }
    let field = try checked(start + 1..<place, doubled: hasDoubled)
    place += 1
    guard place == bytes.count || [10, 13, UInt8(ascii: ",")].contains(bytes[place]) else {
      throw ScenarioError(place: "\(path), row \(number)", reason: "text follows a closing quotation mark")
    }
    return field
  }
}
