/// Cuts the bytes of one sender at line ends, so that lines of several senders never mix in one feed.
struct LineFramer {
  private static let lineFeed: UInt8 = 0x0A
  private let lineBytesMost: Int
  private var rest: [UInt8] = []
  /// Lines cut apart because they were too long.
  private(set) var linesCut: Int64 = 0

  init(lineBytesMost: Int) {
    self.lineBytesMost = max(1, lineBytesMost)
  }

  /// Takes bytes and returns all that ends with a line end, which may be nothing.
  mutating func add(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let checked = rest.count
    rest.append(contentsOf: bytes)
    if let last = rest[checked...].lastIndex(of: Self.lineFeed) {
      let whole = Array(rest[...last])
      rest.removeSubrange(...last)
      return whole
    }
    guard rest.count > lineBytesMost else { return [] }
    linesCut += 1
    return finish()
  }

  /// Returns what is left, closed with a line end; empty when nothing is left.
  mutating func finish() -> [UInt8] {
    guard !rest.isEmpty else { return [] }
    defer { rest = [] }
    return rest + [Self.lineFeed]
  }
}
