package import Archive
import Geodesy
package import Ledger
import Synchronization

extension Centre {
  /// How the room for the store fares; nil when the centre was opened without a reserve.
  package var storage: StorageState? { ledger.room?.state }

  /// Looks at the disk, and records when what can be written has changed since the last look.
  ///
  /// - Returns: how it fares; nil without a reserve.
  @discardableResult
  package func lookAtStorage() async throws -> StorageState? {
    guard let state = ledger.room?.look() else {
      // Without a reserve nobody measures the room, so trying is how to find out whether there is some again.
      do { try await recordLateConsultations() } catch let error as LedgerError where error.code == .diskFull {}
      return nil
    }
    let before = storageLevel.withLock { level in
      defer { level = state.level }
      return level
    }
    if state.isAmple { try await recordLateConsultations() }
    guard before != state.level else { return state }
    do {
      try await recordAsMachine(StorageChanged(state), priority: .record)
    } catch let error as LedgerError where error.code == .diskFull {
      // The next change says so; on the screen it stands meanwhile.
    }
    return state
  }

  /// Records that the archive lacks positions.
  package func note(_ gap: ArchiveGap) async throws {
    try await recordAsMachine(ArchiveGapped(gap))
  }
}
