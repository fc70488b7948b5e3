/// What is doubtful about a message that was handed on all the same.
public struct AISDoubts: OptionSet, Hashable, Sendable {
  /// The doubts as bits.
  public let rawValue: UInt8

  /// Doubts from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The sentence has no checksum.
  public static let checksumMissing = AISDoubts(rawValue: 1)
  /// The checksum does not fit the sentence.
  public static let checksumWrong = AISDoubts(rawValue: 2)
  /// The message ends before all fields of its type were there.
  public static let short = AISDoubts(rawValue: 4)
}
