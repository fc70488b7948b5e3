import Foundation

/// A table of numbers and words between commas, read from its bytes without making strings.
struct CommaTable {
  private let bytes: [UInt8]

  /// Reads a file into memory.
  /// - Throws: `ScenarioError` when it cannot be read.
  init(path: String) throws {
    do {
      // A byte behind the end lets a number be read by what stops it.
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) + [0]
    } catch {
      throw ScenarioError(place: path, reason: "it cannot be read: \(error.localizedDescription)")
    }
  }

  init(text: String) { bytes = Array(text.utf8) + [0] }

  /// Hands on each row but the heading, with its number counted from 1; empty rows are left out.
  func forEachRow(_ body: (Int, Fields) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var (row, start) = (0, 0)
      var fields = Fields(bytes: bytes)
      let end = bytes.count - 1
      while start < end {
        fields.cut(from: start, end: end)
        start = fields.next
        row += 1
        if row > 1, !fields.isEmpty { try body(row, fields) }
      }
    }
  }

  /// The fields of one row.
  struct Fields {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var bounds: InlineArray<8, Range<Int>> = InlineArray(repeating: 0..<0)
    /// How many there are; of more than eight the rest is counted and not kept.
    private(set) var count = 0
    /// Where the next row begins.
    fileprivate private(set) var next = 0

    fileprivate init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isEmpty: Bool { count == 1 && bounds[0].isEmpty }

    fileprivate mutating func cut(from start: Int, end: Int) {
      (count, next) = (0, start)
      var first = start
      while next < end, bytes[next] != UInt8(ascii: "\n") {
        if bytes[next] == UInt8(ascii: ",") {
          keep(first..<next)
          first = next + 1
        }
        next += 1
      }
      let last = next > first && bytes[next - 1] == UInt8(ascii: "\r") ? next - 1 : next
      keep(first..<last)
      next += 1
    }

    private mutating func keep(_ range: Range<Int>) {
      if count < 8 { bounds[count] = range }
      count += 1
    }

    /// A field as a whole number of at most 18 digits.
    func whole(_ field: Int) -> Int? {
      guard field < min(count, 8), (1...18).contains(bounds[field].count) else { return nil }
      var value = 0
      for byte in bytes[bounds[field]] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }

    /// A field as a finite number.
    func number(_ field: Int) -> Double? {
      guard field < min(count, 8), let first = bytes[bounds[field]].first, first > 32 else { return nil }
      let start = bytes.baseAddress.map { UnsafeRawPointer($0 + bounds[field].lowerBound) }
      guard let start else { return nil }
      var stop: UnsafeMutablePointer<CChar>?
      let text = start.assumingMemoryBound(to: CChar.self)
      let value = strtod(text, &stop)
      guard let stop, UnsafePointer(stop) == text + bounds[field].count, value.isFinite else { return nil }
      return value
    }

    /// Whether a field is this word.
    func reads(_ field: Int, _ word: StaticString) -> Bool {
      guard field < min(count, 8), bounds[field].count == word.utf8CodeUnitCount else { return false }
      return word.withUTF8Buffer { $0.elementsEqual(bytes[bounds[field]]) }
    }
  }
}
