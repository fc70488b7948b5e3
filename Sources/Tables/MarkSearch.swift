/// Finds what ends a field, in order: the separator, and bytes below 14, among which are line ends.
///
/// Eight bytes are looked at together, and each that was found is told before more are read.
/// Source: Henry S. Warren, Hacker's Delight, 2nd edition, section 6-1, in the form that is exact for every byte.
struct MarkSearch {
  private let bytes: UnsafeRawBufferPointer
  private let reach: Int
  private let separators: UInt64
  /// Where the eight bytes in hand begin.
  private var start: Int
  /// The highest bit of each of them that is a mark and was not told yet.
  private var found: UInt64 = 0

  private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  /// What lifts a byte of 14 or more to its highest bit.
  private static let lift: UInt64 = 0x7272_7272_7272_7272

  /// A search from a place up to `reach`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, from place: Int, upTo reach: Int) {
    (self.bytes, self.reach, start) = (UnsafeRawBufferPointer(bytes), reach, place)
    separators = 0x0101_0101_0101_0101 &* UInt64(separator)
    look()
  }

  /// Goes to a place, behind which the next mark is looked for.
  @inline(__always)
  mutating func go(to place: Int) {
    start = place
    look()
  }

  /// The next mark, or `reach`.
  @inline(__always)
  mutating func next() -> Int {
    while found == 0 {
      start &+= 8
      guard start < reach else { return reach }
      look()
    }
    let place = start &+ found.trailingZeroBitCount / 8
    found &= found &- 1
    return place
  }

  @inline(__always)
  private mutating func look() {
    let word = start &+ 8 <= reach ? bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian : lastWord
    let apart = word ^ separators
    let others = (apart & Self.lowBits &+ Self.lowBits | apart) & (word & Self.lowBits &+ Self.lift | word)
    found = ~others & ~Self.lowBits
  }

  /// The last few bytes, with none behind them that is a mark.
  private var lastWord: UInt64 {
    var word: UInt64 = .max
    for place in stride(from: reach - 1, through: start, by: -1) { word = word << 8 | UInt64(bytes[place]) }
    return word
  }
}
