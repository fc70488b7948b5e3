/// Turns blocks of ASTERIX into records: from datagrams, from files of blocks one behind the other, and from recordings of
/// network traffic (EUROCONTROL-SPEC-0149, part 1, edition 2.2).
///
/// The bytes of a file may be cut anywhere. A block of another category is passed over by its length, and what cannot be
/// read is counted in `diagnostics`.
public struct AsterixDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest block, in bytes; its length has two octets.
    public var blockBytes = 65_535
    /// The bounds of a recording.
    public var capture = CaptureReader.Limits()

    /// The usual limits.
    public init() {}
  }

  /// What the bytes of a file turned out to be.
  enum Input: Sendable {
    case unknown
    case blocks
    case capture(CaptureReader)
  }

  /// The three octets before the records of a block: its category and its length with them.
  static let blockHeadBytes = 3

  /// The limits in force.
  public let limits: Limits
  /// What has been counted so far.
  public internal(set) var diagnostics = AsterixDiagnostics()

  /// The layouts of all categories, nil for one that is passed over.
  let layouts = AsterixTables.layouts
  private var input = Input.unknown
  private var carry: [UInt8] = []
  /// How many bytes of unfinished blocks are kept.
  var carriedBytes: Int { carry.count }
  /// Where what is at hand begins, from the start of the input.
  private var base = 0
  /// Whether damage is behind us and the next block not yet found.
  var searches = false

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Reads a chunk of a file, cut anywhere, and hands on each record as it is complete.
  ///
  /// Whether the file is a recording (pcap, pcapng) or holds blocks, its first bytes say.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (AsterixRecord) -> Void) {
    diagnostics.bytes += bytes.count
    if case .capture(var reader) = input {
      input = .unknown
      reader.consume(bytes) { datagram in read(datagram, body) }
      diagnostics.capture = reader.diagnostics
      input = .capture(reader)
      return
    }
    var held: [UInt8] = []
    swap(&held, &carry)
    held.append(contentsOf: bytes)
    if case .unknown = input, held.count >= CaptureReader.headBytes {
      guard held.withUnsafeBytes({ !CaptureReader.begins($0) }) else {
        diagnostics.bytes -= held.count
        input = .capture(CaptureReader(limits: limits.capture))
        return held.withUnsafeBytes { consume($0, body) }
      }
      input = .blocks
    }
    if case .blocks = input { advance(&held, isLast: false, body) }
    swap(&held, &carry)
  }

  /// Reads a chunk of a file, cut anywhere.
  public mutating func consume(_ bytes: [UInt8], _ body: (AsterixRecord) -> Void) {
    bytes.withUnsafeBytes { consume($0, body) }
  }

  /// Reads one datagram, or another message with an end of its own, which holds whole blocks.
  ///
  /// - Parameters:
  ///   - datagram: its bytes; not kept.
  ///   - receivedNanoseconds: when it came, in nanoseconds since 1970, where that is known.
  public mutating func consume(
    datagram: UnsafeRawBufferPointer, receivedNanoseconds: Int64? = nil, _ body: (AsterixRecord) -> Void
  ) {
    read(Octets(datagram), at: diagnostics.bytes, receivedNanoseconds, body)
    diagnostics.bytes += datagram.count
  }

  /// Ends the input: reads what waited for more, and gives up an unfinished block.
  public mutating func finish(_ body: (AsterixRecord) -> Void) {
    if case .capture(var reader) = input {
      reader.finish()
      diagnostics.capture = reader.diagnostics
      input = .capture(reader)
      return
    }
    input = .blocks
    var held: [UInt8] = []
    swap(&held, &carry)
    advance(&held, isLast: true, body)
  }

  /// Reads the blocks at hand and lets go of their bytes.
  private mutating func advance(_ held: inout [UInt8], isLast: Bool, _ body: (AsterixRecord) -> Void) {
    let used = held.withUnsafeBytes { bytes in
      readStream(Octets(bytes), at: base, isLast: isLast, body)
    }
    base += used
    held.removeFirst(used)
  }

  private mutating func read(_ datagram: Datagram, _ body: (AsterixRecord) -> Void) {
    read(Octets(datagram.payload), at: datagram.byteOffset, datagram.capturedNanoseconds, body)
  }
}
