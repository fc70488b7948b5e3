/// The header of one packet of a transport stream (ISO/IEC 13818-1:2023, 2.4.3.2).
struct TransportPacket {
  /// The bytes of a packet.
  static let bytes = 188
  /// The byte with which each begins.
  static let synchronisation: UInt8 = 0x47
  /// The identifier of packets that hold nothing.
  static let nullIdentifier = 0x1FFF

  let isDamaged: Bool
  let startsUnit: Bool
  let identifier: Int
  let isScrambled: Bool
  let counter: UInt8
  /// Whether the sender says that the count of packets begins anew here.
  let isDiscontinuous: Bool
  /// What the packet carries; empty when it has only an adaptation field.
  let payload: UnsafeRawBufferPointer
  let hasPayload: Bool

  /// Reads 188 bytes.
  init(_ bytes: UnsafeRawBufferPointer) {
    var reader = KLVReader(bytes)
    let word = reader.unsigned(4) ?? 0
    isDamaged = word & 0x80_0000 != 0
    startsUnit = word & 0x40_0000 != 0
    identifier = Int(word >> 8 & 0x1FFF)
    isScrambled = word & 0xC0 != 0
    counter = UInt8(word & 15)
    var isDiscontinuous = false
    var start = 4
    if word & 0x20 != 0, let length = reader.byte() {
      start = 5 + Int(length)
      if length > 0, let flags = reader.byte() { isDiscontinuous = flags & 0x80 != 0 }
    }
    self.isDiscontinuous = isDiscontinuous
    hasPayload = word & 0x10 != 0
    payload = bytes.slice(hasPayload ? start : bytes.count, bytes.count)
  }
}

/// The packets of one identifier, told apart by their counter (2.4.3.3).
struct ContinuityCounter: Sendable {
  enum Outcome { case next, repeated, missing }

  private var last: UInt8?

  /// Takes the next packet that has a payload.
  mutating func take(_ packet: TransportPacket) -> Outcome {
    defer { last = packet.counter }
    guard let last, !packet.isDiscontinuous else { return .next }
    if packet.counter == last { return .repeated }
    return packet.counter == (last &+ 1) & 15 ? .next : .missing
  }
}
