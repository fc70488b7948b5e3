extension String {
  /// The text without blanks at its ends.
  package var trimmingBlanks: String {
    // Most texts have none, and need no look at their characters.
    if let first = utf8.first, let last = utf8.last, 33...126 ~= first, 33...126 ~= last { return self }
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The text as a field of comma-separated values, in quotes where it must be (RFC 4180).
  package var asField: String {
    let mustBeQuoted = utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    return mustBeQuoted
      ? "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : self
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without blanks and control characters at their ends.
  @inline(__always)
  package var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, self[start] <= 32 { start += 1 }
    while end > start, self[end - 1] <= 32 { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
