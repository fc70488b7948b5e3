/// Why a line or a frame was not decoded.
public enum ADSBRefusal: String, ReasonInWords {
  /// The line is none of the forms that are read.
  case notAMessage
  /// The digits are not hexadecimal.
  case badDigits
  /// The frame is not as long as its format asks.
  case wrongLength
  /// The parity does not fit.
  case badParity
  /// The address under a reply's parity is of no aircraft that has been heard openly: it may be noise.
  case unknownAddress
  /// A line is longer than the limit.
  case tooLong
  /// A binary frame ends before its time.
  case truncated
  /// A binary frame of an unknown type.
  case unknownFrame

  /// The reason in words, for a table that people read.
  public var words: String {
    switch self {
    case .notAMessage: "no message on the line"
    case .badDigits: "digits that are not hexadecimal"
    case .wrongLength: "wrong length for the downlink format"
    case .badParity: "parity does not fit"
    case .unknownAddress: "reply of an aircraft that was not heard openly"
    case .tooLong: "longer than the limit"
    case .truncated: "binary frame ends too early"
    case .unknownFrame: "binary frame of an unknown type"
    }
  }
}

/// What a decoder has counted, and examples of what it refused.
public struct ADSBDiagnostics: Sendable {
  /// Bytes taken in.
  public internal(set) var bytes = 0
  /// Lines seen, empty ones and comments among them.
  public internal(set) var lines = 0
  /// Empty lines and comments.
  public internal(set) var emptyLines = 0
  /// Mode S frames of a right length.
  public internal(set) var frames = 0
  /// Messages handed on.
  public internal(set) var messages = 0
  /// Frames of formats that say nothing here (0, 16, 19, 22 and 24), and squitters that no aircraft sends of itself.
  public internal(set) var otherFormats = 0
  /// Mode A and C replies and a receiver's own frames, which are no Mode S.
  public internal(set) var otherFrames = 0
  /// Bytes outside binary frames.
  public internal(set) var otherBytes = 0
  /// Messages with a position that was resolved.
  public internal(set) var positions = 0
  /// Halves of positions that found no other half and no position to lie near.
  public internal(set) var unpaired = 0
  /// Positions that the aircraft cannot have flown to; their messages are handed on without them.
  public internal(set) var implausible = 0
  /// Aircraft forgotten because the table was full.
  public internal(set) var evicted = 0
  /// Mode S frames by downlink format.
  public var formats: [Int: Int] {
    (0...24).reduce(into: [:]) { table, format in if formatCounts[format] > 0 { table[format] = formatCounts[format] } }
  }
  /// What was refused.
  public internal(set) var refusals = RefusalTable<ADSBRefusal>()

  var formatCounts = InlineArray<25, Int>(repeating: 0)
}
