/// What a decoder refused, counted by reason, with a few examples of each.
///
/// `Reason` is a decoder's own enumeration, so that no table can count what its decoder does not know.
public struct RefusalTable<Reason: Hashable & Sendable & CaseIterable>: Sendable, Equatable {
  /// One refused piece of input, with where it stood and its first bytes.
  public struct Example: Hashable, Sendable {
    /// Why it was refused.
    public let reason: Reason
    /// The offset of its first byte in the whole input.
    public let byteOffset: Int
    /// Its bytes, cut at `maximumExampleBytes`.
    public let bytes: [UInt8]
  }

  /// The most examples that are kept for a reason.
  public static var maximumExamples: Int { 4 }
  /// The most bytes that are kept of an example.
  public static var maximumExampleBytes: Int { 64 }

  /// Refusals by reason; a reason that never came is absent.
  public private(set) var counts: [Reason: Int] = [:]
  /// The first few refusals of each reason, in the order in which they came.
  public private(set) var examples: [Example] = []
  /// All refusals together.
  public private(set) var total = 0

  /// A table in which nothing is counted.
  public init() {}

  /// How often a reason came.
  public subscript(reason: Reason) -> Int { counts[reason] ?? 0 }

  mutating func add(_ reason: Reason, offset: Int, _ bytes: some Sequence<UInt8>) {
    total += 1
    let count = counts[reason, default: 0] + 1
    counts[reason] = count
    guard count <= Self.maximumExamples else { return }
    examples.append(
      Example(reason: reason, byteOffset: offset, bytes: Array(bytes.prefix(Self.maximumExampleBytes))))
  }
}
