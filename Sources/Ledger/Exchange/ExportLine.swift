import Foundation

/// The lines of an export, as JSON objects.
enum ExportLine {
  /// The first line: which ledger, and the key that its checkpoints are verified with.
  struct Header: Encodable {
    var ledger: String
    var verifier: String
    var format = SealedEntry.formatVersion
    var size: Int64
  }

  /// A line for each entry. The hash over `sealed` is the leaf of the tree; the fields beside it repeat what it says.
  struct Line: Encodable {
    var sequence: Int64
    var recorded: String
    var about: String
    var kind: String
    var aggregate: String
    var version: Int64
    var actor: String
    var agency: String
    var purpose: String
    var marking: String
    var subjects: [String]
    var clockStepped: Bool?
    var command: String?
    var parts: [Part]?
    var sealed: String
  }

  /// An opened part: its text when it is UTF-8, else its bytes in base64, or why neither can be had.
  struct Part: Encodable {
    var name: String
    var subjects: [String]
    var state: String
    var text: String?
    var bytes: String?

    init(_ part: OpenedPart) {
      name = part.name
      subjects = part.subjects
      state = part.state.rawValue
      guard let opened = part.bytes else { return }
      text = String(validating: opened, as: UTF8.self)
      if text == nil { bytes = Data(opened).base64EncodedString() }
    }
  }

  /// The last line: the latest checkpoint among the entries exported.
  struct Footer: Encodable {
    var checkpoint: String?
  }
}

extension ExportLine.Line {
  init(_ entry: Entry, sealed bytes: [UInt8], opened: Bool) {
    self.init(
      sequence: entry.sequence, recorded: Self.iso8601(entry.recordedMilliseconds),
      about: Self.iso8601(entry.aboutMilliseconds), kind: entry.kind, aggregate: entry.aggregate,
      version: entry.version, actor: entry.actor, agency: entry.agency, purpose: entry.purpose,
      marking: entry.marking, subjects: entry.subjects, clockStepped: entry.clockStepped ? true : nil,
      command: entry.idempotencyKey, parts: opened ? entry.parts.map(ExportLine.Part.init) : nil,
      sealed: Data(bytes).base64EncodedString())
  }

  private static func iso8601(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
