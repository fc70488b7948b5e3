public import Geodesy

/// Turns bytes into messages of aircraft: extended squitters (ADS-B, RTCA DO-260B) and the Mode S replies around them.
///
/// Lines (AVR's `*…;` and `@…;`, plain digits, or `time,digits`) and Beast's binary frames are told apart by the first byte. The
/// bytes may be cut anywhere. Only frames whose parity fits are handed on; nothing is corrected.
public struct ADSBDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest line, in bytes.
    public var lineBytes = 256
    /// How many aircraft are remembered at a time; the one that has been silent longest gives way.
    public var aircraft = 4_096
    /// How far apart in time two halves of a position in the air may be (DO-260B, A.1.7.7).
    public var pairMilliseconds: Int64 = 10_000
    /// The same on the ground (A.1.7.8), where half of 50 seconds serves aircraft that move as well.
    public var surfacePairMilliseconds: Int64 = 25_000
    /// How long a position serves as the one that the next lies near.
    public var referenceMilliseconds: Int64 = 60_000
    /// Without times, how many messages of an aircraft stand for those times.
    public var untimedMessages = 20
    /// How fast an aircraft may be, in metres a second: 1,500 knots.
    public var metresPerSecond = 772.0
    /// How far it may be beside that, in metres.
    public var marginMetres = 5_000.0
    /// After how many implausible positions in a row the last one is given up.
    public var rejections = 3

    /// The usual limits.
    public init() {}

    /// The limits, held where the decoder can follow them.
    func held() -> Limits {
      var held = self
      held.lineBytes = min(max(80, lineBytes), 1 << 16)
      held.aircraft = min(max(1, aircraft), 1 << 20)
      held.pairMilliseconds = min(max(0, pairMilliseconds), 60_000)
      held.surfacePairMilliseconds = min(max(0, surfacePairMilliseconds), 60_000)
      held.referenceMilliseconds = min(max(0, referenceMilliseconds), 3_600_000)
      held.rejections = max(1, rejections)
      return held
    }
  }

  /// How the frames are wrapped.
  public enum Input: Hashable, Sendable {
    /// One message a line.
    case lines
    /// Beast's binary frames.
    case beast
  }

  /// The limits in force.
  public let limits: Limits
  /// Where the receiver is: needed for positions on the ground until the aircraft's own is known.
  public let station: Position?
  /// What has been counted so far.
  public internal(set) var diagnostics = ADSBDiagnostics()
  /// How the frames are wrapped; nil as long as no byte has come.
  public private(set) var input: Input?

  var table: AircraftTable
  var beast = BeastFramer()
  private var carry: [UInt8] = []
  private var discardsLine = false
  private var lineOffset = 0

  /// A decoder that has seen nothing.
  ///
  /// - Parameters:
  ///   - limits: the bounds.
  ///   - station: where the receiver is.
  ///   - input: how the frames are wrapped; nil to see it from the first byte.
  public init(limits: Limits = Limits(), station: Position? = nil, input: Input? = nil) {
    self.limits = limits.held()
    self.station = station
    self.input = input
    table = AircraftTable(limits: self.limits)
  }

  /// How many bytes wait for more.
  var carriedBytes: Int { carry.count }

  /// Reads a chunk of bytes, cut anywhere, and hands on each message as it is complete.
  ///
  /// - Parameters:
  ///   - bytes: the next bytes of the input; not kept.
  ///   - handler: called for each message in order.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, handler: (ADSBReception) -> Void) {
    guard let first = bytes.first else { return }
    let base = diagnostics.bytes
    diagnostics.bytes += bytes.count
    if input == nil { input = first == BeastFramer.escape ? .beast : .lines }
    if input == .beast { return readBeast(bytes, from: base, handler: handler) }
    var start = 0
    while start < bytes.count {
      guard let newline = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
        return keep(bytes.slice(start, bytes.count))
      }
      let piece = bytes.slice(start, newline)
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
  public mutating func consume(_ bytes: [UInt8], handler: (ADSBReception) -> Void) {
    bytes.withUnsafeBytes { consume($0, handler: handler) }
  }

  /// Ends the input: a last line without newline is read, an unfinished frame refused.
  public mutating func finish(handler: (ADSBReception) -> Void) {
    if input == .beast { return finishBeast(handler: handler) }
    if !carry.isEmpty || discardsLine { finishCarriedLine(handler: handler) }
  }

  /// Every message in some bytes, with the diagnostics; for small inputs and tests.
  public static func decode(
    _ bytes: [UInt8], limits: Limits = Limits(), station: Position? = nil, input: Input? = nil
  ) -> (receptions: [ADSBReception], diagnostics: ADSBDiagnostics) {
    var decoder = ADSBDecoder(limits: limits, station: station, input: input)
    var receptions: [ADSBReception] = []
    decoder.consume(bytes) { receptions.append($0) }
    decoder.finish { receptions.append($0) }
    return (receptions, decoder.diagnostics)
  }

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    guard !discardsLine else { return }
    let room = limits.lineBytes + 1 - carry.count
    carry.append(contentsOf: piece.prefix(room))
    if piece.count > room { discardsLine = true }
  }

  private mutating func finishCarriedLine(handler: (ADSBReception) -> Void) {
    var line: [UInt8] = []
    swap(&line, &carry)
    discardsLine = false
    line.withUnsafeBytes { finishLine($0, handler: handler) }
    line.removeAll(keepingCapacity: true)
    swap(&line, &carry)
  }

  private mutating func finishLine(_ line: UnsafeRawBufferPointer, handler: (ADSBReception) -> Void) {
    diagnostics.lines += 1
    guard line.count <= limits.lineBytes else { return diagnostics.refusals.add(.tooLong, offset: lineOffset, line) }
    switch MessageLine.read(line) {
    case .empty: diagnostics.emptyLines += 1
    case .otherFrame: diagnostics.otherFrames += 1
    case .refused(let reason): diagnostics.refusals.add(reason, offset: lineOffset, line)
    case .frame(let frame, let time): take(frame, time, at: lineOffset, line, handler: handler)
    }
  }
}
