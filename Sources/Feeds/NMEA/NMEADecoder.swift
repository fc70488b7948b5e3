public import Geodesy

/// One thing that a line of NMEA 0183 said about targets or distress, with when and through whom it came.
public struct NMEAReception: Sendable {
  /// What a line may say.
  public enum Content: Hashable, Sendable {
    /// A radar target by distance and bearing: `TTM`.
    case radarTarget(RadarTarget)
    /// A target by position: `TLL`.
    case targetPosition(TargetPosition)
    /// A call by digital selective calling: `DSC`.
    case distressCall(DistressCall)
    /// What extends such a call: `DSE`.
    case distressExtension(DistressExtension)
    /// An AIS message of a distress device: `VDM` or `VDO`.
    case distressDevice(DistressDevice)
  }

  /// What was said.
  public let content: Content
  /// The two letters before the formatter: `RA` radar, `CD` digital selective calling, `AI` AIS.
  public var talker: String { talkerCode.description }
  /// When it was received, as the line says; nil when it does not.
  public let receivedAt: Instant?
  /// The receiving station; nil when nothing names it.
  public var source: String? { sourceCode.isEmpty ? nil : sourceCode.description }
  /// The line, counted from 1.
  public let lineNumber: Int

  let talkerCode: ShortText
  let sourceCode: ShortText
}

/// Turns bytes of NMEA 0183 into radar targets, distress calls and the messages of AIS distress devices.
///
/// Lines, tag blocks, receivers' times and AIS messages are read by the AIS decoder; this one adds the other sentences.
/// The bytes may be cut anywhere. Whatever cannot be read is counted in `diagnostics`.
public struct NMEADecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The bounds of lines and AIS messages.
    public var ais = AISDecoder.Limits()
    /// How many calls may wait for the sentence that extends them; the oldest gives way.
    public var openCalls = 16

    /// The usual limits.
    public init() {}
  }

  private var ais: AISDecoder
  private var sentences: SentenceReader

  /// What has been counted so far.
  public var diagnostics: NMEADiagnostics {
    NMEADiagnostics(
      ais: ais.diagnostics, counts: sentences.counts, refusals: sentences.refusals,
      aisMessagesOfOthers: sentences.aisMessagesOfOthers)
  }

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    ais = AISDecoder(limits: limits.ais)
    sentences = SentenceReader(openCalls: limits.openCalls)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on what each line says.
  public mutating func consume(_ chunk: UnsafeRawBufferPointer, _ body: (NMEAReception) -> Void) {
    consume(chunk, ais: { _ in }, others: body)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on every AIS message as well.
  ///
  /// - Parameters:
  ///   - ais: called for each AIS message, also for one of a distress device.
  ///   - others: called for what each line says of targets and distress.
  public mutating func consume(
    _ chunk: UnsafeRawBufferPointer, ais handler: (AISReception) -> Void, others body: (NMEAReception) -> Void
  ) {
    var reader = SentenceReader(openCalls: 1)
    swap(&reader, &sentences)
    ais.consume(chunk) {
      handler($0)
      reader.take($0, body)
    } others: {
      reader.take($0, on: $1, body)
    }
    swap(&reader, &sentences)
  }

  /// Reads a chunk of bytes, cut anywhere.
  public mutating func consume(_ chunk: [UInt8], _ body: (NMEAReception) -> Void) {
    chunk.withUnsafeBytes { consume($0, body) }
  }

  /// Ends the input: reads a last line without newline.
  public mutating func finish(_ body: (NMEAReception) -> Void) {
    var reader = SentenceReader(openCalls: 1)
    swap(&reader, &sentences)
    ais.finish {
      reader.take($0, body)
    } others: {
      reader.take($0, on: $1, body)
    }
    swap(&reader, &sentences)
  }
}

/// What a decoder of NMEA 0183 has counted, and examples of what it refused.
public struct NMEADiagnostics: Sendable {
  /// What the decoder of lines and AIS messages has counted.
  public let ais: AISDiagnostics
  /// Decoded sentences by formatter: `TTM`, `TLL`, `DSC`, `DSE`, and `VDM` for the messages of distress devices.
  public let counts: [String: Int]
  /// Sentences of these formatters that were refused; `ais.refusals` has the rest.
  public let refusals: RefusalTable<NMEARefusal>
  /// AIS messages that no distress device sent.
  public let aisMessagesOfOthers: Int

  /// All that was handed on.
  public var receptions: Int { counts.values.reduce(0, +) }
  /// Sentences that are neither AIS nor of any formatter that is read here, such as `GGA`.
  public var otherSentences: Int {
    ais.otherSentences - refusals.total - receptions + (counts["VDM"] ?? 0)
  }
}
