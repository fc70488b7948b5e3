import ArgumentParser
import Feeds

/// `foreland decode beacon`: 406 MHz distress beacons from their hexadecimal digits, one a line.
struct DecodeBeacon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beacon",
    abstract: "Decode 406 MHz distress beacons from 15, 22, 23, 28, 30 or 36 hexadecimal digits a line.",
    discussion: """
      One JSON object a line goes to standard output, what was refused and why to standard error. A message whose \
      check bits do not fit is printed, with "bch1" or "bch2" false. The exit status is 0 when it is done, 1 when a \
      file cannot be read or holds no message, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let writer = BeaconWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = BeaconDecoder()
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { writer.write($0, to: &buffer) }
        buffer.flush(from: outputFlushBytes)
      }
      decoder.finish { writer.write($0, to: &buffer) }
      let counted = decoder.diagnostics
      var report = "\(counted.lines) lines, \(counted.messages) messages, \(counted.refusals.total) refused"
      report += counted.doubtful > 0 ? ", \(counted.doubtful) of the messages with wrong check bits\n" : "\n"
      return DecodeOutcome(
        failure: failure, records: counted.messages, report: report + table(of: counted.refusals, each: "line"),
        nothing: "no beacon message")
    }
  }
}
