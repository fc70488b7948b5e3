import Ledger

/// The room on the disk ran out, or came back: what could be written when is as much a fact as what was.
struct StorageChanged: Fact {
  static let kind = "storage.changed"

  /// `ample`, `full`, `distressOnly` or `exhausted`.
  var level: String
  /// What was left of the reserve, in bytes.
  var reserveBytes: Int64
  /// What was free beside it, in bytes.
  var freeBytes: Int64?
  /// How many commands had been refused for want of room since the start.
  var refusedCommands: Int

  var aggregate: String { "storage" }

  init(_ state: StorageState) {
    level = state.level.rawValue
    reserveBytes = state.reserveBytes
    freeBytes = state.freeBytes
    refusedCommands = state.refusedCommands
  }
}
