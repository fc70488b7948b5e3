import Tables

/// The distinct values of a column, each stored once as bytes and known by a number; 0 is the missing value.
struct ValuePool: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0, 0]
  /// An open-addressed table: the upper half of a slot is a hash, the lower half a number, and 0 is free.
  private var slots: [UInt64]

  /// How many numbers there are, the missing value among them.
  var count: Int { offsets.count - 1 }

  init() { slots = [UInt64](repeating: 0, count: 1 << 10) }

  /// The number of a value, which is added when it is new; nil when the pool has no room for it.
  @inline(__always)
  mutating func intern(_ value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !value.isEmpty else { return 0 }
    let hash = ByteHash.hash(value) >> 32
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash {
        let number = UInt32(truncatingIfNeeded: slots[slot])
        if equals(number, value) { return number }
      }
      slot = (slot + 1) & mask
    }
    return add(value, hash: hash, slot: slot)
  }

  /// The number of a value that is there, or nil.
  func find(_ value: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !value.isEmpty else { return 0 }
    let hash = ByteHash.hash(value) >> 32
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot])
      if slots[slot] >> 32 == hash, equals(number, value) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func add(_ value: UnsafeBufferPointer<UInt8>, hash: UInt64, slot: Int) -> UInt32? {
    guard bytes.count + value.count <= Int(UInt32.max), count < Int(UInt32.max) else { return nil }
    let number = UInt32(count)
    bytes.append(contentsOf: value)
    offsets.append(UInt32(bytes.count))
    slots[slot] = hash << 32 | UInt64(number)
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  @inline(__always)
  private func equals(_ number: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[Int(number)])
    guard Int(offsets[Int(number) + 1]) - start == value.count else { return false }
    for index in 0..<value.count where bytes[start + index] != value[index] { return false }
    return true
  }

  /// Hands on the bytes of a value.
  @inline(__always)
  func withValue<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])]))
    }
  }

  /// The text of a value; bytes that are no UTF-8 are read as Windows-1252.
  func text(_ number: UInt32) -> String { withValue(number) { UTF8Text.string($0) } }
}
