import ArgumentParser
import Feeds

/// `foreland decode cot`: events of Cursor on Target from XML.
struct DecodeCursorOnTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cot",
    abstract: "Decode Cursor on Target 2.0: events one behind the other, with or without newlines between.",
    discussion: """
      One JSON object an event goes to standard output, what was refused and why to standard error. Document types are \
      refused, and entities but the five of XML and numbers are unknown. The exit status is 0 when it is done, 1 when \
      a file cannot be read or holds no event, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let writer = CursorOnTargetJSONWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = CursorOnTargetDecoder()
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { writer.write($0, to: &buffer) }
        buffer.flush(from: outputFlushBytes)
      }
      decoder.finish { writer.write($0, to: &buffer) }
      let counted = decoder.diagnostics
      let report = "\(counted.bytes) bytes, \(counted.events) events, \(counted.refusals.total) refused\n"
      return DecodeOutcome(
        failure: failure, records: counted.events, report: report + table(of: counted.refusals, each: "event"),
        nothing: "no event of Cursor on Target")
    }
  }
}
