import ArgumentParser
import Feeds
import Receivers

/// What became of one file.
struct DecodeOutcome {
  /// Why it could not be read to its end, if it could not.
  var failure: FeedFailure?
  /// How many records came of it.
  var records: Int
  /// What was read and what was refused, without the file's name; nil when nothing more is to be said of it than the failure.
  var report: String?
  /// What the file lacks when no record came of it, such as `no event`.
  var nothing: String
}

/// Decodes file after file, prints what came of each on standard error, and ends with status 1 when one could not be read
/// or held nothing.
func decodeFiles(_ files: [String], _ decode: (String, inout ByteWriter) -> DecodeOutcome) throws {
  var buffer = ByteWriter(capacity: outputFlushBytes + 1 << 14)
  var isRefused = false
  for file in files {
    let name = file == "-" ? "standard input" : file
    let outcome = decode(file, &buffer)
    buffer.flush()
    if let failure = outcome.failure {
      tell("foreland: \(file): \(failure.message)\n")
      isRefused = true
    }
    guard let report = outcome.report else { continue }
    tell("\(name): \(report)")
    if outcome.records == 0 {
      tell("foreland: \(outcome.nothing) in \(name)\n")
      isRefused = true
    }
  }
  if isRefused { throw ExitCode(1) }
}

/// Reads a file in chunks; returns why it could not be read to its end, if it could not.
func readAll(of file: String, _ body: (UnsafeRawBufferPointer) -> Void) -> FeedFailure? {
  do throws(FeedFailure) {
    try readChunks(of: file, body)
    return nil
  } catch {
    return error
  }
}

/// The refusals of a decoder as rows of a report, with where each example stood.
///
/// - Parameters:
///   - unit: what is counted by number, such as `line`.
///   - remark: what is to be said behind a reason's words.
func table<Reason>(
  of refusals: RefusalTable<Reason>, each unit: String = "", remark: (Reason) -> String = { _ in "" }
) -> String {
  Reason.allCases.filter { refusals[$0] > 0 }.map { reason in
    tableRow(refusals[reason], reason.words + remark(reason))
      + refusals.examples.filter { $0.reason == reason }.map { example in
        let place = example.number.map { "\(unit) \($0), " } ?? ""
        return "           \(place)byte \(example.byteOffset): \(printable(example.bytes))\n"
      }.joined()
  }.joined()
}
