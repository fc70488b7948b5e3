import Feeds

extension FuzzTarget {
  /// Lines and binary frames of Mode S, with positions and the writer.
  static let adsb = FuzzTarget(name: "adsb") { bytes in
    let (head, rest) = bytes.headAndRest
    var limits = ADSBDecoder.Limits()
    limits.aircraft = Int(head >> 4)
    let input: ADSBDecoder.Input? = head & 1 == 0 ? nil : head & 2 == 0 ? .lines : .beast
    let whole = ADSBDecoder.decode(Array(rest), limits: limits, input: input)
    let counted = whole.diagnostics
    demand(counted.messages == whole.receptions.count, "every message is handed on once")
    let writer = ADSBWriter()
    var out = ByteWriter()
    for reception in whole.receptions { writer.write(reception, to: &out) }
    // Where the input is cut must not matter.
    var decoder = ADSBDecoder(limits: limits, input: input)
    for byte in rest { decoder.consume([byte]) { _ in } }
    decoder.finish { _ in }
    demand(decoder.diagnostics.messages == counted.messages, "a cut between two bytes changes nothing")
    demand(decoder.diagnostics.positions == counted.positions, "a cut between two bytes moves nothing")
    demand(decoder.diagnostics.refusals == counted.refusals, "a cut between two bytes refuses nothing")
  }
}
