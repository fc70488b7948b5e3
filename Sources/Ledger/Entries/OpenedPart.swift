/// A payload part as a reader gets it.
public struct OpenedPart: Hashable, Sendable {
  /// What became of the part.
  public enum State: String, Hashable, Sendable {
    /// The bytes are at hand.
    case open

    /// Every key that could open the part has been destroyed.
    case erased

    /// The ledger was opened without its key store, so nothing can be said about the bytes.
    case locked
  }

  /// The name under which the part was drafted.
  public var name: String

  /// Those whom the part is about; empty when it is sealed for the centre alone.
  public var subjects: [String]

  /// The bytes as they were drafted; nil when the part is not open.
  public var bytes: [UInt8]?

  /// What became of the part.
  public var state: State

  /// Makes an open part.
  public init(name: String, subjects: [String] = [], bytes: [UInt8]) {
    self.name = name
    self.subjects = subjects
    self.bytes = bytes
    state = .open
  }

  /// Makes a part whose bytes cannot be had.
  public init(name: String, subjects: [String] = [], without state: State) {
    self.name = name
    self.subjects = subjects
    bytes = nil
    self.state = state
  }
}
