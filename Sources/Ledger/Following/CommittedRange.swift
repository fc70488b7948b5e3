/// Notice of entries that have just become durable and are folded into every view.
public struct CommittedRange: Hashable, Sendable {
  /// The sequence of the first entry of the commit.
  public var firstSequence: Int64

  /// The sequence of the last entry of the commit.
  public var lastSequence: Int64
}
