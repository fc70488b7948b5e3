/// Why a line of a beacon's digits was not decoded.
public enum BeaconRefusal: String, ReasonInWords, Error {
  /// A character that is no hexadecimal digit.
  case notHexadecimal
  /// A count of digits that no form has.
  case wrongLength
  /// A message with room for synchronisation that has none.
  case noSynchronisation
  /// Twenty-three digits whose fixed bits are not those of a second-generation identity.
  case notSecondGeneration
  /// A line longer than the limit.
  case tooLong

  /// The reason in words.
  public var words: String {
    switch self {
    case .notHexadecimal: "a character that is no hexadecimal digit"
    case .wrongLength: "neither 15, 22, 23, 28, 30 nor 36 digits"
    case .noSynchronisation: "begins with no synchronisation of a beacon (FFFE2F or FFFED0)"
    case .notSecondGeneration: "23 digits without the fixed bits of a second-generation identity"
    case .tooLong: "longer than the limit"
    }
  }
}

/// Turns lines of hexadecimal digits into 406 MHz beacon messages, one a line.
///
/// Blanks between the digits and all behind a `#` are passed over. The bytes may be cut anywhere.
public struct BeaconDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest line, in bytes.
    public var lineBytes = 256

    /// The usual limits.
    public init() {}
  }

  /// One message, with where it stood.
  public struct Reception: Hashable, Sendable {
    /// The message.
    public let message: BeaconMessage
    /// The line, counted from 1.
    public let lineNumber: Int
  }

  /// What a decoder has counted.
  public struct Diagnostics: Sendable {
    /// Lines seen, the last without newline among them.
    public internal(set) var lines = 0
    /// Empty lines and comments.
    public internal(set) var emptyLines = 0
    /// Messages handed on.
    public internal(set) var messages = 0
    /// Messages handed on although check bits do not fit.
    public internal(set) var doubtful = 0
    /// Lines that were refused.
    public internal(set) var refusals = RefusalTable<BeaconRefusal>()
  }

  /// What has been counted so far.
  public private(set) var diagnostics = Diagnostics()
  private let limits: Limits
  private var lines: LineReader

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    self.limits = limits
    lines = LineReader(limit: limits.lineBytes)
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on each line's message.
  public mutating func consume(_ chunk: UnsafeRawBufferPointer, _ body: (Reception) -> Void) {
    var lines = LineReader(limit: 1)
    swap(&lines, &self.lines)
    lines.consume(chunk) { read($0, body) }
    swap(&lines, &self.lines)
  }

  /// Ends the input: reads a last line without newline.
  public mutating func finish(_ body: (Reception) -> Void) {
    var lines = LineReader(limit: 1)
    swap(&lines, &self.lines)
    lines.finish { read($0, body) }
    swap(&lines, &self.lines)
  }

  private mutating func read(_ line: LineReader.Line, _ body: (Reception) -> Void) {
    diagnostics.lines += 1
    do throws(BeaconRefusal) {
      guard line.bytes.count <= limits.lineBytes else { throw .tooLong }
      guard let message = try BeaconMessage(line.bytes) else {
        diagnostics.emptyLines += 1
        return
      }
      diagnostics.messages += 1
      if message.firstFieldIsWhole == false || message.secondFieldIsWhole == false { diagnostics.doubtful += 1 }
      body(Reception(message: message, lineNumber: diagnostics.lines))
    } catch {
      diagnostics.refusals.add(error, number: diagnostics.lines, offset: line.offset, line.bytes)
    }
  }
}

extension BeaconMessage {
  /// Reads the digits of one message or identity; nil when there are none.
  public init?(_ text: UnsafeRawBufferPointer) throws(BeaconRefusal) {
    var digits: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "#") { break }
      if byte == 0x20 || byte == 0x09 || byte == 0x0D { continue }
      guard hexadecimalDigit(byte) != nil else { throw .notHexadecimal }
      digits.append(0x61...0x66 ~= byte ? byte & 0x5F : byte)
    }
    guard !digits.isEmpty else { return nil }
    guard let form = Form(rawValue: digits.count) else { throw .wrongLength }
    var bits = BeaconBits()
    for (index, digit) in digits.enumerated() {
      bits.put(digit: hexadecimalDigit(digit) ?? 0, at: form.firstBit + 4 * index)
    }
    let words = String(decoding: digits, as: UTF8.self)
    if form == .secondGeneration {
      try self.init(secondGeneration: bits, digits: words)
    } else {
      try self.init(firstGeneration: bits, form: form, digits: words)
    }
  }
}

extension BeaconMessage.Form {
  /// The number of the bit that its first digit begins with.
  fileprivate var firstBit: Int {
    switch self {
    case .identity: 26
    case .short, .message: 25
    case .secondGeneration, .synchronisedShort, .synchronised: 1
    }
  }
}
