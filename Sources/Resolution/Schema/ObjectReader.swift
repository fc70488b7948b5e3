import Foundation
import Tables

/// Reads JSON Lines into a table: flat objects, or entities of FollowTheMoney with their lists of values.
///
/// Several values of one property are kept together, apart by the unit separator; a comparison takes the best of them.
struct ObjectReader {
  /// What stands between several values of one property: the unit separator of ASCII.
  static let unitSeparator: UInt8 = 0x1F
  private let limits: ResolutionLimits
  private let bytes: UnsafeBufferPointer<UInt8>
  private let progress: (Double) -> Void

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ResolutionLimits, progress: @escaping (Double) -> Void) {
    self.bytes = bytes
    self.limits = limits
    self.progress = progress
  }

  /// All records.
  /// - Throws: `ResolutionFault` with the line and the byte of what cannot be read.
  func table() throws(ResolutionFault) -> RecordTable {
    var headings = [String]()
    var places = [String: Int]()
    var isMoney = false
    try forEachObject { object, _ throws(ResolutionFault) in
      isMoney = isMoney || object["schema"] is String && object["properties"] is [String: Any]
      for name in names(in: object) where places[name] == nil {
        places[name] = headings.count
        headings.append(name)
      }
      guard headings.count <= limits.columns else {
        throw ResolutionFault(.tooMany, "There are more than \(limits.columns) properties.")
      }
    }
    guard !headings.isEmpty else { throw ResolutionFault(.empty, "There is no record to read.") }
    var table = RecordTable(headings: headings)
    try forEachObject { object, row throws(ResolutionFault) in
      guard table.count < limits.records else {
        throw ResolutionFault(.tooMany, "There are more than \(limits.records) records.", row: row)
      }
      let values = values(in: object)
      for (column, heading) in headings.enumerated() {
        let value = [UInt8]((values[heading] ?? "").utf8)
        guard value.count <= limits.valueBytes else {
          throw ResolutionFault(.tooLong, "\(heading) is longer than \(limits.valueBytes) bytes.", row: row)
        }
        guard value.withUnsafeBufferPointer({ table.put(column, $0.trimmed) }) else {
          throw ResolutionFault(.tooMany, "\(heading) holds more than 4 GB of values.", row: row)
        }
      }
      table.endRow(filled: headings.count)
    }
    if isMoney { table.notices.append(TableNotice(what: "read as FollowTheMoney entities", firstRow: nil, count: 1)) }
    return table
  }

  private func forEachObject(_ body: ([String: Any], Int) throws(ResolutionFault) -> Void) throws(ResolutionFault) {
    var (start, row) = (0, 0)
    while start < bytes.count {
      row += 1
      if row & 0xFFF == 0 { progress(Double(start) / Double(bytes.count)) }
      let reach = bytes[start...].prefix(limits.rowBytes + 1)
      let end = reach.firstIndex(of: UInt8(ascii: "\n")) ?? reach.endIndex
      guard end - start <= limits.rowBytes else {
        throw ResolutionFault(
          .tooLong, "The line is longer than \(limits.rowBytes) bytes; one record stands on one line.", row: row,
          byte: start)
      }
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end]).trimmed
      if !line.isEmpty {
        let object = try? JSONSerialization.jsonObject(with: Data(line))
        guard let object = object as? [String: Any] else {
          throw ResolutionFault(.malformed, "The line is no JSON object.", row: row, byte: start)
        }
        try body(object, row)
      }
      start = end + 1
    }
  }

  private func names(in object: [String: Any]) -> [String] {
    guard let properties = object["properties"] as? [String: Any] else { return object.keys.sorted() }
    return object.keys.filter { $0 != "properties" }.sorted() + properties.keys.sorted()
  }

  private func values(in object: [String: Any]) -> [String: String] {
    var values = object
    if let properties = values.removeValue(forKey: "properties") as? [String: Any] {
      values.merge(properties) { top, _ in top }
    }
    return values.compactMapValues { text(of: $0) }
  }

  private func text(of value: Any) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    case let list as [Any]: list.compactMap { text(of: $0) }.joined(separator: "\u{1F}")
    default: nil
    }
  }
}
