import Feeds

extension FuzzTarget {
  /// Files of ASTERIX blocks and recordings of network traffic, their writer, and what a tracker takes from records.
  static let asterix = FuzzTarget(name: "asterix") { bytes in
    let (head, rest) = bytes.headAndRest
    let writer = AsterixWriter()
    var whole = AsterixDecoder()
    var written = ByteWriter()
    func take(_ record: AsterixRecord) {
      writer.write(record, to: &written)
      _ = record.report
      demand(record.bytes.count == record.length, "a record lies within its input")
    }
    whole.consume(rest, take)
    whole.finish(take)
    // Where the input is cut must not matter.
    var cut = AsterixDecoder()
    var again = ByteWriter()
    let step = 1 + Int(head) % 7
    for start in stride(from: 0, to: rest.count, by: step) {
      let chunk = UnsafeRawBufferPointer(rebasing: rest[start..<min(start + step, rest.count)])
      cut.consume(chunk) { writer.write($0, to: &again) }
    }
    cut.finish { writer.write($0, to: &again) }
    demand(written.bytes == again.bytes, "a cut between two bytes changes nothing")
    demand(cut.diagnostics.refusals == whole.diagnostics.refusals, "a cut between two bytes refuses nothing")
    demand(cut.diagnostics.capture == whole.diagnostics.capture, "a cut between two bytes loses no packet")
    var single = AsterixDecoder()
    single.consume(datagram: rest) { _ = $0.report }
    demand(single.diagnostics.bytes == rest.count, "a datagram is counted whole")
  }
}
