import ArgumentParser
import Feeds
import Geodesy
import Receivers

/// `foreland decode adsb`: Mode S frames to messages of aircraft, with their positions.
struct DecodeADSB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adsb",
    abstract: "Decode ADS-B and Mode S: AVR and plain lines, tables of seconds and digits, Beast's binary frames.",
    discussion: """
      One JSON object a message goes to standard output, what was refused and why to standard error. The exit status is \
      0 when it is done, 1 when a file cannot be read or holds no message, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  @Option(
    help: """
      Where the receiver is, as decimal degrees: 51.12,1.31. Positions on the ground need it until the aircraft's own \
      is known.
      """)
  var station: Station?

  func run() throws {
    let writer = ADSBWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = ADSBDecoder(station: station?.position)
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { reception in
          writer.write(reception, to: &buffer)
          buffer.flush(from: outputFlushBytes)
        }
      }
      let isUnread = failure != nil && decoder.diagnostics.bytes == 0
      decoder.finish { writer.write($0, to: &buffer) }
      return DecodeOutcome(
        failure: failure, records: decoder.diagnostics.messages, report: isUnread ? nil : report(on: decoder),
        nothing: "no message of an aircraft")
    }
  }

  /// What was read and what was refused, as a small table.
  private func report(on decoder: ADSBDecoder) -> String {
    let diagnostics = decoder.diagnostics
    var text = ""
    if decoder.input == .lines { text += "\(diagnostics.lines) lines, " }
    text += "\(diagnostics.frames) frames, \(diagnostics.messages) messages, \(diagnostics.positions) positions, "
    text += "\(diagnostics.refusals.total) refused\n"
    text += table(of: diagnostics.refusals)
    let counts = [
      (diagnostics.unpaired, "halves of positions without another half"),
      (diagnostics.implausible, "positions that the aircraft cannot have flown to"),
      (diagnostics.otherFormats, "frames of formats that say nothing here"),
      (diagnostics.otherFrames, "frames that are no Mode S"),
      (diagnostics.otherBytes, "bytes outside frames"),
      (diagnostics.evicted, "aircraft forgotten because too many were heard"),
    ]
    for (count, words) in counts where count > 0 { text += tableRow(count, words) }
    for (format, count) in diagnostics.formats.sorted(by: { $0.key < $1.key }) {
      text += tableRow(count, "frames of downlink format \(format)")
    }
    return text
  }
}

/// A place on the command line.
struct Station: ExpressibleByArgument {
  let position: Position

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { Double($0) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    else { return nil }
    self.position = position
  }
}
