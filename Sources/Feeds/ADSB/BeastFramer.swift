/// Cuts Beast's binary stream into frames: an escape (1A hexadecimal), a type, six bytes of a 12 MHz counter, one of the signal,
/// and the message; within a frame an escape is sent twice.
struct BeastFramer: Sendable {
  /// The byte with which frames begin.
  static let escape: UInt8 = 0x1A
  /// The most bytes of a frame behind its type: a receiver's own status has as many as a long message.
  static let frameBytes = 21

  /// What a byte brought about.
  enum Outcome {
    case nothing
    /// A byte outside any frame.
    case outside
    case frame
    /// A frame ended before its time.
    case truncated
    /// A new frame is of no known type.
    case unknown
  }

  private var isEscaped = false
  private var type: UInt8 = 0
  private(set) var isInside = false
  /// The bytes of the frame behind its type.
  private(set) var bytes = InlineArray<21, UInt8>(repeating: 0)
  private(set) var count = 0
  /// The offset of the escape with which the frame begins.
  private(set) var offset = 0

  /// Takes the next byte, which stands at an offset of the input.
  @inline(__always)
  mutating func take(_ byte: UInt8, at place: Int) -> Outcome {
    if isEscaped {
      isEscaped = false
      if byte != Self.escape { return begin(byte, at: place - 1) }
    } else if byte == Self.escape {
      isEscaped = true
      return .nothing
    }
    guard isInside else { return .outside }
    bytes[count] = byte
    count += 1
    guard count == 7 + messageBytes else { return .nothing }
    isInside = false
    return .frame
  }

  /// The length of the message: Mode A and C, short and long Mode S, and a receiver's status.
  var messageBytes: Int {
    switch type {
    case UInt8(ascii: "1"): 2
    case UInt8(ascii: "2"): 7
    default: 14
    }
  }

  /// Whether the frame holds Mode S.
  var isModeS: Bool { type == UInt8(ascii: "2") || type == UInt8(ascii: "3") }

  /// The receiver's counter.
  var ticks: Int64 { (0..<6).reduce(0) { $0 << 8 | Int64(bytes[$1]) } }

  /// The Mode S frame.
  var frame: ModeSFrame? {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for index in 0..<messageBytes {
      let byte = UInt64(bytes[7 + index])
      if index < 8 { high |= byte &<< UInt64(56 - 8 * index) } else { low |= byte &<< UInt64(120 - 8 * index) }
    }
    return ModeSFrame(high: high, low: low, byteCount: messageBytes)
  }

  private mutating func begin(_ type: UInt8, at place: Int) -> Outcome {
    let wasInside = isInside
    (self.type, count, offset) = (type, 0, place)
    isInside = 0x31...0x34 ~= type
    if !isInside { return .unknown }
    return wasInside ? .truncated : .nothing
  }
}

extension ADSBDecoder {
  /// Reads binary frames, cut anywhere.
  mutating func readBeast(
    _ bytes: UnsafeRawBufferPointer, from base: Int, handler: (ADSBReception) -> Void
  ) {
    for (index, byte) in bytes.enumerated() {
      switch beast.take(byte, at: base + index) {
      case .nothing: break
      case .outside: diagnostics.otherBytes += 1
      case .truncated: diagnostics.refusals.add(.truncated, offset: beast.offset, [])
      case .unknown: diagnostics.refusals.add(.unknownFrame, offset: beast.offset, [BeastFramer.escape, byte])
      case .frame: takeBeast(handler: handler)
      }
    }
  }

  /// Ends binary input.
  mutating func finishBeast(handler: (ADSBReception) -> Void) {
    if beast.isInside { diagnostics.refusals.add(.truncated, offset: beast.offset, []) }
    beast = BeastFramer()
  }

  private mutating func takeBeast(handler: (ADSBReception) -> Void) {
    guard beast.isModeS else {
      diagnostics.otherFrames += 1
      return
    }
    let message = beast.bytes
    let (count, offset) = (beast.count, beast.offset)
    guard let frame = beast.frame else {
      return diagnostics.refusals.add(.wrongLength, offset: offset, (7..<count).map { message[$0] })
    }
    let ticks = beast.ticks
    withUnsafeBytes(of: message) { bytes in
      take(frame, .counter(ticks: ticks), at: offset, bytes.slice(7, count), handler: handler)
    }
  }
}
