/// Turns bytes of NMEA 0183 into AIS messages.
///
/// The bytes may be cut anywhere; parts of a message may be interleaved with other sentences and other sources. Whatever
/// cannot be read is counted in `diagnostics`. No memory is taken for a message that its handler does not keep.
public struct AISDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest line, in bytes; NMEA 0183 allows 82 for a sentence, and tag blocks and suffixes come on top.
    public var lineBytes = 1_024
    /// The longest payload of one sentence of several, in characters.
    public var partCharacters = 256
    /// How many multi-part messages may be unfinished at a time; the oldest gives way.
    public var openGroups = 64
    /// For how many further sentences an unfinished message is kept.
    public var groupSentences = 4_000
    /// How long an unfinished message is kept, in milliseconds by the receivers' clocks, where they are given.
    public var groupMilliseconds: Int64 = 60_000
    /// How many sentences a first part may come behind a later part of the same message.
    public var disorderSentences = 32
    /// Whether a message is handed on, marked as doubtful, when its checksum is missing or wrong or its end is; else it is
    /// refused, as a live picture needs it.
    public var handsOnDoubtful = false

    /// The usual limits.
    public init() {}

    /// The limits, held where the decoder's own storage can follow them.
    func held() -> Limits {
      var held = self
      held.lineBytes = min(max(80, lineBytes), 1 << 20)
      held.partCharacters = min(max(1, partCharacters), 4_096)
      held.openGroups = min(max(1, openGroups), 4_096)
      return held
    }
  }

  /// The limits in force.
  public let limits: Limits

  /// What has been counted so far.
  public internal(set) var diagnostics = AISDiagnostics()

  var payload = AISPayload()
  var groups: ReassemblyTable
  var namesFromPartA = PartANames()
  var tagBlocks = TagBlockMemory()
  var tagGroups = TagGroups()
  var announcedMilliseconds: Int64?
  /// The sentence of another kind that the line which is being read turned out to hold.
  var other: OtherSentence?
  private var lines: LineReader
  /// How many bytes of an unfinished line there is room for; never more than the longest line needs.
  var carriedBytes: Int { lines.carriedBytes }
  var lineOffset = 0

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    self.limits = limits.held()
    groups = ReassemblyTable(limits: self.limits)
    lines = LineReader(limit: self.limits.lineBytes)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on each message as it is complete.
  ///
  /// - Parameters:
  ///   - bytes: the next bytes of the input; not kept.
  ///   - handler: called for each message in the order in which they are completed.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, handler: (AISReception) -> Void) {
    consume(bytes, handler: handler, others: { _, _ in })
  }

  /// Reads a chunk of bytes, and hands on sentences that are none of AIS as well, each with its line.
  @inline(__always)
  mutating func consume(
    _ bytes: UnsafeRawBufferPointer, handler: (AISReception) -> Void,
    others: (OtherSentence, UnsafeRawBufferPointer) -> Void
  ) {
    diagnostics.bytes += bytes.count
    // Taken out while its lines are read, since they are read with all of the rest.
    var lines = LineReader(limit: limits.lineBytes)
    swap(&lines, &self.lines)
    lines.consume(bytes) { finishLine($0, handler: handler, others: others) }
    swap(&lines, &self.lines)
  }

  /// Reads a chunk of bytes, cut anywhere.
  public mutating func consume(_ bytes: [UInt8], handler: (AISReception) -> Void) {
    bytes.withUnsafeBytes { consume($0, handler: handler) }
  }

  /// Ends the input: reads a last line without newline and gives up unfinished multi-part messages.
  public mutating func finish(handler: (AISReception) -> Void) {
    finish(handler: handler, others: { _, _ in })
  }

  /// Ends the input, and hands on a last sentence that is none of AIS as well.
  mutating func finish(
    handler: (AISReception) -> Void, others: (OtherSentence, UnsafeRawBufferPointer) -> Void
  ) {
    var lines = LineReader(limit: limits.lineBytes)
    swap(&lines, &self.lines)
    lines.finish { finishLine($0, handler: handler, others: others) }
    swap(&lines, &self.lines)
    groups.dropAll(into: &diagnostics)
  }

  /// Every message in some bytes, with the diagnostics; for small inputs and tests.
  public static func decode(_ bytes: [UInt8], limits: Limits = Limits()) -> (
    receptions: [AISReception], diagnostics: AISDiagnostics
  ) {
    var decoder = AISDecoder(limits: limits)
    var receptions: [AISReception] = []
    decoder.consume(bytes) { receptions.append($0) }
    decoder.finish { receptions.append($0) }
    return (receptions, decoder.diagnostics)
  }

  @inline(__always)
  private mutating func finishLine(
    _ line: LineReader.Line, handler: (AISReception) -> Void,
    others: (OtherSentence, UnsafeRawBufferPointer) -> Void
  ) {
    diagnostics.lines += 1
    lineOffset = line.offset
    guard line.bytes.count <= limits.lineBytes else {
      refuse(.tooLong, line.bytes)
      return
    }
    readLine(line.bytes, handler: handler)
    if let other {
      self.other = nil
      others(other, line.bytes)
    }
  }

  mutating func refuse(_ reason: RefusalReason, _ line: UnsafeRawBufferPointer) {
    diagnostics.refuseLine(reason, offset: lineOffset, line)
  }
}
