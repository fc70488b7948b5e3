/// The 64-bit FNV-1a hash (Fowler, Noll, Vo), for tables of words and for halves of data: the same on every machine.
struct NameHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// The value with its bits spread (the finaliser of MurmurHash3), so that any one of them may be taken.
  var spread: UInt64 {
    let mixed = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 33
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    hash.add(bytes)
    return hash.value
  }
}
