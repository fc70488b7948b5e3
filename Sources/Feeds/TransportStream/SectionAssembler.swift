/// Puts the sections of a table together from packets, and checks them (ISO/IEC 13818-1:2023, 2.4.4).
struct SectionAssembler: Sendable {
  /// The longest section of a programme table with its header, in bytes (2.4.4.3 and 2.4.4.9).
  static let maximumBytes = 1_024

  private var bytes: [UInt8] = []
  private var isCollecting = false
  private var continuity = ContinuityCounter()

  /// How many bytes wait for more.
  var carriedBytes: Int { bytes.count }

  /// Takes a packet, and hands on each section whose checksum fits.
  ///
  /// - Returns: whether a section was damaged.
  mutating func take(_ packet: TransportPacket, handler: (UnsafeRawBufferPointer) -> Void) -> Bool {
    switch continuity.take(packet) {
    case .repeated: return false
    case .missing: isCollecting = false
    case .next: break
    }
    var isDamaged = false
    var start = 0
    if packet.startsUnit {
      let pointer = Int(packet.payload.unsigned(0, 1))
      if isCollecting {
        bytes.append(contentsOf: packet.payload.slice(1, 1 + pointer))
        isDamaged = !read(handler) || isDamaged
      }
      bytes.removeAll(keepingCapacity: true)
      isCollecting = true
      start = 1 + pointer
    }
    guard isCollecting else { return isDamaged }
    bytes.append(contentsOf: packet.payload.slice(start, packet.payload.count))
    return !read(handler) || isDamaged
  }

  /// Hands on the whole sections in `bytes`; returns whether all were good.
  private mutating func read(_ handler: (UnsafeRawBufferPointer) -> Void) -> Bool {
    var isGood = true
    var start = 0
    bytes.withUnsafeBytes { bytes in
      while bytes.count - start >= 3, bytes[start] != 0xFF {
        let length = Int(bytes.unsigned(start + 1, 2) & 0xFFF) + 3
        if length > Self.maximumBytes {
          (isGood, start) = (false, bytes.count)
          break
        }
        guard start + length <= bytes.count else { return }
        let section = bytes.slice(start, start + length)
        // The checksum over a section with its own checksum is zero (annex A).
        if Self.checksum(section) == 0 { handler(section) } else { isGood = false }
        start += length
      }
      if start < bytes.count, bytes[start] == 0xFF { (start, isCollecting) = (bytes.count, false) }
    }
    bytes.removeFirst(min(start, bytes.count))
    return isGood
  }

  /// The 32-bit checksum of annex A: polynomial 04C1.1DB7, beginning with all ones, the highest bit first.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte) << 24
      for _ in 0..<8 { sum = sum & 0x8000_0000 == 0 ? sum << 1 : sum << 1 ^ 0x04C1_1DB7 }
    }
    return sum
  }
}
