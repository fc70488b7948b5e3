import Feeds

extension FuzzTarget {
  /// Streams of Cursor on Target events, with both writers; what is written is read back as it was.
  static let cursorOnTarget = FuzzTarget(name: "cursor-on-target") { bytes in
    let (whole, events) = readEvents(bytes, step: max(1, bytes.count))
    demand(readEvents(bytes, step: 1).json == whole, "a cut between two bytes changes nothing")
    var out = ByteWriter()
    for event in events { CursorOnTargetWriter().write(event, to: &out) }
    // Escapes make text longer, so that the usual limit counts.
    let written = out.withBytes { readEvents($0, step: max(1, $0.count), limits: .init()).events }
    demand(written.count == events.count, "every event that is written is read back")
    demand(zip(written, events).allSatisfy { $0.uid == $1.uid && $0.stale == $1.stale }, "it is the same event")
  }
}

/// Limits that an input of a fuzzer's size can reach.
private var smallLimits: CursorOnTargetDecoder.Limits {
  var limits = CursorOnTargetDecoder.Limits()
  limits.eventBytes = 2_048
  return limits
}

private func readEvents(
  _ bytes: UnsafeRawBufferPointer, step: Int, limits: CursorOnTargetDecoder.Limits = smallLimits
) -> (json: [UInt8], events: [CursorOnTargetEvent]) {
  var decoder = CursorOnTargetDecoder(limits: limits)
  var out = ByteWriter()
  var events: [CursorOnTargetEvent] = []
  func take(_ event: CursorOnTargetEvent) {
    CursorOnTargetJSONWriter().write(event, to: &out)
    events.append(event)
  }
  for start in stride(from: 0, to: bytes.count, by: step) {
    decoder.consume(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)]), take)
  }
  decoder.finish(take)
  return (out.bytes, events)
}
