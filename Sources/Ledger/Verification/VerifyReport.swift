/// What a verification found.
public struct VerifyReport: Hashable, Sendable {
  /// One thing that is not as it was written.
  public struct Fault: Hashable, Sendable {
    /// What the fault is about.
    public enum Place: Hashable, Sendable {
      /// The entry of this sequence.
      case entry(Int64)
      /// A node of the tree: the level above the leaves, and the index within the level.
      case node(level: Int, index: Int64)
      /// The checkpoint of this size.
      case checkpoint(Int64)
      /// The index of the store of this name.
      case index(String)
      /// The view of this name.
      case view(String)
      /// The store as a whole.
      case store
    }

    /// What the fault is about.
    public var place: Place

    /// What is wrong.
    public var message: String

    /// The first entry that the fault puts in doubt, if it concerns any.
    public var sequence: Int64?
  }

  /// The size of the ledger and the root over the bytes that are stored.
  public var head: LedgerHead

  /// How many checkpoints were checked.
  public var checkpoints: Int

  /// How many views' positions were checked.
  public var views: Int

  /// How many faults there are, listed or not.
  public var faultCount: Int

  /// The faults in the order of the entries that they concern, up to a limit.
  public var faults: [Fault]

  /// Whether everything is as it was written.
  public var isSound: Bool { faultCount == 0 }

  /// The first entry that is not as it was written.
  public var firstBadSequence: Int64? { faults.compactMap(\.sequence).min() }
}
