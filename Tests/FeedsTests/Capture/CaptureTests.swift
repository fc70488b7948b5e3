import Testing

@testable import Feeds

/// Recordings of network traffic: every layer on the way to a datagram, cut anywhere, and damaged.
struct CaptureTests {
  private static let payloads: [[UInt8]] = [[1, 2, 3], [4], [], [5, 6, 7, 8, 9]]
  private static let packets = payloads.map { CaptureMaker.version4(CaptureMaker.datagram($0)) }

  private func read(_ input: [UInt8], step: Int = .max) -> (payloads: [[UInt8]], times: [Int64?], CaptureDiagnostics) {
    var reader = CaptureReader()
    var payloads: [[UInt8]] = []
    var times: [Int64?] = []
    var start = 0
    while start < input.count {
      let end = min(input.count, start + min(step, input.count))
      input[start..<end].withUnsafeBytes { bytes in
        reader.consume(bytes) { datagram in
          payloads.append(Array(datagram.payload))
          times.append(datagram.capturedNanoseconds)
          // What is said of its place is true of the file.
          #expect(Array(input[datagram.byteOffset...].prefix(datagram.payload.count)) == Array(datagram.payload))
          #expect(datagram.sourcePort == 4_000 && datagram.destinationPort == 8_600)
        }
      }
      start = end
    }
    reader.finish()
    return (payloads, times, reader.diagnostics)
  }

  @Test(arguments: [true, false])
  func bothFormsInBothOrders(lowestFirst: Bool) {
    let frames = Self.packets.map { CaptureMaker.ethernet($0) }
    let times = (0..<4).map { 1_700_000_000_250_000_000 + Int64($0) * 1_000_000_000 }
    let micro = read(CaptureMaker.pcap(frames, lowestFirst: lowestFirst))
    #expect(micro.payloads == Self.payloads && micro.times == times)
    let nano = read(CaptureMaker.pcap(frames, lowestFirst: lowestFirst, nanoseconds: true))
    #expect(nano.times.first == 1_700_000_000_000_250_000)
    let next = read(CaptureMaker.pcapng(frames, lowestFirst: lowestFirst))
    #expect(next.payloads == Self.payloads && next.times == times)
    // Sections one behind the other may have either order.
    let both = CaptureMaker.pcapng(frames, lowestFirst: true) + CaptureMaker.pcapng(frames, lowestFirst: false)
    #expect(read(both).payloads == Self.payloads + Self.payloads)
  }

  @Test func everyLinkLayer() {
    let packet = Self.packets[0]
    let cooked = [UInt8](repeating: 0, count: 14)
    let cases: [(Int, [UInt8])] = [
      (1, CaptureMaker.ethernet(packet, tags: [0x8100])), (1, CaptureMaker.ethernet(packet, tags: [0x88A8, 0x8100])),
      (1, CaptureMaker.ethernet(packet) + [0, 0, 0, 0, 0, 0]), (113, cooked + [8, 0] + packet),
      (276, [8, 0] + [UInt8](repeating: 0, count: 18) + packet), (101, packet), (12, packet), (228, packet),
      (0, [2, 0, 0, 0] + packet),
    ]
    for (link, frame) in cases {
      #expect(read(CaptureMaker.pcap([frame], link: link)).payloads == [[1, 2, 3]], "link layer \(link)")
      #expect(read(CaptureMaker.pcapng([frame], link: link)).payloads == [[1, 2, 3]], "link layer \(link)")
    }
    #expect(read(CaptureMaker.pcap([packet], link: 105)).2.refusals == [.unknownLink: 1])
  }

  @Test func internetPackets() {
    let datagram = CaptureMaker.datagram([1, 2, 3])
    let options: [UInt8] = [17, 0, 1, 4, 0, 0, 0, 0]
    let good = [
      CaptureMaker.version6(datagram), CaptureMaker.version6(options + datagram, next: 0),
      CaptureMaker.version6([60, 0, 0, 0, 0, 0, 0, 0] + options + datagram, next: 43),
      CaptureMaker.version6([17, 0, 0, 0, 0, 0, 0, 9] + datagram, next: 44),
      CaptureMaker.version4(datagram, options: [1, 1, 1, 1]),
    ]
    #expect(read(CaptureMaker.pcap(good, link: 101)).payloads == good.map { _ in [1, 2, 3] })
    let refused: [(CaptureRefusal?, [UInt8])] = [
      (.fragment, CaptureMaker.version4(datagram, fragment: 0x2000)),
      (.fragment, CaptureMaker.version4(datagram, fragment: 0x0010)),
      (.fragment, CaptureMaker.version6([17, 0, 0, 1, 0, 0, 0, 9] + datagram, next: 44)),
      (.incompletePacket, CaptureMaker.version4(datagram).dropLast()),
      (.incompletePacket, CaptureMaker.version6(datagram).dropLast()),
      (.incompletePacket, CaptureMaker.version4(Array(datagram.dropLast()))),
      (.incompletePacket, CaptureMaker.version6([17, 255, 0, 0, 0, 0, 0, 0], next: 0)),
      (
        .incompletePacket,
        CaptureMaker.version6((0..<9).flatMap { _ in [60, 0, 0, 0, 0, 0, 0, 0] as [UInt8] }, next: 60)
      ),
      (nil, CaptureMaker.version4(datagram, transport: 6)), (nil, CaptureMaker.version6(datagram, next: 58)), (nil, []),
    ]
    for (reason, packet) in refused {
      let (payloads, _, diagnostics) = read(CaptureMaker.pcap([packet], link: 101))
      #expect(payloads.isEmpty && diagnostics.packets == 1)
      #expect(diagnostics.refusals == reason.map { [$0: 1] } ?? [:])
      #expect(diagnostics.otherPackets == (reason == nil ? 1 : 0))
    }
  }

  @Test func everyCutGivesTheSame() {
    let frames = Self.packets.map { CaptureMaker.ethernet($0) }
    for input in [CaptureMaker.pcap(frames), CaptureMaker.pcapng(frames), Array(CaptureMaker.pcap(frames).dropLast(3))]
    {
      let whole = read(input)
      for step in 1...80 {
        let cut = read(input, step: step)
        #expect(cut.payloads == whole.payloads && cut.2 == whole.2)
      }
    }
    #expect(read(Array(CaptureMaker.pcap(frames).dropLast(3))).2.refusals == [.cutShort: 1])
  }

  /// A packet head that cannot be costs what lies up to the next one that can.
  @Test func packetsBehindADamagedHeadAreFound() {
    let frames = Self.packets.map { CaptureMaker.ethernet($0) }
    var file = CaptureMaker.pcap(frames)
    file[24 + 16 + frames[0].count + 11] = 0x7F
    let (payloads, _, diagnostics) = read(file)
    #expect(payloads == [Self.payloads[0], Self.payloads[2], Self.payloads[3]])
    #expect(diagnostics.refusals == [.damagedHead: 1] && diagnostics.bytesPassedOver == 16 + frames[1].count)
    #expect(diagnostics.firstOffsets == [.damagedHead: 24 + 16 + frames[0].count])
    var next = CaptureMaker.pcapng(frames)
    next[7] = 0xFF
    #expect(read(next).2.refusals == [.damagedHead: 1] && read(next).2.bytesPassedOver == next.count)
  }

  @Test func tenThousandDamagedRecordings() {
    var numbers = SeededNumbers(state: 1)
    let frames = Self.packets.map { CaptureMaker.ethernet($0) }
    let files = [
      CaptureMaker.pcap(frames), CaptureMaker.pcapng(frames), CaptureMaker.pcapng(frames, lowestFirst: false),
    ]
    var found = 0
    for _ in 0..<10_000 {
      var file = files.randomElement(using: &numbers)!
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        file[Int.random(in: 0..<file.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      var reader = CaptureReader()
      file.withUnsafeBytes { bytes in reader.consume(bytes) { _ in found += 1 } }
      reader.finish()
      #expect(reader.diagnostics.datagrams <= reader.diagnostics.packets)
    }
    #expect(found > 15_000)
  }
}
