/// The way from an IP packet to the datagram in it: RFC 791 for version 4, RFC 8200 for version 6, RFC 768 for UDP.
enum InternetPacket: Equatable {
  /// A datagram: where its payload begins and how long it is, and the ports.
  case datagram(start: Int, count: Int, sourcePort: Int, destinationPort: Int)
  /// Something else than UDP.
  case other
  case refused(CaptureRefusal)

  private static let udp: UInt8 = 17

  init(_ packet: Octets) {
    switch packet[0] >> 4 {
    case 4: self = Self.version4(packet)
    case 6: self = Self.version6(packet)
    default: self = .other
    }
  }

  private static func version4(_ packet: Octets) -> InternetPacket {
    let head = Int(packet[0] & 15) * 4
    let total = packet.twoOctets(at: 2)
    guard head >= 20, total >= head, total <= packet.count else { return .refused(.incompletePacket) }
    guard packet[9] == udp else { return .other }
    // More fragments follow, or this one is not the first.
    guard packet.twoOctets(at: 6) & 0x3FFF == 0 else { return .refused(.fragment) }
    return datagram(packet, at: head, end: total)
  }

  /// The most extension headers before the datagram.
  private static let extensionsMost = 8

  private static func version6(_ packet: Octets) -> InternetPacket {
    let end = 40 + packet.twoOctets(at: 4)
    guard packet.count >= 40, end <= packet.count else { return .refused(.incompletePacket) }
    var next = packet[6]
    var place = 40
    for _ in 0..<extensionsMost {
      switch next {
      case udp: return datagram(packet, at: place, end: end)
      // Hop-by-hop options, routing and destination options have a length in eights of octets, the first not counted.
      case 0, 43, 60:
        next = packet[place]
        place += 8 + Int(packet[place + 1]) * 8
      case 44:
        // An atomic fragment is a whole packet (RFC 6946).
        guard packet.twoOctets(at: place + 2) & 0xFFF9 == 0 else { return .refused(.fragment) }
        next = packet[place]
        place += 8
      default: return .other
      }
      guard place <= end else { return .refused(.incompletePacket) }
    }
    return .refused(.incompletePacket)
  }

  private static func datagram(_ packet: Octets, at start: Int, end: Int) -> InternetPacket {
    let length = packet.twoOctets(at: start + 4)
    guard length >= 8, start + length <= end else { return .refused(.incompletePacket) }
    return .datagram(
      start: start + 8, count: length - 8, sourcePort: packet.twoOctets(at: start),
      destinationPort: packet.twoOctets(at: start + 2))
  }
}
