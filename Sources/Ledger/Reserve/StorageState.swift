/// How the room for the store fares.
public struct StorageState: Hashable, Sendable {
  /// What can still be written.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// Everything.
    case ample
    /// The disk is full: entries about people in danger and the record, from the reserve.
    case full
    /// Only the part of the reserve is left that is kept for people in danger.
    case distressOnly
    /// The reserve is used up: nothing is sure to be written.
    case exhausted
  }

  /// What can still be written.
  public var level: Level
  /// How much of the reserve is left, in bytes.
  public var reserveBytes: Int64
  /// How much there is of it when it is whole, in bytes.
  public var wholeReserveBytes: Int64
  /// For how long what is left lasts at the stated rate, in seconds.
  public var reserveSeconds: Int64
  /// What is free beside it, in bytes; nil when the system does not say.
  public var freeBytes: Int64?
  /// How many commands were refused for want of room since the start.
  public var refusedCommands: Int
}
