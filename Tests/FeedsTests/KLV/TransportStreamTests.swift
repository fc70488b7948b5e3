import Testing

@testable import Feeds

struct TransportStreamTests {
  private func stream(type: UInt8 = 0x06, registration: String = "KLVA", _ units: [[UInt8]]) -> [UInt8] {
    var maker = TransportMaker(type: type, registration: registration)
    maker.sendTables()
    for unit in units { maker.sendUnit(unit) }
    return maker.bytes
  }

  private func cell(_ bytes: [UInt8], _ part: UInt8) -> [UInt8] {
    [0, 1, part << 6 | 0x0F, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
  }

  @Test func asynchronousMetadata() throws {
    let input = stream([numberedPacket(1) + numberedPacket(2), numberedPacket(3)])
    let (packets, diagnostics) = KLVDecoder.decode(input)
    #expect(packets.map { number(of: $0) } == [1, 2, 3])
    #expect(packets.first?.place.streamIdentifier == 0x1E1)
    #expect(packets.first?.place.presentationTicks == 8_589_934_591)
    #expect(packets.first?.place.byteOffset == 3 * 188)
    #expect(diagnostics.streams == 1)
    #expect(diagnostics.transportPackets == input.count / 188)
    #expect(diagnostics.refusals.total == 0)
  }

  /// A packet that is longer than its unit goes on in the next.
  @Test func packetsOverSeveralUnits() {
    let long = uasPacket([item(3, [UInt8](repeating: 0x41, count: 1_000)), item(2, hex("00060A24181E4003"))])
    let input = stream([Array(long.prefix(500)), Array(long.dropFirst(500)) + numberedPacket(4)])
    #expect(KLVDecoder.decode(input).packets.map { number(of: $0) } == [3, 4])
  }

  @Test func onlyRegisteredStreamsAreRead() {
    #expect(KLVDecoder.decode(stream(registration: "HDMV", [numberedPacket(1)])).packets.isEmpty)
    #expect(KLVDecoder.decode(stream(type: 0x1B, [numberedPacket(1)])).packets.isEmpty)
  }

  @Test func synchronousMetadataInCells() {
    let (first, second) = (numberedPacket(1), numberedPacket(2))
    let units = [
      cell(first, 3) + cell(Array(second.prefix(9)), 2), cell(Array(second[9..<20]), 0),
      cell(Array(second[20...]), 1), cell(numberedPacket(3), 3), numberedPacket(4),
    ]
    let (packets, diagnostics) = KLVDecoder.decode(stream(type: 0x15, registration: "KLVA", units))
    #expect(packets.map { number(of: $0) } == [1, 2, 3, 4])
    #expect(diagnostics.refusals.total == 0)
    let broken = [
      cell([1], 1), cell(first, 2), cell(second, 3), Array(cell(first, 3).dropLast()), cell(numberedPacket(5), 3),
    ]
    let refused = KLVDecoder.decode(stream(type: 0x15, broken))
    #expect(refused.packets.map { number(of: $0) } == [2, 5])
    #expect(refused.diagnostics.refusals.counts == [.badAccessUnit: 3])
  }

  @Test(arguments: [192, 204])
  func otherDistances(distance: Int) {
    let input = stream([numberedPacket(1), numberedPacket(2)])
    let spread = stride(from: 0, to: input.count, by: 188).flatMap { start -> [UInt8] in
      let packet = Array(input[start..<start + 188])
      let filling = [UInt8](repeating: 0x11, count: distance - 188)
      return distance == 192 ? filling + packet : packet + filling
    }
    #expect(KLVDecoder.decode(spread).packets.map { number(of: $0) } == [1, 2])
  }

  @Test func lossAndDamage() {
    let long = uasPacket([item(2, hex("00060A24181E4001")), item(3, [UInt8](repeating: 0x41, count: 1_000))])
    var maker = TransportMaker()
    maker.sendTables()
    let start = maker.bytes.count
    maker.sendUnit(long)
    maker.sendUnit(numberedPacket(2))
    var lost = maker.bytes
    lost.removeSubrange(start + 188..<start + 376)
    let (packets, diagnostics) = KLVDecoder.decode(lost)
    #expect(packets.map { number(of: $0) } == [2])
    #expect(diagnostics.refusals.counts == [.discontinuity: 1])
    // Bytes between packets, a damaged packet, an encrypted one, and one that came twice.
    var bytes = maker.bytes
    bytes[start + 188 + 1] |= 0x80
    let damaged = KLVDecoder.decode(bytes)
    #expect(damaged.packets.map { number(of: $0) } == [2])
    #expect(damaged.diagnostics.refusals.counts == [.transportError: 1, .discontinuity: 1])
    bytes = maker.bytes
    bytes.insert(contentsOf: [9, 9, 9], at: start)
    let shifted = KLVDecoder.decode(bytes)
    #expect(shifted.packets.map { number(of: $0) } == [1, 2])
    #expect(shifted.diagnostics.refusals.counts == [.lostSynchronisation: 1])
    bytes = maker.bytes
    bytes[start + 3] |= 0x80
    #expect(KLVDecoder.decode(bytes).diagnostics.refusals.counts[.scrambled] == 1)
    bytes = maker.bytes
    bytes.insert(contentsOf: bytes[start..<start + 188], at: start)
    #expect(KLVDecoder.decode(bytes).packets.map { number(of: $0) } == [1, 2])
    bytes = maker.bytes
    bytes[2 * 188 - 5] ^= 1
    #expect(KLVDecoder.decode(bytes).diagnostics.refusals.counts == [.badSection: 1])
  }

  @Test func mutatedStreamsNeverTrap() {
    var numbers = SeededNumbers(state: 1_402)
    var maker = TransportMaker(type: 0x15)
    maker.sendTables()
    for index in 0..<20 { maker.sendUnit(cell(numberedPacket(index), 3)) }
    var found = 0
    for _ in 0..<1_000 {
      var bytes = maker.bytes
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 188))
        }
      }
      found += KLVDecoder.decode(bytes, input: .transportStream).packets.count
    }
    #expect(found > 7_000)
  }

  /// Tables that name more than the limits are followed to the limits.
  @Test func streamsAreBounded() {
    var limits = KLVDecoder.Limits()
    limits.programmes = 1
    limits.streams = 1
    limits.unitBytes = 1_024
    var maker = TransportMaker()
    maker.sendTables()
    for _ in 0..<3 {
      maker.send([0, 0, 1, 0xBD, 0, 0, 0x80, 0, 0] + [UInt8](repeating: 1, count: 5_000), on: maker.stream)
    }
    maker.sendUnit(numberedPacket(1))
    var decoder = KLVDecoder(limits: limits)
    var found = 0
    for start in stride(from: 0, to: maker.bytes.count, by: 100) {
      decoder.consume(Array(maker.bytes[start..<min(start + 100, maker.bytes.count)])) { _ in found += 1 }
      #expect(decoder.carriedBytes < 4_096)
    }
    decoder.finish { _ in found += 1 }
    #expect(found == 1)
    #expect(decoder.diagnostics.refusals[.tooLong] == 3)
  }
}
