import Feeds

extension FuzzTarget {
  /// Radar targets, distress calls and distress devices, with their writer.
  static let nmea = FuzzTarget(name: "nmea") { bytes in
    let (_, rest) = bytes.headAndRest
    let whole = nmeaLines(rest, step: max(1, rest.count))
    demand(nmeaLines(rest, step: 1) == whole, "a cut between two bytes changes nothing")
  }
}

private func nmeaLines(_ bytes: UnsafeRawBufferPointer, step: Int) -> [UInt8] {
  var decoder = NMEADecoder()
  var out = ByteWriter()
  for start in stride(from: 0, to: bytes.count, by: step) {
    let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)])
    decoder.consume(chunk) { NMEAWriter().write($0, to: &out) }
  }
  decoder.finish { NMEAWriter().write($0, to: &out) }
  demand(decoder.diagnostics.otherSentences >= 0, "no sentence is counted twice")
  return out.bytes
}
