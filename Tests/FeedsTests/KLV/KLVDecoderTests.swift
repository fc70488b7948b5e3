import Foundation
import Geodesy
import Marking
import Testing

@testable import Feeds

struct KLVDecoderTests {
  @Test func checksumsAreHeld() {
    let items = [item(13, hex("5595B66D"))]
    let wrong = uasPacket(items, sum: 1)
    var missing = uasPacket(items)
    missing.removeLast(4)
    missing[16] -= 4
    let (packets, diagnostics) = KLVDecoder.decode(wrong + missing + numberedPacket(5))
    #expect(packets.map { number(of: $0) } == [5])
    #expect(diagnostics.refusals.counts == [.badChecksum: 1, .missingChecksum: 1])
    #expect(diagnostics.refusals.examples.map(\.byteOffset) == [0, wrong.count])
    var limits = KLVDecoder.Limits()
    limits.handsOnDoubtful = true
    let doubtful = KLVDecoder.decode(wrong + missing + numberedPacket(5), limits: limits)
    #expect(doubtful.packets.map(\.doubt) == [.checksumWrong, .checksumMissing, nil])
    #expect(doubtful.diagnostics.doubtful == 2)
    #expect(klvLines(wrong, limits: limits).first?.contains(#""checksum":"wrong""#) == true)
  }

  @Test func refusalsByReason() {
    func reasons(_ bytes: [UInt8], _ limits: KLVDecoder.Limits = .init()) -> [KLVRefusal: Int] {
      let (packets, diagnostics) = KLVDecoder.decode(bytes + numberedPacket(1), limits: limits)
      #expect(packets.map { number(of: $0) } == [1])
      return diagnostics.refusals.counts
    }
    let key = UASDatalinkSet.key
    #expect(reasons(key + [0x80]) == [.badLength: 1])
    #expect(reasons(key + [0x89]) == [.badLength: 1])
    #expect(reasons(key + [0x84, 0x7F, 0, 0, 0]) == [.tooLong: 1])
    #expect(reasons(key + [3, 13, 4, 0]) == [.malformedItems: 1])
    #expect(reasons(key + [40, 13, 4, 0]) == [.malformedItems: 1])
    #expect(reasons(key + [0x82, 0x7F, 0]) == [.truncated: 1])
    #expect(reasons([]) == [:])
    var limits = KLVDecoder.Limits()
    limits.items = 8
    #expect(reasons(uasPacket((0..<9).map { item($0 + 3, []) }), limits) == [.tooManyItems: 1])
  }

  @Test func otherSetsAreSkippedByTheirLength() {
    // Within its value lies a key that is none of ours.
    let key = hex("060E2B34010101010203000000000000")
    let other = key + encodedLength(20) + key + [1, 2, 3, 4]
    let (packets, diagnostics) = KLVDecoder.decode(Array("junk".utf8) + other + numberedPacket(8) + other)
    #expect(packets.map { number(of: $0) } == [8])
    #expect(diagnostics.otherSets == 2)
    #expect(diagnostics.otherBytes == 4)
    #expect(packets.first?.place.byteOffset == 4 + other.count)
    // Neither a wrapping nor a length behind which no key stands hides a packet.
    let inner = numberedPacket(7)
    #expect(KLVDecoder.decode(key + encodedLength(inner.count) + inner).packets.map { number(of: $0) } == [7])
    let lying = key + encodedLength(60) + numberedPacket(9)
    #expect(KLVDecoder.decode(lying + numberedPacket(10)).packets.map { number(of: $0) } == [9, 10])
  }

  /// Where the input is cut changes nothing.
  @Test(arguments: [false, true])
  func cutAtEveryByte(isTransportStream: Bool) {
    let other = hex("060E2B34010101010203000000000000") + [3, 1, 2, 3]
    let raw =
      Array("junk".utf8) + numberedPacket(1) + uasPacket([item(13, [1])], sum: 9) + other + numberedPacket(2)
      + Array(numberedPacket(3).dropLast(7))
    var input = raw
    if isTransportStream {
      var maker = TransportMaker()
      maker.sendTables()
      maker.sendUnit(raw)
      maker.sendUnit(numberedPacket(4))
      input = maker.bytes + [0x47, 0x40]
    }
    let whole = KLVDecoder.decode(input)
    #expect(whole.packets.compactMap { number(of: $0) } == (isTransportStream ? [1, 2, 4] : [1, 2]))
    for cut in 0...input.count {
      var decoder = KLVDecoder()
      var packets: [UASDatalinkSet] = []
      decoder.consume(Array(input[..<cut])) { packets.append($0) }
      decoder.consume(Array(input[cut...])) { packets.append($0) }
      decoder.finish { packets.append($0) }
      #expect(packets.map(\.bytes) == whole.packets.map(\.bytes))
      #expect(packets.map(\.place) == whole.packets.map(\.place))
      #expect(decoder.diagnostics.refusals == whole.diagnostics.refusals, "cut at \(cut)")
      #expect(decoder.diagnostics.otherBytes == whole.diagnostics.otherBytes, "cut at \(cut)")
    }
    var single = KLVDecoder()
    var found = 0
    for byte in input { single.consume([byte]) { _ in found += 1 } }
    single.finish { _ in found += 1 }
    #expect(found == whole.packets.count)
    #expect(single.diagnostics.refusals == whole.diagnostics.refusals)
  }

  /// Damage costs only what it touches, and memory stays bounded.
  @Test func tenThousandMutatedPackets() {
    var numbers = SeededNumbers(state: 601)
    var limits = KLVDecoder.Limits()
    limits.packetBytes = 4_096
    var decoder = KLVDecoder(limits: limits, input: .raw)
    let writer = KLVWriter()
    var out = ByteWriter()
    var isFound = [Bool](repeating: false, count: 10_000)
    func take(_ packet: UASDatalinkSet) {
      writer.write(packet, to: &out)
      out.removeAll()
      if let number = number(of: packet), isFound.indices.contains(number) { isFound[number] = true }
    }
    for index in isFound.indices {
      var bad = numberedPacket(100_000 + index)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bad.isEmpty {
        let place = Int.random(in: 0..<bad.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bad[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bad.remove(at: place)
        case 2: bad.insert(contentsOf: bad[place...].prefix(40), at: place)
        default: bad.removeLast(bad.count - place)
        }
      }
      decoder.consume(bad + numberedPacket(index), handler: take)
      #expect(decoder.carriedBytes <= 4_096 + 65_536)
    }
    decoder.finish(handler: take)
    let lost = isFound.indices.filter { !isFound[$0] }
    #expect(lost == [])
    #expect(decoder.diagnostics.refusals.total > 2_500)
  }

  /// Every packet of a real flight, with the numbers that another program reads in the first.
  @Test(.enabled(if: klvFolder != nil, "needs the folder that FORELAND_DATA names"))
  func aRealFlight() throws {
    let input = Array(try Data(contentsOf: URL(fileURLWithPath: klvFolder! + "Cheyenne.bin")))
    let (packets, diagnostics) = KLVDecoder.decode(input)
    #expect(packets.count == 407)
    #expect(diagnostics.refusals.total == 0)
    #expect(diagnostics.otherBytes == 0)
    #expect(diagnostics.unreadableItems == 0 && diagnostics.unknownItems.isEmpty)
    let first = try #require(packets.first)
    #expect(first.text(3) == "ESRI_Metadata_Collect")
    #expect(abs(try #require(first.number(13)) - 41.143845660213316) < 1e-12)
    #expect(abs(try #require(first.number(14)) + 104.80559675246738) < 1e-12)
    #expect(first.madeAt?.iso8601 == "2012-09-19T20:40:44.105Z")
    #expect(packets.allSatisfy { $0.footprint.corners?.count == 4 })
    #expect(first.security?.mapped().marking.text == "OFFICIAL // NATIONS CA")
  }
}
