import Feeds

extension FuzzTarget {
  /// Beacon messages and identities in hexadecimal, with their writer.
  static let beacon = FuzzTarget(name: "beacon") { bytes in
    let whole = beaconLines(bytes, step: max(1, bytes.count))
    demand(beaconLines(bytes, step: 1) == whole, "a cut between two bytes changes nothing")
  }
}

private func beaconLines(_ bytes: UnsafeRawBufferPointer, step: Int) -> [UInt8] {
  var decoder = BeaconDecoder()
  var out = ByteWriter()
  for start in stride(from: 0, to: bytes.count, by: step) {
    let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)])
    decoder.consume(chunk) { BeaconWriter().write($0, to: &out) }
  }
  decoder.finish { BeaconWriter().write($0, to: &out) }
  let counted = decoder.diagnostics
  demand(counted.lines == counted.messages + counted.emptyLines + counted.refusals.total, "every line is counted once")
  return out.bytes
}
