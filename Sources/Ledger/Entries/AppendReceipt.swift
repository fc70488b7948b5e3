/// The proof to a caller that its command is durable: no receipt exists before the disk has confirmed the commit.
///
/// A command that decided on no entries gets a receipt with `lastSequence` one below `firstSequence`.
public struct AppendReceipt: Hashable, Sendable {
  /// The sequence of the command's first entry.
  public var firstSequence: Int64

  /// The sequence of the command's last entry.
  public var lastSequence: Int64

  /// The time at which the entries were recorded, in milliseconds since 1970.
  public var recordedMilliseconds: Int64

  /// Whether the command had been carried out before under the same idempotency key.
  public var repeated: Bool

  /// Makes a receipt.
  public init(firstSequence: Int64, lastSequence: Int64, recordedMilliseconds: Int64, repeated: Bool) {
    self.firstSequence = firstSequence
    self.lastSequence = lastSequence
    self.recordedMilliseconds = recordedMilliseconds
    self.repeated = repeated
  }
}
