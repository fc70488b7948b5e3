/// Reads tables of links with a heading: commas, semicolons, tabs or bars between fields, quoted where need be (RFC 4180).
struct TableReader: LinkReader {
  private let separator: UInt8
  private let columns: TableColumns
  private var cutter = LineCutter()
  private var builder: NetworkBuilder
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
    // The cutter and what it hands on to are parts of one value; each is taken out for the time.
    var cutter = cutter
    defer { self.cutter = cutter }
    try cutter.take(chunk) { (line, row) throws(GraphFault) in try read(line, row) }
  }

  mutating func finish() throws(GraphFault) -> Network {
    var cutter = cutter
    try cutter.finish { (line, row) throws(GraphFault) in try read(line, row) }
    return try builder.finish()
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ row: Int) throws(GraphFault) {
    if line.allSatisfy({ $0 <= 32 }) {
      builder.notes.silentRows += 1
      return
    }
    let fields = try Self.fields(of: line, separator, row: row)
    guard let places else { return try begin(fields, row) }
    let needed = max(places.source, places.target)
    guard fields.count > needed else {
      throw GraphFault(
        .badRow, row: row,
        "the row has \(fields.count) of the heading's \(places.count) fields; both ends must be there")
    }
    builder.notes.rows += 1
    let weight = try weight(fields, row)
    let kind = try builder.kind(places.kind.flatMap { field($0, fields).map(UTF8Text.string) } ?? "", row: row)
    let source = try node(fields[places.source], row)
    let target = try node(fields[places.target], row)
    try builder.add(source, target, weight: weight, kind: kind, time: time(fields, row), row: row)
  }

  private func field(_ place: Int, _ fields: [ArraySlice<UInt8>]) -> ArraySlice<UInt8>? {
    place < fields.count && !fields[place].isEmpty ? fields[place] : nil
  }

  private mutating func node(_ name: ArraySlice<UInt8>, _ row: Int) throws(GraphFault) -> UInt32 {
    try name.withUnsafeBufferPointer { (name: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      try builder.node(name, row: row)
    }
  }

  private func weight(_ fields: [ArraySlice<UInt8>], _ row: Int) throws(GraphFault) -> Float {
    guard let place = places?.weight, let field = field(place, fields) else { return 1 }
    guard let weight = DecimalNumber.value(UTF8Text.string(field)) else {
      throw GraphFault(.badWeight, row: row, "the weight is no number")
    }
    return Float(weight)
  }

  private mutating func time(_ fields: [ArraySlice<UInt8>], _ row: Int) -> Int64 {
    guard let place = places?.time, let field = field(place, fields) else { return LinkTable.unknownTime }
    if let seconds = Moment.seconds(field) { return seconds }
    builder.notes.unreadTimes.add(row: row)
    return LinkTable.unknownTime
  }

  private mutating func begin(_ fields: [ArraySlice<UInt8>], _ row: Int) throws(GraphFault) {
    let names = fields.map { UTF8Text.string($0).lowercased() }
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

  /// The fields of a line, without blanks around them and without their quotes.
  static func fields(
    of line: UnsafeBufferPointer<UInt8>, _ separator: UInt8, row: Int
  ) throws(GraphFault) -> [ArraySlice<UInt8>] {
    var fields = [ArraySlice<UInt8>]()
    var field = [UInt8]()
    var (isQuoted, hasQuotes) = (false, false)
    for byte in line {
      if byte == 34 {
        // A quote within quotes is written twice.
        if !isQuoted, hasQuotes { field.append(34) }
        isQuoted.toggle()
        hasQuotes = true
      } else if byte == separator && !isQuoted {
        fields.append(trimmed(field))
        field.removeAll(keepingCapacity: true)
        hasQuotes = false
        guard fields.count < GraphLimits.mostColumns else {
          throw GraphFault(.limit, row: row, "more than \(GraphLimits.mostColumns) fields")
        }
      } else {
        field.append(byte)
      }
    }
    guard !isQuoted else { throw GraphFault(.badSyntax, row: row, "a quote is not closed on its line") }
    fields.append(trimmed(field))
    return fields
  }

  private static func trimmed(_ field: [UInt8]) -> ArraySlice<UInt8> {
    let start = field.drop { $0 <= 32 }
    return start[start.startIndex..<((start.lastIndex { $0 > 32 }).map { $0 + 1 } ?? start.startIndex)]
  }
}
