import Feeds

extension FuzzTarget {
  /// NMEA lines, tag blocks, AIS payloads and all three writers.
  static let ais = FuzzTarget(name: "ais") { bytes in
    let (_, rest) = bytes.headAndRest
    decodeAnyAISBytes(bytes)
    let whole = AISDecoder.decode(Array(rest))
    let counted = whole.diagnostics
    demand(counted.messages == whole.receptions.count, "every message is handed on once")
    // Where the input is cut must not matter.
    var decoder = AISDecoder()
    for byte in rest { decoder.consume([byte]) { _ in } }
    decoder.finish { _ in }
    demand(decoder.diagnostics.messages == counted.messages, "a cut between two bytes changes nothing")
    demand(decoder.diagnostics.refusals == counted.refusals, "a cut between two bytes refuses nothing")
  }
}
