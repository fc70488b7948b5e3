/// What packets of a recording are wrapped in, by the numbers that tcpdump.org registers as LINKTYPE.
struct LinkLayer: Hashable, Sendable {
  let number: Int

  /// BSD loopback: four octets of an address family in the byte order of the recording machine.
  static let null = LinkLayer(number: 0)
  static let ethernet = LinkLayer(number: 1)
  /// Raw IP, of either version. 12 and 14 are what some systems wrote for it before 101 was registered.
  static let rawIP = LinkLayer(number: 101)
  static let linuxCooked = LinkLayer(number: 113)
  static let rawIPv4 = LinkLayer(number: 228)
  static let rawIPv6 = LinkLayer(number: 229)
  static let linuxCooked2 = LinkLayer(number: 276)

  /// Where the IP packet begins, or nil when there is none.
  enum Content: Hashable {
    case ip(Int)
    case other
    case unknown
  }

  func content(of packet: Octets) -> Content {
    switch self {
    case .ethernet: Self.tagged(packet, typeAt: 12)
    // SLL: two octets each of type, kind of address and its length, eight of address, then the protocol.
    case .linuxCooked: Self.tagged(packet, typeAt: 14)
    // SLL2 begins with the protocol; its head has 20 octets.
    case .linuxCooked2: Self.isIP(packet.twoOctets(at: 0)) ? .ip(20) : .other
    case .null: .ip(4)
    case .rawIP, .rawIPv4, .rawIPv6, LinkLayer(number: 12), LinkLayer(number: 14): .ip(0)
    default: .unknown
    }
  }

  /// The most VLAN tags before a packet; two are usual at most.
  private static let tagsMost = 4

  /// Passes over tags of IEEE 802.1Q and 802.1ad.
  private static func tagged(_ packet: Octets, typeAt start: Int) -> Content {
    var place = start
    for _ in 0...tagsMost {
      let type = packet.twoOctets(at: place)
      if isIP(type) { return .ip(place + 2) }
      guard type == 0x8100 || type == 0x88A8 || type == 0x9100 else { return .other }
      place += 4
    }
    return .other
  }

  private static func isIP(_ type: Int) -> Bool { type == 0x0800 || type == 0x86DD }
}
