/// A reason for which a decoder refuses input, with words for a table that people read.
public protocol ReasonInWords: Hashable, Sendable, CaseIterable {
  /// The reason in words.
  var words: String { get }
}

/// One refused piece of input, with where it stood and its bytes.
public struct RefusedInput<Reason: ReasonInWords>: Hashable, Sendable {
  /// Why it was refused.
  public let reason: Reason
  /// The line, row or record, counted from 1; nil where input has none of them.
  public let number: Int?
  /// The offset of its first byte in the whole input.
  public let byteOffset: Int
  /// Its bytes, cut at `RefusalTable.exampleBytesMost`.
  public let bytes: [UInt8]
}

/// What a decoder has refused, counted by reason, with a few examples of each.
///
/// `Reason` is a decoder's own enumeration, so that no table can count what its decoder does not know.
public struct RefusalTable<Reason: ReasonInWords>: Sendable, Equatable {
  /// The most examples that are kept for a reason.
  public static var examplesMost: Int { 4 }
  /// The most bytes that are kept of an example.
  public static var exampleBytesMost: Int { 160 }

  /// How much was refused by reason; a reason that never came is absent.
  public private(set) var counts: [Reason: Int] = [:]
  /// All refusals together.
  public private(set) var total = 0
  /// The first few refusals of each reason, in the order in which they came.
  public private(set) var examples: [RefusedInput<Reason>] = []

  /// A table in which nothing stands.
  public init() {}

  /// How often a reason came.
  public subscript(reason: Reason) -> Int { counts[reason] ?? 0 }

  /// Counts one refusal.
  mutating func add(_ reason: Reason, number: Int? = nil, offset: Int, _ bytes: some Sequence<UInt8>) {
    total += 1
    let count = counts[reason, default: 0] + 1
    counts[reason] = count
    guard count <= Self.examplesMost else { return }
    examples.append(
      RefusedInput(
        reason: reason, number: number, byteOffset: offset, bytes: Array(bytes.prefix(Self.exampleBytesMost))))
  }
}
