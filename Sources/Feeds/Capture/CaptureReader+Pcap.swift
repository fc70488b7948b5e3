/// The head of a pcap file (draft-ietf-opsawg-pcap, section 4).
struct PcapHead: Hashable, Sendable {
  static let bytes = 24

  let isLowestFirst: Bool
  /// Nanoseconds of one unit of the second part of a time: 1,000, or 1 in files that say so by their magic.
  let nanosecondsPerUnit: Int64
  let link: LinkLayer
  /// The time of the last good packet, in seconds since 1970.
  var lastSeconds: Int64?

  /// The byte order, when the octets begin with the magic of a pcap file.
  static func isLowestFirst(_ octets: Octets) -> Bool? {
    switch octets.fourOctets(at: 0, lowestFirst: false) {
    case 0xA1B2_C3D4, 0xA1B2_3C4D: false
    case 0xD4C3_B2A1, 0x4D3C_B2A1: true
    default: nil
    }
  }

  init(_ octets: Octets, isLowestFirst: Bool) {
    self.isLowestFirst = isLowestFirst
    let magic = octets.fourOctets(at: 0, lowestFirst: isLowestFirst)
    nanosecondsPerUnit = magic == 0xA1B2_3C4D ? 1 : 1_000
    // The upper bits may say how long a checksum stands behind each packet.
    link = LinkLayer(number: Int(octets.fourOctets(at: 20, lowestFirst: isLowestFirst) & 0x0FFF_FFFF))
  }
}

extension CaptureReader {
  private static let packetHeadBytes = 16

  /// Reads one packet of a pcap file; returns how many bytes it took, 0 when it is not whole.
  mutating func readPcap(_ octets: Octets, _ head: PcapHead, at offset: Int, _ body: (Datagram) -> Void) -> Int {
    guard octets.count >= Self.packetHeadBytes else { return 0 }
    func field(_ place: Int) -> Int64 { Int64(octets.fourOctets(at: place, lowestFirst: head.isLowestFirst)) }
    let (seconds, units, captured, original) = (field(0), field(4), field(8), field(12))
    let isNear = !searches || head.lastSeconds.map { abs($0 - seconds) <= limits.secondsApart } ?? true
    guard captured <= original, captured <= Int64(limits.packetBytes), isNear,
      units * head.nanosecondsPerUnit < 1_000_000_000, !searches || captured > 0
    else {
      if !searches { diagnostics.refuse(.damagedHead, at: offset) }
      searches = true
      diagnostics.bytesPassedOver += 1
      return 1
    }
    guard octets.count >= Self.packetHeadBytes + Int(captured) else { return 0 }
    searches = false
    var head = head
    head.lastSeconds = seconds
    form = .pcap(head)
    open(
      octets.slice(Self.packetHeadBytes, count: Int(captured)), head.link,
      nanoseconds: seconds * 1_000_000_000 + units * head.nanosecondsPerUnit, at: offset + Self.packetHeadBytes, body)
    return Self.packetHeadBytes + Int(captured)
  }
}
