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

extension RefusalReason {
  /// Where the reason is counted.
  var place: Int {
    switch self {
    case .notASentence: 0
    case .malformedSentence: 1
    case .missingChecksum: 2
    case .badChecksum: 3
    case .badTagBlock: 4
    case .badArmouring: 5
    case .tooLong: 6
    case .wrongLength: 7
    case .unknownType: 8
    case .incompleteGroup: 9
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
  /// Refused lines and unfinished messages by reason; a reason that never came is absent.
  public var refusals: [RefusalReason: Int] { Self.table(refusalCounts) }
  /// The first few refusals of each reason.
  public private(set) var examples: [Refusal] = []

  /// Messages that were handed on although something about them is doubtful, by what it is; they are no refusals.
  public var doubts: [RefusalReason: Int] { Self.table(doubtCounts) }

  /// All refusals together.
  public private(set) var refused = 0
  /// All messages that were handed on with a doubt.
  public private(set) var doubtful = 0

  private var refusedLine = 0
  private var refusalOfLine: RefusalReason?
  // By the place of the reason, since a damaged feed may add one for each line.
  private var refusalCounts = InlineArray<10, Int>(repeating: 0)
  private var doubtCounts = InlineArray<10, Int>(repeating: 0)

  /// Counts a refusal within the line that is being read: a line counts once, by the first thing that cost its sentence.
  mutating func refuseLine(_ reason: RefusalReason, offset: Int, _ bytes: UnsafeRawBufferPointer) {
    if let earlier = refusalOfLine, refusedLine == lines {
      guard earlier == .badTagBlock else { return }
      refused -= 1
      refusalCounts[earlier.place] -= 1
    }
    (refusedLine, refusalOfLine) = (lines, reason)
    refuse(reason, line: lines, offset: offset, bytes)
  }

  mutating func refuse(_ reason: RefusalReason, line: Int, offset: Int, _ bytes: UnsafeRawBufferPointer) {
    refused += 1
    refusalCounts[reason.place] += 1
    keepExample(of: reason, line: line, offset: offset, bytes)
  }

  mutating func doubt(_ reason: RefusalReason, line: Int, offset: Int, _ bytes: UnsafeRawBufferPointer) {
    doubtful += 1
    doubtCounts[reason.place] += 1
    keepExample(of: reason, line: line, offset: offset, bytes)
  }

  private mutating func keepExample(
    of reason: RefusalReason, line: Int, offset: Int, _ bytes: UnsafeRawBufferPointer
  ) {
    guard refusalCounts[reason.place] + doubtCounts[reason.place] <= Self.maximumExamples else { return }
    examples.append(
      Refusal(
        reason: reason, lineNumber: line, byteOffset: offset, bytes: Array(bytes.prefix(Self.maximumExampleBytes))))
  }

  private static func table(_ counts: InlineArray<10, Int>) -> [RefusalReason: Int] {
    RefusalReason.allCases.reduce(into: [:]) { table, reason in
      if counts[reason.place] > 0 { table[reason] = counts[reason.place] }
    }
  }
}
