/// What one UDP datagram of a recording carried.
///
/// It belongs to the recording's buffer and is read only while the call that hands it on lasts.
public struct Datagram {
  /// What it carried.
  public let payload: UnsafeRawBufferPointer
  /// When it was captured, in nanoseconds since 1970; nil where the recording does not say.
  public let capturedNanoseconds: Int64?
  /// The port that it came from.
  public let sourcePort: Int
  /// The port that it went to.
  public let destinationPort: Int
  /// Where its payload stands in the recording, in bytes from the start.
  public let byteOffset: Int
}

/// Why a packet of a recording gave no datagram.
public enum CaptureRefusal: String, Hashable, Sendable, CaseIterable {
  /// The head of a packet has a length that cannot be; the reader looks for the next head that can.
  case damagedHead
  /// The recording ends within a packet.
  case cutShort
  /// A packet was recorded in part, or its inner lengths do not fit each other.
  case incompletePacket
  /// A part of a datagram that was sent in several packets.
  case fragment
  /// The packets lie in a link layer that is not read.
  case unknownLink

  /// The reason in words, for a table that people read.
  public var words: String {
    switch self {
    case .damagedHead: "packet head damaged"
    case .cutShort: "recording ends within a packet"
    case .incompletePacket: "packet incomplete"
    case .fragment: "part of a fragmented datagram"
    case .unknownLink: "link layer that is not read"
    }
  }
}

/// What a reader of recordings has counted.
public struct CaptureDiagnostics: Hashable, Sendable {
  /// Packets seen.
  public internal(set) var packets = 0
  /// Datagrams handed on.
  public internal(set) var datagrams = 0
  /// Packets of other protocols than UDP.
  public internal(set) var otherPackets = 0
  /// Bytes passed over in search of the next packet.
  public internal(set) var bytesPassedOver = 0
  /// Refused packets by reason; a reason that never came is absent.
  public private(set) var refusals: [CaptureRefusal: Int] = [:]
  /// Where the first packet refused for each reason stands, in bytes from the start.
  public private(set) var firstOffsets: [CaptureRefusal: Int] = [:]

  mutating func refuse(_ reason: CaptureRefusal, at offset: Int) {
    refusals[reason, default: 0] += 1
    if firstOffsets[reason] == nil { firstOffsets[reason] = offset }
  }
}
