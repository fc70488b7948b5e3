import Tables

extension FuzzTarget {
  /// Comma-separated values; the same rows or the same fault however the bytes are cut, and texts that can be written again.
  static let table = FuzzTarget(name: "table") { bytes in
    let bytes = Array(bytes)
    let whole = readInParts(bytes, step: max(1, bytes.count))
    demand(whole == readInParts(bytes, step: 7), "a cut between two bytes changes no row and no fault")
    guard let table = try? TextTable(bytes, separators: Array(",;\t|".utf8), limits: TableLimits()) else { return }
    demand(table.rows.allSatisfy { $0.range.upperBound <= bytes.count }, "a row stands within its table")
    let rows = [table.heading] + table.rows
    let written = rows.map { $0.fields.map(\.asField).joined(separator: ",") + "\n" }.joined()
    guard rows.allSatisfy({ $0.fields.contains { !$0.isEmpty } }),
      let again = try? TextTable(Array(written.utf8), limits: TableLimits(rowBytes: 1 << 24, fieldBytes: 1 << 24))
    else { return }
    demand(
      ([again.heading] + again.rows).map(\.fields) == rows.map(\.fields), "what is written is read again as it was")
  }
}

/// What a table that comes in parts gives: its rows, and the fault that ends them.
private struct Parts: Equatable {
  var rows: [[String]] = []
  var numbers: [Int] = []
  var code: TableFault.Code?
  var faultRow = 0
}

private func readInParts(_ bytes: [UInt8], step: Int) -> Parts {
  var (parts, rest, row) = (Parts(), [UInt8](), 0)
  let limits = TableLimits(rows: .max, columns: 64, rowBytes: 1024, fieldBytes: 256)
  for start in stride(from: 0, through: bytes.count, by: step) {
    let end = min(start + step, bytes.count)
    rest += bytes[start..<end]
    do throws(TableFault) {
      let used = try rest.withUnsafeBufferPointer { (part: UnsafeBufferPointer<UInt8>) throws(TableFault) in
        var cursor = TableCursor(
          part, separator: UInt8(ascii: ","), limits: limits, rowsBefore: row, bytesFollow: start + step <= bytes.count)
        while try cursor.nextRow() {
          parts.rows.append((0..<cursor.count).map { cursor[$0].looseText })
          parts.numbers.append(cursor.row)
        }
        row = cursor.row
        return cursor.place
      }
      rest.removeFirst(used)
    } catch {
      (parts.code, parts.faultRow) = (error.code, error.row)
      return parts
    }
  }
  return parts
}
