/// Turns detections as GeoJSON (RFC 7946), SensorThings observations (OGC 18-088) or a table with a head (RFC 4180) into
/// values; which of them it is, the first byte tells.
///
/// The bytes may be cut anywhere. Every row is handed on, read or refused, so that none is lost in silence.
public struct DetectionDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest record of JSON, in bytes.
    public var recordBytes = 1 << 18
    /// The longest line of a table, in bytes.
    public var lineBytes = 1 << 16
    /// How many lines one row of a table may have, in quotes.
    public var rowLines = 16
    /// How many columns a table may have.
    public var columns = 512
    /// Whether a time without zone is taken as UTC rather than refused.
    public var assumesUTC = false

    /// The usual limits.
    public init() {}
  }

  /// What a column of a table was taken for.
  public struct Column: Hashable, Sendable {
    /// Its name in the head.
    public let name: String
    /// What it was taken for; nil when it is not read.
    public let item: DetectionItem?
  }

  /// What a decoder has counted.
  public struct Diagnostics: Sendable {
    /// Bytes taken in.
    public internal(set) var bytes = 0
    /// Detections handed on.
    public internal(set) var detections = 0
    /// Rows and records that were refused; their numbers count lines of a table, head included, or records of JSON.
    public internal(set) var refusals = RefusalTable<DetectionRefusal>()
    /// The columns of the table, in their order, with what they were taken for; empty for JSON.
    public internal(set) var columns: [Column] = []
  }

  private enum Form { case unknown, json, table }

  /// What has been counted so far.
  public var diagnostics: Diagnostics {
    var counted = tally.diagnostics
    counted.columns = table.columns
    return counted
  }
  private var form = Form.unknown
  private var tally = DetectionTally()
  private var json: JSONDetections
  private var table: DetectionTable

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    json = JSONDetections(limits: limits)
    table = DetectionTable(limits: limits)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on each row or record.
  public mutating func consume(_ chunk: UnsafeRawBufferPointer, _ body: (DetectionRow) -> Void) {
    tally.diagnostics.bytes += chunk.count
    if form == .unknown, let first = chunk.first(where: { !isXMLBlank($0) && !Self.orderMark.contains($0) }) {
      form = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .table
    }
    // Bytes before the first that tells are blank, and both readers count them.
    if form != .table { json.consume(chunk, &tally, body) }
    if form != .json { table.consume(chunk, &tally, body) }
  }

  /// Ends the input: reads a last row without newline; what is unfinished is refused.
  public mutating func finish(_ body: (DetectionRow) -> Void) {
    if form == .json { json.finish(&tally, body) }
    if form == .table { table.finish(&tally, body) }
  }

  /// The bytes of U+FEFF, which some programs write before a table.
  static let orderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// Counts rows and hands them on.
struct DetectionTally: Sendable {
  var diagnostics = DetectionDecoder.Diagnostics()

  mutating func accept(_ detection: Detection, row: Int, _ body: (DetectionRow) -> Void) {
    diagnostics.detections += 1
    body(.detection(detection, row: row))
  }

  mutating func refuse(
    _ reason: DetectionRefusal, row: Int, offset: Int, _ bytes: UnsafeRawBufferPointer, _ body: (DetectionRow) -> Void
  ) {
    diagnostics.refusals.add(reason, number: row, offset: offset, bytes)
    let example = bytes.prefix(RefusalTable<DetectionRefusal>.exampleBytesMost)
    body(.refused(RefusedInput(reason: reason, number: row, byteOffset: offset, bytes: Array(example))))
  }
}
