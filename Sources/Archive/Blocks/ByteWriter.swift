/// Collects bytes: whole numbers as little-endian groups of seven bits, small ones short.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number that may be negative; numbers near zero stay short (…−2, −1, 0, 1, 2… become 3, 1, 0, 2, 4).
  mutating func append(signed value: Int64) {
    append(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func append(raw: some Collection<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
