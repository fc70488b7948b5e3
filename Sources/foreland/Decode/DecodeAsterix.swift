import ArgumentParser
import Feeds
import Receivers

/// `foreland decode asterix`: radar and track data to JSON Lines.
struct DecodeAsterix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asterix",
    abstract: "Decode ASTERIX: recordings of traffic (pcap, pcapng) and files of blocks.",
    discussion: """
      One JSON object a record, items by their standard's names and in its units: categories 010 (edition 1.1), \
      021 (2.6), 034 (1.29), 048 (1.31), 062 (1.20) and 240 (1.3). Blocks of other categories are passed over by their \
      length and counted.

      Records go to standard output, what was refused and why to standard error. The exit status is 0 when it is done, \
      1 when a file cannot be read or holds no record, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let writer = AsterixWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = AsterixDecoder()
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { record in
          writer.write(record, to: &buffer)
          buffer.flush(from: outputFlushBytes)
        }
      }
      let isUnread = failure != nil && decoder.diagnostics.bytes == 0
      decoder.finish { writer.write($0, to: &buffer) }
      return DecodeOutcome(
        failure: failure, records: decoder.diagnostics.records,
        report: isUnread ? nil : report(on: decoder.diagnostics),
        nothing: "no ASTERIX record")
    }
  }

  /// What was read, passed over and refused, as a small table.
  private func report(on diagnostics: AsterixDiagnostics) -> String {
    var text = "\(diagnostics.bytes) bytes, "
    if let capture = diagnostics.capture { text += "\(capture.packets) packets, \(capture.datagrams) datagrams, " }
    text += "\(diagnostics.blocks) blocks, \(diagnostics.records) records, \(diagnostics.refused) refused\n"
    for (category, count) in diagnostics.recordsByCategory.sorted(by: { $0.key < $1.key }) {
      text += tableRow(count, "records of category \(padded(category))")
    }
    for (category, count) in diagnostics.blocksPassedOver.sorted(by: { $0.key < $1.key }) {
      text += tableRow(count, "blocks of category \(padded(category)) passed over")
    }
    if diagnostics.extents > 0 { text += tableRow(diagnostics.extents, "octets of later editions passed over") }
    if diagnostics.bytesPassedOver > 0 { text += tableRow(diagnostics.bytesPassedOver, "bytes in no block") }
    if let capture = diagnostics.capture { text += report(on: capture) }
    for reason in AsterixRefusal.allCases {
      guard let count = diagnostics.refusals[reason] else { continue }
      text += tableRow(count, reason.words)
      for example in diagnostics.examples where example.reason == reason {
        text += "           category \(padded(example.category)), byte \(example.byteOffset): "
        text += hexadecimal(example.bytes) + "\n"
      }
    }
    return text
  }

  private func report(on capture: CaptureDiagnostics) -> String {
    var text = ""
    if capture.otherPackets > 0 { text += tableRow(capture.otherPackets, "packets of other protocols than UDP") }
    if capture.bytesPassedOver > 0 { text += tableRow(capture.bytesPassedOver, "bytes of the recording in no packet") }
    for reason in CaptureRefusal.allCases {
      guard let count = capture.refusals[reason], let offset = capture.firstOffsets[reason] else { continue }
      text += tableRow(count, "\(reason.words), first at byte \(offset)")
    }
    return text
  }

  private func padded(_ category: Int) -> String {
    String(repeating: "0", count: max(0, 3 - String(category).count)) + String(category)
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
