/// Reads the numbers of SMPTE ST 336 from bytes, and never beyond them.
///
/// Every byte of a key, a length or a value passes through here. Whatever does not fit answers nil and moves nothing.
struct KLVReader {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private(set) var offset: Int

  /// A reader of the bytes between two offsets, held inside them.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.end = min(max(0, end ?? bytes.count), bytes.count)
    offset = min(max(0, start), self.end)
  }

  /// How many bytes are left.
  var rest: Int { end &- offset }

  /// The next byte.
  @inline(__always)
  mutating func byte() -> UInt8? {
    guard offset < end else { return nil }
    defer { offset &+= 1 }
    return bytes[offset]
  }

  /// A length by the basic encoding rules (ISO/IEC 8825-1, 8.1.3): one byte below 128, else the count of bytes that hold
  /// it, eight at most. The indefinite form is none of ST 336 and answers nil.
  @inline(__always)
  mutating func length() -> Int? {
    guard offset < end else { return nil }
    let first = bytes[offset]
    if first < 0x80 {
      offset &+= 1
      return Int(first)
    }
    let count = Int(first & 0x7F)
    guard 1...8 ~= count, offset &+ count < end else { return nil }
    let value = bytes.unsigned(offset &+ 1, count)
    guard value <= UInt64(Int32.max) else { return nil }
    offset &+= count &+ 1
    return Int(value)
  }

  /// A number as a base-128 object identifier part (ISO/IEC 8825-1, 8.19.2), in which local sets count their items: seven
  /// bits a byte, four bytes at most.
  @inline(__always)
  mutating func objectIdentifier() -> Int? {
    guard offset < end else { return nil }
    var value = 0
    var next = offset
    while next < min(end, offset &+ 4) {
      let byte = bytes[next]
      next &+= 1
      value = value &<< 7 | Int(byte & 0x7F)
      if byte < 0x80 {
        offset = next
        return value
      }
    }
    return nil
  }

  /// The next bytes as one unsigned number, the highest first; at most eight.
  @inline(__always)
  mutating func unsigned(_ count: Int) -> UInt64? {
    guard 0...8 ~= count, count <= rest else { return nil }
    defer { offset &+= count }
    return bytes.unsigned(offset, count)
  }

  /// The next bytes by themselves.
  mutating func slice(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= rest else { return nil }
    defer { offset &+= count }
    return bytes.slice(offset, offset &+ count)
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes at an offset as one unsigned number, the highest first; bytes that are not there are not read.
  @inline(__always)
  func unsigned(_ start: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    let first = Swift.min(Swift.max(0, start), self.count)
    for index in first..<Swift.max(first, Swift.min(self.count, start &+ count)) {
      value = value &<< 8 | UInt64(self[index])
    }
    return value
  }

  /// The bytes at an offset as one signed number in two's complement, the highest first.
  @inline(__always)
  func signed(_ start: Int, _ count: Int) -> Int64 {
    guard 1...8 ~= count else { return 0 }
    let shift = UInt64(64 &- 8 &* count)
    return Int64(bitPattern: unsigned(start, count) &<< shift) &>> Int64(shift)
  }
}
