/// A Mode S reply or squitter: 56 or 112 bits (ICAO Annex 10, volume IV, 3.1.2.3).
public struct ModeSFrame: Hashable, Sendable {
  /// The first 64 bits, the first sent highest; zeros where a short frame has ended.
  let high: UInt64
  /// The rest, likewise.
  let low: UInt64
  /// The length, 7 or 14 bytes.
  public let byteCount: Int

  /// A frame of 7 or 14 bytes; nil for any other number, and when the length is not that of its format.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 7 || bytes.count == 14 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        high |= UInt64(byte) &<< UInt64(56 &- 8 &* index)
      } else {
        low |= UInt64(byte) &<< UInt64(120 &- 8 &* index)
      }
    }
    self.init(high: high, low: low, byteCount: bytes.count)
  }

  @inline(__always)
  init?(high: UInt64, low: UInt64, byteCount: Int) {
    // Formats from 16 on are long, the others short (3.1.2.3.2.1).
    guard byteCount == (high &>> 63 == 1 ? 14 : 7) else { return nil }
    (self.high, self.low, self.byteCount) = (high, low, byteCount)
  }

  /// The downlink format, 0 to 24: the first five bits, of which formats above 24 use only two.
  public var downlinkFormat: Int { min(24, unsigned(0, 5)) }

  /// The capability of the transponder in formats 11 and 17, the control field in 18: bits 6 to 8.
  public var capability: Int { unsigned(5, 3) }

  /// Bits 9 to 32: the address in the formats that say it openly.
  public var announcedAddress: UInt32 { UInt32(truncatingIfNeeded: unsigned(8, 24)) }

  /// What is left of the parity: zero in a good squitter, the interrogator in an all-call reply, the address in a reply to an
  /// interrogation (3.1.2.3.3).
  public var parityRemainder: UInt32 { ModeSParity.remainder(self) }

  /// The bytes of the frame.
  public var bytes: [UInt8] { (0..<byteCount).map { UInt8(truncatingIfNeeded: unsigned(8 * $0, 8)) } }

  /// So many bits from a place, counted from zero, as a number; bits behind the end are zero.
  @inline(__always)
  func unsigned(_ start: Int, _ count: Int) -> Int {
    let joined =
      start >= 64
      ? low &<< UInt64(start &- 64) : start == 0 ? high : high &<< UInt64(start) | low &>> UInt64(64 &- start)
    return Int(truncatingIfNeeded: joined &>> UInt64(64 &- count))
  }
}
