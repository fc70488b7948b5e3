/// Why a line, or a part of a message, was not decoded.
public enum RefusalReason: String, Hashable, Sendable, CaseIterable {
  /// The line holds no NMEA sentence, comment or tag block.
  case notASentence
  /// The sentence's fields are not those of `VDM` or `VDO`.
  case malformedSentence
  /// The sentence has no checksum.
  case missingChecksum
  /// The checksum does not fit the sentence.
  case badChecksum
  /// The tag block's checksum does not fit, or it is not closed; the sentence behind it is still read.
  case badTagBlock
  /// The payload has characters outside the six-bit alphabet, or none.
  case badArmouring
  /// A line, a payload or a message is longer than the limit.
  case tooLong
  /// The message is shorter or longer than its type allows.
  case wrongLength
  /// The message type is 0 or above 27.
  case unknownType
  /// A multi-part message lacked parts when its time was up, its place was needed or the input ended.
  case incompleteGroup

  /// The reason in words, for a table that people read.
  public var words: String {
    switch self {
    case .notASentence: "no NMEA sentence on the line"
    case .malformedSentence: "sentence fields are not those of VDM or VDO"
    case .missingChecksum: "checksum missing"
    case .badChecksum: "checksum does not fit"
    case .badTagBlock: "tag block damaged (sentence still read)"
    case .badArmouring: "payload outside the six-bit alphabet"
    case .tooLong: "longer than the limit"
    case .wrongLength: "wrong length for the message type"
    case .unknownType: "unknown message type"
    case .incompleteGroup: "multi-part message incomplete"
    }
  }
}

/// One refused piece of input, with where it stood and its bytes.
public struct Refusal: Hashable, Sendable {
  /// Why it was refused.
  public let reason: RefusalReason
  /// The line, counted from 1.
  public let lineNumber: Int
  /// The offset of the line's first byte in the whole input.
  public let byteOffset: Int
  /// The bytes of the line, cut at `AISDiagnostics.maximumExampleBytes`.
  public let bytes: [UInt8]
}

/// What a decoder has counted, and examples of what it refused.
public struct AISDiagnostics: Sendable {
  /// The most examples that are kept for a reason.
  public static let maximumExamples = 4
  /// The most bytes that are kept of an example.
  public static let maximumExampleBytes = 160

  /// Bytes taken in.
  public internal(set) var bytes = 0
  /// Lines seen, the last without newline among them.
  public internal(set) var lines = 0
  /// `VDM` and `VDO` sentences with a good checksum.
  public internal(set) var sentences = 0
  /// Messages handed on.
  public internal(set) var messages = 0
  /// Sentences that are none of AIS, such as `GGA` or a receiver's own.
  public internal(set) var otherSentences = 0
  /// Empty lines and comments.
  public internal(set) var emptyLines = 0
  /// Refusals by reason.
  public private(set) var refusals: [RefusalReason: Int] = [:]
  /// The first few refusals of each reason.
  public private(set) var examples: [Refusal] = []

  /// All refusals together.
  public var refused: Int { refusals.values.reduce(0, +) }

  mutating func refuse(_ reason: RefusalReason, line: Int, offset: Int, _ bytes: UnsafeRawBufferPointer) {
    let before = refusals[reason, default: 0]
    refusals[reason] = before + 1
    guard before < Self.maximumExamples else { return }
    examples.append(
      Refusal(
        reason: reason, lineNumber: line, byteOffset: offset, bytes: Array(bytes.prefix(Self.maximumExampleBytes))))
  }
}
