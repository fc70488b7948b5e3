import Feeds

extension FuzzTarget {
  /// KLV, raw and in transport streams, with every item, the marking and the writer.
  static let klv = FuzzTarget(name: "klv") { bytes in
    let (head, rest) = bytes.headAndRest
    var limits = KLVDecoder.Limits()
    limits.handsOnDoubtful = head & 1 == 0
    limits.packetBytes = 1_024
    limits.unitBytes = 2_048
    let input: KLVDecoder.Input? = head & 2 == 0 ? nil : head & 4 == 0 ? .raw : .transportStream
    let whole = KLVDecoder.decode(Array(rest), limits: limits, input: input)
    let counted = whole.diagnostics
    demand(counted.packets == whole.packets.count, "every packet is handed on once")
    let writer = KLVWriter()
    var out = ByteWriter()
    for packet in whole.packets {
      writer.write(packet, to: &out)
      _ = packet.footprint
      for entry in packet.entries { _ = packet.value(entry.number) }
    }
    // Where the input is cut must not matter.
    var decoder = KLVDecoder(limits: limits, input: input)
    for byte in rest { decoder.consume([byte]) { _ in } }
    decoder.finish { _ in }
    demand(decoder.diagnostics.packets == counted.packets, "a cut between two bytes changes nothing")
    demand(decoder.diagnostics.refusals == counted.refusals, "a cut between two bytes refuses nothing")
  }
}
