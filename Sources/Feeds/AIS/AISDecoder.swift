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
  private var carry: [UInt8] = []
  /// How many bytes of an unfinished line there is room for; never more than the longest line needs.
  var carriedBytes: Int { carry.capacity }
  private var discardsLine = false
  var lineOffset = 0

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    self.limits = limits.held()
    groups = ReassemblyTable(limits: self.limits)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on each message as it is complete.
  ///
  /// - Parameters:
  ///   - bytes: the next bytes of the input; not kept.
  ///   - handler: called for each message in the order in which they are completed.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, handler: (AISReception) -> Void) {
    let base = diagnostics.bytes
    diagnostics.bytes += bytes.count
    var start = 0
    while start < bytes.count {
      guard let newline = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
        keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        return
      }
      let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<newline])
      if carry.isEmpty && !discardsLine {
        finishLine(piece, handler: handler)
      } else {
        keep(piece)
        finishCarriedLine(handler: handler)
      }
      start = newline + 1
      lineOffset = base + start
    }
  }

  /// Reads a chunk of bytes, cut anywhere.
  public mutating func consume(_ bytes: [UInt8], handler: (AISReception) -> Void) {
    bytes.withUnsafeBytes { consume($0, handler: handler) }
  }

  /// Ends the input: reads a last line without newline and gives up unfinished multi-part messages.
  public mutating func finish(handler: (AISReception) -> Void) {
    if !carry.isEmpty || discardsLine { finishCarriedLine(handler: handler) }
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

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    guard !discardsLine else { return }
    let room = limits.lineBytes + 1 - carry.count
    if piece.count <= room {
      carry.append(contentsOf: piece)
    } else {
      carry.append(contentsOf: piece.prefix(room))
      discardsLine = true
    }
  }

  private mutating func finishCarriedLine(handler: (AISReception) -> Void) {
    var line: [UInt8] = []
    swap(&line, &carry)
    discardsLine = false
    line.withUnsafeBytes { finishLine($0, handler: handler) }
    line.removeAll(keepingCapacity: true)
    swap(&line, &carry)
  }

  private mutating func finishLine(_ line: UnsafeRawBufferPointer, handler: (AISReception) -> Void) {
    diagnostics.lines += 1
    guard line.count <= limits.lineBytes else {
      refuse(.tooLong, line)
      return
    }
    readLine(line, handler: handler)
  }

  mutating func refuse(_ reason: RefusalReason, _ line: UnsafeRawBufferPointer) {
    diagnostics.refuseLine(reason, offset: lineOffset, line)
  }
}
