import Foundation
import Tables

/// A table of numbers and words between commas, read from its bytes without making strings.
struct CommaTable {
  private let path: String
  private let bytes: [UInt8]

  /// Reads a file into memory.
  /// - Throws: `ScenarioError` when it cannot be read.
  init(path: String) throws {
    // A byte behind the end lets a number be read by what stops it.
    bytes = [UInt8](try readWhole(path)) + [0]
    self.path = path
  }

  init(text: String) { (path, bytes) = ("", Array(text.utf8) + [0]) }

  /// Hands on each row but the heading, with its number counted from 1; empty rows are left out.
  /// - Throws: `ScenarioError` with the row that is no row of a table, and what the body throws.
  func forEachRow(_ body: (Int, borrowing TableCursor) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var cursor = TableCursor(UnsafeBufferPointer(rebasing: bytes.dropLast()), limits: TableLimits())
      do {
        _ = try cursor.nextRow()
        while try cursor.nextRow() { try body(cursor.row, cursor) }
      } catch let fault as TableFault {
        throw ScenarioError(place: fault.place(in: path), reason: fault.reason)
      }
    }
  }
}

extension TableCursor {
  /// A field as a whole number of at most 18 digits.
  func whole(_ field: Int) -> Int? {
    guard field < count, (1...18).contains(self[field].raw.count) else { return nil }
    var value = 0
    for byte in self[field].raw {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// A field as a finite number.
  func number(_ field: Int) -> Double? {
    guard field < count, let first = self[field].raw.first, first > 32 else { return nil }
    let raw = UnsafeRawBufferPointer(self[field].raw)
    guard let text = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
    var stop: UnsafeMutablePointer<CChar>?
    let value = strtod(text, &stop)
    guard let stop, UnsafePointer(stop) == text + raw.count, value.isFinite else { return nil }
    return value
  }

  /// Whether a field is this word.
  func reads(_ field: Int, _ word: StaticString) -> Bool {
    guard field < count, self[field].raw.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(self[field].raw) }
  }
}
