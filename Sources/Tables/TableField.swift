/// A field of a row as it stands in the bytes of a table.
package struct TableField {
  /// Its bytes without the quotes around it; quotes within it are still written twice.
  package let raw: UnsafeBufferPointer<UInt8>
  /// Whether quotes within it are written twice.
  package let hasDoubledQuotes: Bool

  /// Hands on its bytes, with each quote once.
  @inline(__always)
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard hasDoubledQuotes else { return try body(raw) }
    return try singleQuoted.withUnsafeBufferPointer(body)
  }

  /// Its text, or nil when it is not UTF-8.
  package var text: String? { withBytes { String(validating: $0, as: UTF8.self) } }

  /// Its text, of UTF-8 or Windows-1252.
  package var looseText: String { withBytes { UTF8Text.string($0) } }

  private var singleQuoted: [UInt8] {
    var bytes = [UInt8]()
    bytes.reserveCapacity(raw.count)
    var place = 0
    while place < raw.count {
      bytes.append(raw[place])
      place += raw[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return bytes
  }
}
