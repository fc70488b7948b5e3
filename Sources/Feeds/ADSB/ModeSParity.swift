/// The parity of Mode S: a cyclic code of 24 bits with the generator 1FFF409 (ICAO Annex 10, volume IV, 3.1.2.3.3.1.2).
enum ModeSParity {
  private static let table: [UInt32] = (0..<256).map { byte in
    var sum = UInt32(byte) << 16
    for _ in 0..<8 { sum = sum & 0x80_0000 == 0 ? sum << 1 : (sum << 1 ^ 0x1FF_F409) & 0xFF_FFFF }
    return sum
  }

  /// The remainder of a whole frame, its own parity field among it.
  @inline(__always)
  static func remainder(_ frame: ModeSFrame) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var sum: UInt32 = 0
      let count = frame.byteCount &- 3
      for index in 0..<count {
        let byte = index < 8 ? frame.high &>> UInt64(56 &- 8 &* index) : frame.low &>> UInt64(120 &- 8 &* index)
        sum = (sum &<< 8 & 0xFF_FFFF) ^ table[Int((sum &>> 16 ^ UInt32(truncatingIfNeeded: byte)) & 255)]
      }
      return sum ^ UInt32(truncatingIfNeeded: frame.unsigned(8 &* count, 24))
    }
  }
}
