/// Octets from outside behind checked bounds: what lies past their end reads as zero.
///
/// They belong to a caller's buffer and are read only while its call lasts.
struct Octets {
  private let base: UnsafeRawPointer?
  let count: Int

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    base = bytes.baseAddress
    count = bytes.count
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    guard let base, index >= 0, index < count else { return 0 }
    return base.load(fromByteOffset: index, as: UInt8.self)
  }

  /// Eight octets from a place on, the first of them the highest.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    guard let base, index >= 0, index <= count &- 8 else { return lastWord(at: index) }
    return UInt64(bigEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(never)
  private func lastWord(at index: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 { word = word << 8 | UInt64(self[index &+ place]) }
    return word
  }

  /// Two octets, the first of them the higher.
  @inline(__always)
  func twoOctets(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index &+ 1]) }

  /// Four octets in either order.
  func fourOctets(at index: Int, lowestFirst: Bool) -> UInt32 {
    let value = UInt32(truncatingIfNeeded: word(at: index) &>> 32)
    return lowestFirst ? value.byteSwapped : value
  }

  /// Two octets in either order.
  func twoOctets(at index: Int, lowestFirst: Bool) -> Int {
    lowestFirst ? Int(self[index]) | Int(self[index &+ 1]) << 8 : twoOctets(at: index)
  }

  /// So many octets from a place on, or as many as there are.
  @inline(__always)
  func slice(_ start: Int, count length: Int) -> Octets {
    let lower = min(max(0, start), count)
    let upper = min(lower &+ max(0, length), count)
    return Octets(UnsafeRawBufferPointer(start: base.map { $0 + lower }, count: upper &- lower))
  }

  /// The octets from a place on.
  @inline(__always)
  func from(_ start: Int) -> Octets { slice(start, count: count) }
}
