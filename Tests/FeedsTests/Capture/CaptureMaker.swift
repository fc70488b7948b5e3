/// Packets and recordings made by hand after their standards, for the tests of what reads them.
enum CaptureMaker {
  static func datagram(_ payload: [UInt8]) -> [UInt8] {
    packed([(4_000, 16), (8_600, 16), (payload.count + 8, 16), (0, 16)]) + payload
  }

  static func version4(_ content: [UInt8], transport: Int = 17, fragment: Int = 0x4000, options: [UInt8] = [])
    -> [UInt8]
  {
    let head = 20 + options.count
    return packed([
      (4, 4), (head / 4, 4), (0, 8), (head + content.count, 16), (1, 16), (fragment, 16), (64, 8), (transport, 8),
      (0, 16),
      (0x0A00_0001, 32), (0xEF01_0203, 32),
    ]) + options + content
  }

  static func version6(_ content: [UInt8], next: Int = 17) -> [UInt8] {
    packed([(6, 4), (0, 28), (content.count, 16), (next, 8), (64, 8)]) + [UInt8](repeating: 1, count: 32) + content
  }

  static func ethernet(_ packet: [UInt8], tags: [Int] = [], type: Int = 0x0800) -> [UInt8] {
    [UInt8](repeating: 2, count: 12) + tags.flatMap { packed([($0, 16), (7, 16)]) } + packed([(type, 16)]) + packet
  }

  private static func four(_ value: Int, lowestFirst: Bool) -> [UInt8] {
    let octets = packed([(value, 32)])
    return lowestFirst ? octets.reversed() : octets
  }

  /// A pcap file of packets a second apart.
  static func pcap(_ packets: [[UInt8]], link: Int = 1, lowestFirst: Bool = true, nanoseconds: Bool = false) -> [UInt8]
  {
    func four(_ value: Int) -> [UInt8] { Self.four(value, lowestFirst: lowestFirst) }
    let version = lowestFirst ? packed([(0x0200_0400, 32)]) : packed([(0x0002_0004, 32)])
    var file = four(nanoseconds ? 0xA1B2_3C4D : 0xA1B2_C3D4) + version + four(0) + four(0) + four(65_535) + four(link)
    for (index, packet) in packets.enumerated() {
      file += four(1_700_000_000 + index) + four(250_000) + four(packet.count) + four(packet.count) + packet
    }
    return file
  }

  static func block(_ type: Int, _ content: [UInt8], lowestFirst: Bool) -> [UInt8] {
    let padded = content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    let length = four(padded.count + 12, lowestFirst: lowestFirst)
    return four(type, lowestFirst: lowestFirst) + length + padded + length
  }

  /// A section of a pcapng file with one interface, whose times are in nanoseconds.
  static func pcapng(_ packets: [[UInt8]], link: Int = 1, lowestFirst: Bool = true) -> [UInt8] {
    func four(_ value: Int) -> [UInt8] { Self.four(value, lowestFirst: lowestFirst) }
    func two(_ value: Int) -> [UInt8] { lowestFirst ? packed([(value, 16)]).reversed() : packed([(value, 16)]) }
    func block(_ type: Int, _ content: [UInt8]) -> [UInt8] { Self.block(type, content, lowestFirst: lowestFirst) }
    let unknownLength = [UInt8](repeating: 0xFF, count: 8)
    var file = block(0x0A0D_0D0A, four(0x1A2B_3C4D) + two(1) + two(0) + unknownLength)
    let resolution = two(9) + two(1) + [9, 0, 0, 0] + two(0) + two(0)
    file += block(1, two(link) + two(0) + four(0) + resolution) + block(0xBAD, [1, 2, 3])
    for (index, packet) in packets.enumerated() {
      let time = 1_700_000_000_250_000_000 + index * 1_000_000_000
      file += block(
        6, four(0) + four(time >> 32) + four(time & 0xFFFF_FFFF) + four(packet.count) + four(packet.count) + packet)
    }
    return file
  }
}
