/// The tag block that was read last: receivers write the same second and station in front of many sentences.
struct TagBlockMemory: Sendable {
  /// The longest tag block that is kept; IEC 61162-450 allows 80 bytes.
  static let bytesMost = 96

  private var bytes: [UInt8] = []
  private var block = TagBlock(UnsafeRawBufferPointer(start: nil, count: 0))

  /// Reads what stands between the two backslashes.
  mutating func read(_ text: UnsafeRawBufferPointer) -> TagBlock {
    if text.count == bytes.count, bytes.withUnsafeBytes({ $0.holdsSame(as: text) }) { return block }
    let read = TagBlock(text)
    if text.count <= Self.bytesMost {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: text)
      block = read
    }
    return read
  }
}
