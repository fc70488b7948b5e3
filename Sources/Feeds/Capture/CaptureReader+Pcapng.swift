/// What a section of a pcapng file says of its packets (draft-ietf-opsawg-pcapng, sections 4.1 and 4.2).
struct PcapngSection: Hashable, Sendable {
  struct Interface: Hashable, Sendable {
    var link: LinkLayer
    /// How many units of its times make a second.
    var unitsPerSecond: UInt64 = 1_000_000
  }

  var isLowestFirst = true
  var interfaces: [Interface] = []

  /// The byte order, when the octets are the head of a section.
  static func isLowestFirst(_ octets: Octets) -> Bool? {
    // The type reads the same in either order; the byte-order magic behind the length does not.
    guard octets.fourOctets(at: 0, lowestFirst: false) == 0x0A0D_0D0A else { return nil }
    return switch octets.fourOctets(at: 8, lowestFirst: false) {
    case 0x1A2B_3C4D: false
    case 0x4D3C_2B1A: true
    default: nil
    }
  }
}

extension CaptureReader {
  /// Reads one block of a pcapng file; returns how many bytes it took, 0 when it is not whole.
  mutating func readPcapng(_ octets: Octets, at offset: Int, _ body: (Datagram) -> Void) -> Int {
    guard case .pcapng(var section) = form, octets.count >= Self.headBytes else { return 0 }
    if let isLowestFirst = PcapngSection.isLowestFirst(octets) {
      section = PcapngSection(isLowestFirst: isLowestFirst)
      form = .pcapng(section)
    }
    func field(_ place: Int) -> Int { Int(octets.fourOctets(at: place, lowestFirst: section.isLowestFirst)) }
    let length = field(4)
    guard length >= 12, length % 4 == 0, length <= limits.packetBytes else {
      // Blocks lead to each other by their lengths alone: behind a wrong one nothing is found again.
      diagnostics.refuse(.damagedHead, at: offset)
      diagnostics.bytesPassedOver += 1
      form = .lost
      return 1
    }
    guard octets.count >= length else { return 0 }
    let block = octets.slice(0, count: length)
    switch field(0) {
    case 1: describeInterface(block, &section)
    case 3: readSimplePacket(block, section, at: offset, body)
    case 6: readPacket(block, section, at: offset, body)
    default: break
    }
    return length
  }

  /// Section 4.2, with the option `if_tsresol`.
  private mutating func describeInterface(_ block: Octets, _ section: inout PcapngSection) {
    guard section.interfaces.count < limits.interfaces else { return }
    let lowestFirst = section.isLowestFirst
    var interface = PcapngSection.Interface(
      link: LinkLayer(number: block.twoOctets(at: 8, lowestFirst: lowestFirst)))
    var place = 16
    while place + 4 <= block.count - 4 {
      let code = block.twoOctets(at: place, lowestFirst: lowestFirst)
      guard code != 0 else { break }
      if code == 9 { interface.unitsPerSecond = Self.unitsPerSecond(block[place + 4]) }
      place += 4 + (block.twoOctets(at: place + 2, lowestFirst: lowestFirst) + 3) / 4 * 4
    }
    section.interfaces.append(interface)
    form = .pcapng(section)
  }

  /// A power of ten, or of two when the highest bit says so.
  private static func unitsPerSecond(_ resolution: UInt8) -> UInt64 {
    let exponent = Int(resolution & 0x7F)
    if resolution & 0x80 != 0 { return 1 << min(exponent, 62) }
    return (0..<min(exponent, 18)).reduce(1) { power, _ in power * 10 }
  }

  /// Section 4.3, the Enhanced Packet Block.
  private mutating func readPacket(
    _ block: Octets, _ section: PcapngSection, at offset: Int, _ body: (Datagram) -> Void
  ) {
    func field(_ place: Int) -> Int { Int(block.fourOctets(at: place, lowestFirst: section.isLowestFirst)) }
    let captured = field(20)
    guard captured <= block.count - 32, section.interfaces.indices.contains(field(8)) else {
      diagnostics.packets += 1
      return diagnostics.refuse(.incompletePacket, at: offset)
    }
    let interface = section.interfaces[field(8)]
    let time = UInt64(field(12)) << 32 | UInt64(field(16))
    let (seconds, units) = time.quotientAndRemainder(dividingBy: interface.unitsPerSecond)
    let part = Double(units) / Double(interface.unitsPerSecond) * 1e9
    let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let nanoseconds = whole.overflow ? nil : Int64(exactly: whole.partialValue).map { $0 &+ Int64(part) }
    open(block.slice(28, count: captured), interface.link, nanoseconds: nanoseconds, at: offset + 28, body)
  }

  /// Section 4.4, the Simple Packet Block: of the first interface, and without a time.
  private mutating func readSimplePacket(
    _ block: Octets, _ section: PcapngSection, at offset: Int, _ body: (Datagram) -> Void
  ) {
    guard let interface = section.interfaces.first, block.count >= 16 else {
      diagnostics.packets += 1
      return diagnostics.refuse(.incompletePacket, at: offset)
    }
    let original = Int(block.fourOctets(at: 8, lowestFirst: section.isLowestFirst))
    open(
      block.slice(12, count: min(original, block.count - 16)), interface.link, nanoseconds: nil, at: offset + 12, body)
  }
}
