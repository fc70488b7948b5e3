import Tables

/// Reads tables of links with a heading: commas, semicolons, tabs or bars between fields, quoted where need be (RFC 4180).
struct TableReader: LinkReader {
  private let separator: UInt8
  private let columns: TableColumns
  private var builder: NetworkBuilder
  /// Bytes of the row that goes on in the next chunk.
  private var rest = [UInt8]()
  private var rowsBefore = 0
  private var places: Places?

  /// Where the columns stand.
  private struct Places {
    var count: Int
    var source: Int
    var target: Int
    var weight: Int?
    var kind: Int?
    var time: Int?
  }

  init(separator: UInt8, columns: TableColumns, mostBytes: Int) {
    (self.separator, self.columns) = (separator, columns)
    builder = NetworkBuilder(mostBytes: mostBytes)
  }

  /// The separator of a first line that looks like the heading of a table, or nil.
  static func heading(of head: [UInt8]) -> UInt8? {
    let line = head.drop { $0 <= 32 }.prefix { $0 != 10 && $0 != 13 }
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")] where line.contains(separator) {
      return separator
    }
    let words = line.split { $0 == 9 || $0 == 32 }.map { UTF8Text.string($0).lowercased() }
    guard words.contains(where: TableColumns.sources.contains), words.contains(where: TableColumns.targets.contains)
    else { return nil }
    return line.contains(9) ? 9 : 32
  }

  mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault) {
    rest.append(contentsOf: chunk)
    try read(bytesFollow: true)
  }

  mutating func finish() throws(GraphFault) -> Network {
    try read(bytesFollow: false)
    return try builder.finish()
  }

  /// Reads the rows that are whole, and keeps the one that goes on in the next chunk.
  private mutating func read(bytesFollow: Bool) throws(GraphFault) {
    var bytes = [UInt8]()
    swap(&bytes, &rest)
    let place = try bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      var cursor = TableCursor(
        bytes, separator: separator, limits: .links, rowsBefore: rowsBefore, bytesFollow: bytesFollow)
      while try GraphFault.telling({ () throws(TableFault) in try cursor.nextRow() }) { try read(cursor) }
      builder.notes.silentRows += cursor.blankRows
      rowsBefore = cursor.row
      return cursor.place
    }
    bytes.removeSubrange(..<place)
    swap(&bytes, &rest)
  }

  private mutating func read(_ cursor: borrowing TableCursor) throws(GraphFault) {
    let row = cursor.row
    guard let places else { return try begin(cursor) }
    guard cursor.count > max(places.source, places.target) else {
      throw GraphFault(
        .badRow, row: row,
        "the row has \(cursor.count) of the heading's \(places.count) fields; both ends must be there")
    }
    builder.notes.rows += 1
    let weight = try weight(text(places.weight, cursor), row)
    let kind = try builder.kind(text(places.kind, cursor), row: row)
    let source = try node(cursor[places.source], row)
    let target = try node(cursor[places.target], row)
    let time = time(text(places.time, cursor), row)
    try builder.add(source, target, weight: weight, kind: kind, time: time, row: row)
  }

  /// The text in a column; empty where the row is short or the column is not there.
  private func text(_ place: Int?, _ cursor: borrowing TableCursor) -> String {
    guard let place, place < cursor.count else { return "" }
    return cursor[place].withBytes { UTF8Text.string($0.trimmed) }
  }

  private mutating func node(_ field: TableField, _ row: Int) throws(GraphFault) -> UInt32 {
    try field.withBytes { (name: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      try builder.node(name.trimmed, row: row)
    }
  }

  private func weight(_ text: String, _ row: Int) throws(GraphFault) -> Float {
    if text.isEmpty { return 1 }
    guard let weight = DecimalNumber.value(text) else {
      throw GraphFault(.badWeight, row: row, "the weight is no number")
    }
    return Float(weight)
  }

  private mutating func time(_ text: String, _ row: Int) -> Int64 {
    if text.isEmpty { return LinkTable.unknownTime }
    if let seconds = Moment.seconds(text.utf8) { return seconds }
    builder.notes.unreadTimes.add(row: row)
    return LinkTable.unknownTime
  }

  private mutating func begin(_ cursor: borrowing TableCursor) throws(GraphFault) {
    let row = cursor.row
    let names = (0..<cursor.count).map { text($0, cursor).lowercased() }
    func place(_ name: String?, _ guesses: [String]) throws(GraphFault) -> Int? {
      guard let name else { return guesses.lazy.compactMap { names.firstIndex(of: $0) }.first }
      if let place = names.firstIndex(of: name.lowercased()) { return place }
      throw GraphFault(.missingColumn, row: row, "a column that was named is not in the heading: \(list(names))")
    }
    guard let source = try place(columns.source, TableColumns.sources),
      let target = try place(columns.target, TableColumns.targets)
    else {
      throw GraphFault(
        .missingColumn, row: row,
        "the heading has no column for the two ends of a link (such as source and target); it has: \(list(names))")
    }
    let places = Places(
      count: names.count, source: source, target: target, weight: try place(columns.weight, TableColumns.weights),
      kind: try place(columns.kind, TableColumns.kinds), time: try place(columns.time, TableColumns.times))
    self.places = places
    let told = [
      ("from", source), ("to", target), ("weight", places.weight), ("kind", places.kind), ("time", places.time),
    ]
    builder.notes.format =
      "a table with "
      + told.compactMap { role, place in place.map { "\(role) = column \($0 + 1)" } }.joined(separator: ", ")
  }

  /// The first names of a heading, short enough for a message.
  private func list(_ names: [String]) -> String {
    names.prefix(12).map { String($0.prefix(24)) }.joined(separator: ", ")
  }
}

extension TableLimits {
  /// What a table of links or of what else is known of a network holds at most.
  static let links = TableLimits(
    rows: GraphLimits.mostLinks, columns: GraphLimits.mostColumns, rowBytes: GraphLimits.mostLineBytes,
    fieldBytes: GraphLimits.mostLineBytes)
}

extension GraphFault {
  /// Tells in the words of networks why a table is refused.
  static func telling<Result>(_ read: () throws(TableFault) -> Result) throws(GraphFault) -> Result {
    do throws(TableFault) {
      return try read()
    } catch {
      let code: Code =
        switch error.code {
        case .empty: .empty
        case .malformed: .badSyntax
        case .encoding: .badEncoding
        case .tooLong, .tooMany: .limit
        }
      throw GraphFault(code, row: error.row, error.reason)
    }
  }
}
