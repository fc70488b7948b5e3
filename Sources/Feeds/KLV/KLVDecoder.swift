/// Turns bytes into packets of the UAS Datalink Local Set (MISB ST 0601): raw KLV, or the metadata of an MPEG transport
/// stream.
///
/// The bytes may be cut anywhere. What they are is seen from the first of them. Whatever cannot be read is counted in
/// `diagnostics`, and the search goes on.
public struct KLVDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest value of a packet, in bytes.
    public var packetBytes = 65_536
    /// The most items of a packet.
    public var items = 1_024
    /// The most bytes of one unit of a packetised elementary stream of metadata.
    public var unitBytes = 131_072
    /// The most programmes that are followed.
    public var programmes = 64
    /// The most streams of metadata that are followed.
    public var streams = 32
    /// Whether a packet whose checksum is missing or wrong is handed on, marked as doubtful, when its items fill it exactly.
    public var handsOnDoubtful = false

    /// The usual limits.
    public init() {}

    /// The limits, held where the decoder can follow them.
    func held() -> Limits {
      var held = self
      held.packetBytes = min(max(64, packetBytes), 1 << 24)
      held.items = min(max(1, items), 1 << 16)
      held.unitBytes = min(max(1_024, unitBytes), 1 << 24)
      held.programmes = min(max(1, programmes), 1_024)
      held.streams = min(max(1, streams), 1_024)
      return held
    }
  }

  /// What the bytes are.
  public enum Input: Hashable, Sendable {
    /// Sets one behind the other.
    case raw
    /// An MPEG transport stream (ISO/IEC 13818-1) in packets of 188 bytes, or of 192 or 204 with times or parity between.
    case transportStream
  }

  /// The limits in force.
  public let limits: Limits
  /// What has been counted so far.
  public private(set) var diagnostics = KLVDiagnostics()
  /// What the bytes are; nil as long as too few have come to see it.
  public private(set) var input: Input?

  private var beginning: [UInt8] = []
  private var scanner: KLVScanner
  private var transport: TransportStreamReader
  private var scannedBytes = 0

  /// The most bytes that are taken at once, so that what is kept of a chunk is bounded whatever its size.
  private static let pieceBytes = 1 << 16

  /// A decoder that has seen nothing.
  ///
  /// - Parameters:
  ///   - limits: the bounds.
  ///   - input: what the bytes are; nil to see it from the first of them.
  public init(limits: Limits = Limits(), input: Input? = nil) {
    self.limits = limits.held()
    self.input = input
    scanner = KLVScanner(limits: self.limits)
    transport = TransportStreamReader(limits: self.limits)
  }

  /// How many bytes wait for more.
  var carriedBytes: Int { beginning.count + scanner.carriedBytes + transport.carriedBytes }

  /// Reads a chunk of bytes, cut anywhere, and hands on each packet as it is complete.
  ///
  /// - Parameters:
  ///   - bytes: the next bytes of the input; not kept.
  ///   - handler: called for each packet in the order in which they end.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, handler: (UASDatalinkSet) -> Void) {
    diagnostics.bytes += bytes.count
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Self.pieceBytes)
      take(bytes.slice(start, end), isLast: false, handler: handler)
      start = end
    }
  }

  /// Reads a chunk of bytes, cut anywhere.
  public mutating func consume(_ bytes: [UInt8], handler: (UASDatalinkSet) -> Void) {
    bytes.withUnsafeBytes { consume($0, handler: handler) }
  }

  /// Ends the input: what is unfinished is read as far as it goes, or refused.
  public mutating func finish(handler: (UASDatalinkSet) -> Void) {
    take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, handler: handler)
  }

  /// Every packet in some bytes, with the diagnostics; for small inputs and tests.
  public static func decode(_ bytes: [UInt8], limits: Limits = Limits(), input: Input? = nil) -> (
    packets: [UASDatalinkSet], diagnostics: KLVDiagnostics
  ) {
    var decoder = KLVDecoder(limits: limits, input: input)
    var packets: [UASDatalinkSet] = []
    decoder.consume(bytes) { packets.append($0) }
    decoder.finish { packets.append($0) }
    return (packets, decoder.diagnostics)
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool, handler: (UASDatalinkSet) -> Void) {
    guard input == nil else { return pass(bytes, isLast: isLast, handler: handler) }
    beginning.append(contentsOf: bytes)
    guard isLast || beginning.count >= TransportStreamReader.beginningBytes else { return }
    var whole: [UInt8] = []
    swap(&whole, &beginning)
    whole.withUnsafeBytes { whole in
      if TransportStreamReader.packetBytes(in: whole) != nil {
        input = .transportStream
      } else if isLast || !whole.isEmpty {
        input = .raw
      }
      pass(whole, isLast: isLast, handler: handler)
    }
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, isLast: Bool, handler: (UASDatalinkSet) -> Void) {
    if input == .transportStream {
      return transport.consume(bytes, isLast: isLast, diagnostics: &diagnostics, handler: handler)
    }
    var place = UASDatalinkSet.Place()
    place.byteOffset = scannedBytes
    scannedBytes += bytes.count
    scanner.consume(
      bytes, at: place, isContinuous: true, isLast: isLast, diagnostics: &diagnostics, handler: handler)
  }
}
