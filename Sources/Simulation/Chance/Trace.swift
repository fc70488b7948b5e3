/// A running hash over everything that happens, in its order: two runs of a seed that differ anywhere differ here.
final class Trace {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var count = 0

  func note(_ number: UInt64) {
    hash = (hash ^ number) &* 0x9FB2_1C65_1E98_DF25
    hash ^= hash >> 32
    count += 1
  }

  func note(_ number: Int) { note(UInt64(bitPattern: Int64(number))) }

  func note(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { note(UnsafeRawBufferPointer($0)) } ?? note(Array(text.utf8))
  }

  func note(_ bytes: [UInt8]) { bytes.withUnsafeBytes { note($0) } }

  func note(_ bytes: UnsafeRawBufferPointer) {
    var hash = hash ^ UInt64(bytes.count)
    var place = 0
    while place + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 29
      place += 8
    }
    while place < bytes.count {
      hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
      place += 1
    }
    self.hash = hash
    count += 1
  }
}
