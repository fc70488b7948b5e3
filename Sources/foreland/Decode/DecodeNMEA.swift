import ArgumentParser
import Feeds
import Receivers

/// `foreland decode nmea`: radar targets, distress calls and AIS distress devices from NMEA lines.
struct DecodeNMEA: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nmea",
    abstract: "Decode radar targets (TTM, TLL), distress calls (DSC, DSE) and AIS distress devices from NMEA lines.",
    discussion: """
      One JSON object a line goes to standard output, what was refused and why to standard error. Messages of ships \
      are left to `foreland decode ais`. The exit status is 0 when it is done, 1 when a file cannot be read or holds \
      none of these, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let writer = NMEAWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = NMEADecoder()
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { writer.write($0, to: &buffer) }
        buffer.flush(from: outputFlushBytes)
      }
      decoder.finish { writer.write($0, to: &buffer) }
      return DecodeOutcome(
        failure: failure, records: decoder.diagnostics.receptions, report: report(on: decoder.diagnostics),
        nothing: "no radar target, distress call or distress device")
    }
  }

  private func report(on diagnostics: NMEADiagnostics) -> String {
    var text = "\(diagnostics.ais.lines) lines, \(diagnostics.receptions) decoded, "
    text += "\(diagnostics.aisMessagesOfOthers) AIS messages of others, \(diagnostics.otherSentences) other sentences, "
    text += "\(diagnostics.refusals.total + diagnostics.ais.refused) refused\n"
    for (formatter, count) in diagnostics.counts.sorted(by: { $0.key < $1.key }) { text += tableRow(count, formatter) }
    for reason in RefusalReason.allCases {
      guard let count = diagnostics.ais.refusals[reason] else { continue }
      text += tableRow(count, reason.words)
      for example in diagnostics.ais.examples where example.reason == reason {
        text += "           line \(example.lineNumber), byte \(example.byteOffset): \(printable(example.bytes))\n"
      }
    }
    return text + table(of: diagnostics.refusals, each: "line")
  }
}
