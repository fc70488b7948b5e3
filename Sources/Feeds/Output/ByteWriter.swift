/// A growing buffer of bytes that text is written into without making strings.
public struct ByteWriter: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// How many bytes have been written.
  public private(set) var count = 0

  /// An empty buffer with room for some bytes.
  public init(capacity: Int = 4_096) {
    self.capacity = max(64, capacity)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// The bytes as an array of their own.
  public var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: storage, count: count))
  }

  /// Hands the bytes to a closure without copying them.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: storage, count: count))
  }

  /// Forgets the bytes and keeps the room.
  public mutating func removeAll() { count = 0 }

  /// Forgets what was written after the first so many bytes.
  @inline(__always)
  mutating func cut(to length: Int) {
    if length < count { count = max(0, length) }
  }

  /// Writes text that is known when the program is built.
  @inline(__always)
  mutating func write(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    (storage + count).update(from: text.utf8Start, count: length)
    count &+= length
  }

  /// Writes one byte.
  @inline(__always)
  mutating func write(byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count &+= 1
  }

  /// Writes `true` or `false`.
  @inline(__always)
  mutating func write(_ flag: Bool) {
    if flag { write("true") } else { write("false") }
  }

  /// Writes an integer.
  @inline(__always)
  mutating func write(_ value: Int) {
    if value < 0 { write(byte: UInt8(ascii: "-")) }
    write(unsigned: value.magnitude)
  }

  /// Writes an identity without leading zeros.
  @inline(__always)
  mutating func write(_ value: UInt32) { write(unsigned: UInt(value)) }

  /// Makes sure that so many more bytes fit.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity {
      // Grown apart from `self`, so that the compiler may keep its fields in registers between two writes.
      (storage, capacity) = Self.grown(storage, count, capacity, more)
    }
  }

  @inline(__always)
  mutating func withRoom(_ most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(most)
    count &+= body(storage + count)
  }

  @inline(never)
  private static func grown(
    _ storage: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ more: Int
  ) -> (UnsafeMutablePointer<UInt8>, Int) {
    let larger = max(capacity * 2, count + more)
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    replacement.update(from: storage, count: count)
    storage.deallocate()
    return (replacement, larger)
  }
}
