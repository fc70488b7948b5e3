import Geodesy

/// Reads detections from a table with a head (RFC 4180), with comma, semicolon or tab between its fields.
struct DetectionTable: Sendable {
  private let limits: DetectionDecoder.Limits
  private var lines: LineReader
  private var lineNumber = 0
  private var separator = UInt8(ascii: ",")
  /// What each column was taken for, once the head was read.
  private(set) var columns: [DetectionDecoder.Column] = []
  private var isUsable = false
  /// The lines of a row that began in quotes, with the number and offset of the first.
  private var open: [(bytes: [UInt8], number: Int, offset: Int)] = []

  init(limits: DetectionDecoder.Limits) {
    self.limits = limits
    lines = LineReader(limit: limits.lineBytes)
  }

  mutating func consume(
    _ chunk: UnsafeRawBufferPointer, _ tally: inout DetectionTally, _ body: (DetectionRow) -> Void
  ) {
    var lines = LineReader(limit: 1)
    swap(&lines, &self.lines)
    lines.consume(chunk) { take($0, &tally, body) }
    swap(&lines, &self.lines)
  }

  mutating func finish(_ tally: inout DetectionTally, _ body: (DetectionRow) -> Void) {
    var lines = LineReader(limit: 1)
    swap(&lines, &self.lines)
    lines.finish { take($0, &tally, body) }
    swap(&lines, &self.lines)
    while !open.isEmpty { giveUpFirstLine(.unfinished, &tally, body) }
  }

  private mutating func take(_ line: LineReader.Line, _ tally: inout DetectionTally, _ body: (DetectionRow) -> Void) {
    lineNumber += 1
    guard line.bytes.count <= limits.lineBytes else {
      tally.refuse(.tooLong, row: lineNumber, offset: line.offset, line.bytes, body)
      return
    }
    let bytes = line.bytes.last == UInt8(ascii: "\r") ? line.bytes.slice(0, line.bytes.count - 1) : line.bytes
    take(bytes, number: lineNumber, offset: line.offset, &tally, body)
  }

  /// Reads a line that is a row, or adds it to the row that began in quotes.
  private mutating func take(
    _ line: UnsafeRawBufferPointer, number: Int, offset: Int, _ tally: inout DetectionTally,
    _ body: (DetectionRow) -> Void
  ) {
    if open.isEmpty, let fields = Fields(line, separator, most: limits.columns) {
      read(fields, number: number, offset: offset, line, &tally, body)
    } else {
      open.append((Array(line), number, offset))
      readOpenRow(&tally, body)
    }
  }

  /// Reads the row that began in quotes, if it is whole now.
  private mutating func readOpenRow(_ tally: inout DetectionTally, _ body: (DetectionRow) -> Void) {
    guard let first = open.first else { return }
    let row = Array(open.map(\.bytes).joined(separator: [0x0A]))
    let fields = row.withUnsafeBytes { Fields($0, separator, most: limits.columns) }
    if let fields, fields.values.count == columns.count || open.count == 1 {
      open = []
      row.withUnsafeBytes { read(fields, number: first.number, offset: first.offset, $0, &tally, body) }
    } else if fields != nil || open.count >= limits.rowLines || row.count > limits.lineBytes {
      giveUpFirstLine(.wrongFieldCount, &tally, body)
    }
  }

  /// A quote that is never closed costs its line; those behind it are read anew.
  private mutating func giveUpFirstLine(
    _ reason: DetectionRefusal, _ tally: inout DetectionTally, _ body: (DetectionRow) -> Void
  ) {
    var rest = open
    open = []
    let first = rest.removeFirst()
    first.bytes.withUnsafeBytes { tally.refuse(reason, row: first.number, offset: first.offset, $0, body) }
    // Each call gives up a line for good, so that these calls within calls are no deeper than a row has lines.
    for line in rest {
      line.bytes.withUnsafeBytes { take($0, number: line.number, offset: line.offset, &tally, body) }
    }
  }

  private mutating func read(
    _ fields: Fields, number: Int, offset: Int, _ bytes: UnsafeRawBufferPointer, _ tally: inout DetectionTally,
    _ body: (DetectionRow) -> Void
  ) {
    if fields.isBlank { return }
    if columns.isEmpty {
      readHead(bytes)
      if !isUsable { tally.refuse(.noColumns, row: number, offset: offset, bytes, body) }
      return
    }
    do throws(DetectionRefusal) {
      guard isUsable else { throw .noColumns }
      guard fields.values.count == columns.count else { throw .wrongFieldCount }
      var values = DetectionValues()
      values.assumesUTC = limits.assumesUTC
      values.hasDecimalComma = separator != UInt8(ascii: ",")
      for (column, value) in zip(columns, fields.values) {
        if let item = column.item { values.put(.text(value), as: item) }
      }
      tally.accept(try values.detection(), row: number, body)
    } catch {
      tally.refuse(error, row: number, offset: offset, bytes, body)
    }
  }

  /// Takes the separator that the head has most of, and guesses what each column is; of two for one item the first counts.
  private mutating func readHead(_ bytes: UnsafeRawBufferPointer) {
    let head = bytes.starts(with: DetectionDecoder.orderMark) ? bytes.slice(3, bytes.count) : bytes
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = marks.map { mark in head.count { $0 == mark } }
    if let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > counts[0] {
      separator = marks[most]
    }
    guard let fields = Fields(head, separator, most: limits.columns) else { return }
    var seen = Set<DetectionItem>()
    columns = fields.values.map { name in
      let item = DetectionItem(guessing: name)
      return DetectionDecoder.Column(name: name, item: item.flatMap { seen.insert($0).inserted ? $0 : nil })
    }
    isUsable = seen.isSuperset(of: [.time, .latitude, .longitude])
  }
}

/// The fields of one row, with their quotes taken off.
private struct Fields {
  private(set) var values: [String] = []
  /// Whether the row is empty.
  var isBlank: Bool { values.count == 1 && values[0].allSatisfy(\.isWhitespace) }

  /// Nil when the row ends in quotes.
  init?(_ row: UnsafeRawBufferPointer, _ separator: UInt8, most: Int) {
    var start = 0
    while true {
      if start < row.count, row[start] == UInt8(ascii: "\"") {
        guard let end = readQuoted(row, from: start + 1, separator) else { return nil }
        start = end
      } else {
        let end = row.firstOffset(of: separator, from: start) ?? row.count
        values.append(String(decoding: row.slice(start, end), as: UTF8.self))
        start = end
      }
      // One more than the limit tells that there are too many.
      guard start < row.count, values.count <= most else { return }
      start += 1
    }
  }

  /// Reads a field in quotes; returns where the separator behind it stands, or nil when the quotes are not closed.
  private mutating func readQuoted(_ row: UnsafeRawBufferPointer, from start: Int, _ separator: UInt8) -> Int? {
    var text: [UInt8] = []
    var cursor = start
    while let quote = row.firstOffset(of: UInt8(ascii: "\""), from: cursor) {
      text.append(contentsOf: row.slice(cursor, quote))
      if quote + 1 < row.count, row[quote + 1] == UInt8(ascii: "\"") {
        text.append(UInt8(ascii: "\""))
        cursor = quote + 2
        continue
      }
      let end = row.firstOffset(of: separator, from: quote + 1) ?? row.count
      text.append(contentsOf: row.slice(quote + 1, end))
      values.append(String(decoding: text, as: UTF8.self))
      return end
    }
    return nil
  }
}
