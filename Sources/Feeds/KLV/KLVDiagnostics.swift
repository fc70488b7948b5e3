/// Why a packet, a transport packet or a part of them was not decoded.
public enum KLVRefusal: String, ReasonInWords {
  /// A key is followed by no length, or by one that no packet has.
  case badLength
  /// The packet is longer than the limit.
  case tooLong
  /// The input or the unit ends within the packet.
  case truncated
  /// The items do not fill the packet exactly.
  case malformedItems
  /// There are more items than the limit.
  case tooManyItems
  /// The packet has no checksum as its last item.
  case missingChecksum
  /// The checksum does not fit.
  case badChecksum
  /// A transport packet does not begin with the synchronisation byte.
  case lostSynchronisation
  /// A transport packet is marked as damaged.
  case transportError
  /// A transport packet of a metadata stream is encrypted.
  case scrambled
  /// A table's section is damaged or its checksum does not fit.
  case badSection
  /// Transport packets are missing within a unit.
  case discontinuity
  /// The header of a packetised elementary stream is damaged.
  case badStreamPacket
  /// An access unit of synchronous metadata is damaged or incomplete.
  case badAccessUnit
  /// More streams or programmes than the limit.
  case tooManyStreams

  /// The reason in words, for a table that people read.
  public var words: String {
    switch self {
    case .badLength: "key without a length that a packet has"
    case .tooLong: "longer than the limit"
    case .truncated: "input or unit ends within the packet"
    case .malformedItems: "items do not fill the packet"
    case .tooManyItems: "more items than the limit"
    case .missingChecksum: "checksum missing"
    case .badChecksum: "checksum does not fit"
    case .lostSynchronisation: "transport packet without synchronisation byte"
    case .transportError: "transport packet marked as damaged"
    case .scrambled: "transport packet encrypted"
    case .badSection: "programme table damaged"
    case .discontinuity: "transport packets missing within a unit"
    case .badStreamPacket: "elementary stream packet damaged"
    case .badAccessUnit: "metadata access unit damaged or incomplete"
    case .tooManyStreams: "more streams than the limit"
    }
  }
}

/// What a decoder has counted, and examples of what it refused.
public struct KLVDiagnostics: Sendable {
  /// The most different unknown item numbers that are counted apart.
  public static let maximumUnknownNumbers = 64

  /// Bytes taken in.
  public internal(set) var bytes = 0
  /// Packets of the UAS Datalink Local Set that were handed on.
  public internal(set) var packets = 0
  /// Packets handed on although their checksum is missing or wrong.
  public internal(set) var doubtful = 0
  /// Sets with another key, skipped by their length.
  public internal(set) var otherSets = 0
  /// Bytes that belong to no set.
  public internal(set) var otherBytes = 0
  /// Items whose length or bytes are none that they may have; the packet is handed on without their values.
  public internal(set) var unreadableItems = 0
  /// Items by numbers that the standard does not give out; kept as bytes.
  public internal(set) var unknownItems: [Int: Int] = [:]
  /// Items of unknown numbers beyond `maximumUnknownNumbers`.
  public internal(set) var otherUnknownItems = 0
  /// Transport packets read.
  public internal(set) var transportPackets = 0
  /// Streams of metadata found in programme maps.
  public internal(set) var streams = 0
  /// What was refused.
  public internal(set) var refusals = RefusalTable<KLVRefusal>()

  mutating func countUnknown(_ number: Int) {
    if unknownItems[number] == nil, unknownItems.count >= Self.maximumUnknownNumbers {
      otherUnknownItems += 1
    } else {
      unknownItems[number, default: 0] += 1
    }
  }
}
