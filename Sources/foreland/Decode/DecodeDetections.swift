import ArgumentParser
import Feeds

/// `foreland decode detections`: what analyses of images found, from GeoJSON, SensorThings or a table.
struct DecodeDetections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detections",
    abstract: "Decode detections: GeoJSON features, OGC SensorThings observations, or a table with a head (CSV).",
    discussion: """
      One JSON object a detection goes to standard output. Standard error says what each column was taken for, and every \
      row that was refused with why. The exit status is 0 when it is done, 1 when a file cannot be read or holds no \
      detection, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  @Flag(help: "Take a time without zone as UTC; without it such rows are refused.")
  var assumeUtc = false

  func run() throws {
    var limits = DetectionDecoder.Limits()
    limits.assumesUTC = assumeUtc
    try decodeFiles(files) { file, buffer in
      var decoder = DetectionDecoder(limits: limits)
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { take($0, &buffer) }
        buffer.flush(from: outputFlushBytes)
      }
      decoder.finish { take($0, &buffer) }
      let counted = decoder.diagnostics
      return DecodeOutcome(
        failure: failure, records: counted.detections, report: report(on: counted), nothing: "no detection")
    }
  }

  private func take(_ row: DetectionRow, _ buffer: inout ByteWriter) {
    switch row {
    case .detection(let detection, let number): DetectionWriter().write(detection, row: number, to: &buffer)
    case .refused(let refused):
      tell("row \(refused.number ?? 0), byte \(refused.byteOffset) refused: \(refused.reason.words)\n")
    }
  }

  private func report(on counted: DetectionDecoder.Diagnostics) -> String {
    var text = "\(counted.bytes) bytes, \(counted.detections) detections, \(counted.refusals.total) refused\n"
    for column in counted.columns {
      let name = printable(Array(column.name.utf8.prefix(80)))
      text += "           column \(name): \(column.item?.words ?? "not read")\n"
    }
    return text + table(of: counted.refusals, each: "row")
  }
}
