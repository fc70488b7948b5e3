import ArgumentParser
import Feeds
import Receivers

/// `foreland decode ais`: NMEA lines to messages.
struct DecodeAIS: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case gpsd, geojson, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "ais",
    abstract: "Decode AIS: NMEA lines with tag blocks, receiver prefixes and times.",
    discussion: """
      Messages go to standard output, what was refused and why to standard error. The exit status is 0 when it is \
      done, 1 when a file cannot be read or holds no message, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  @Option(help: "What to write: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .gpsd

  @Flag(
    help: """
      Refuse messages whose checksum is missing or wrong, or whose end is missing; without it they are printed as JSON \
      with a member "checksum" or "length" that says so. GeoJSON and CSV never hold them.
      """)
  var strict = false

  func run() throws {
    var limits = AISDecoder.Limits()
    limits.handsOnDoubtful = format == .gpsd && !strict
    var output = MessageOutput(format: format)
    output.begin()
    var isRefused = false
    for file in files {
      var decoder = AISDecoder(limits: limits)
      do throws(FeedFailure) {
        try readChunks(of: file) { chunk in
          decoder.consume(chunk) { output.write($0) }
        }
      } catch {
        tell("foreland: \(file): \(error.message)\n")
        isRefused = true
        if decoder.diagnostics.bytes == 0 { continue }
      }
      decoder.finish { output.write($0) }
      output.flush()
      tell(report(on: decoder.diagnostics, of: file))
      if decoder.diagnostics.messages == 0 {
        tell("foreland: no AIS message in \(file == "-" ? "standard input" : file)\n")
        isRefused = true
      }
    }
    output.end()
    if isRefused { throw ExitCode(1) }
  }

  /// What was read and what was refused, as a small table.
  private func report(on diagnostics: AISDiagnostics, of file: String) -> String {
    let name = file == "-" ? "standard input" : file
    var text = "\(name): \(diagnostics.lines) lines, \(diagnostics.sentences) AIS sentences, "
    text += "\(diagnostics.messages) messages, \(diagnostics.otherSentences) other sentences, "
    text += "\(diagnostics.refused) refused"
    text += diagnostics.doubtful > 0 ? ", \(diagnostics.doubtful) of the messages doubtful\n" : "\n"
    for reason in RefusalReason.allCases {
      let (refused, doubted) = (diagnostics.refusals[reason], diagnostics.doubts[reason])
      guard refused != nil || doubted != nil else { continue }
      if let refused { text += tableRow(refused, reason.words) }
      if let doubted { text += tableRow(doubted, reason.words + " (message printed, and marked)") }
      for example in diagnostics.examples where example.reason == reason {
        text += "           line \(example.lineNumber), byte \(example.byteOffset): \(printable(example.bytes))\n"
      }
    }
    return text
  }
}

/// Messages on their way to standard output.
private struct MessageOutput: ~Copyable {
  private let format: DecodeAIS.Format
  private let gpsd = GpsdWriter()
  private let csv = CSVWriter()
  private var geoJSON = GeoJSONWriter()
  private var buffer = ByteWriter(capacity: outputFlushBytes + 1 << 14)

  init(format: DecodeAIS.Format) { self.format = format }

  mutating func begin() {
    switch format {
    case .gpsd: break
    case .geojson: geoJSON.begin(&buffer)
    case .csv: csv.begin(&buffer)
    }
  }

  @inline(__always)
  mutating func write(_ reception: AISReception) {
    switch format {
    case .gpsd:
      if reception.doubts.isEmpty {
        gpsd.write(reception.message, to: &buffer)
      } else {
        gpsd.write(doubtful: reception, to: &buffer)
      }
    case .geojson: geoJSON.write(reception, to: &buffer)
    case .csv: csv.write(reception, to: &buffer)
    }
    buffer.flush(from: outputFlushBytes)
  }

  mutating func end() {
    if format == .geojson { geoJSON.end(&buffer) }
    buffer.flush()
  }

  mutating func flush() { buffer.flush() }
}
