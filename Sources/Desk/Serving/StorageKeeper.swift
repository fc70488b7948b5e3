import Archive
import Ledger
import Logging
import Operations
import ServiceLifecycle

/// Looks at the room on the disk, has the archive wait while there is none, and has it go on, or state its gap, afterwards.
struct StorageKeeper: Service {
  static let secondsBetweenLooks = 2
  let desk: Desk
  let archive: Archive

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var before = StorageState.Level.ample
      while !Task.isCancelled {
        do {
          if let state = try await desk.centre.lookAtStorage() {
            if state.level != before { tell(state) }
            before = state.level
            archive.holdWriting(!state.isAmple)
            if state.isAmple { try await recordGap() }
          }
        } catch {
          desk.logger.error("the room on the disk could not be recorded", metadata: ["error": "\(LogWords.of(error))"])
        }
        try? await desk.centre.surroundings.sleep(.seconds(Self.secondsBetweenLooks))
      }
    }
  }

  /// Records what the archive lacks, once it has written what it holds.
  private func recordGap() async throws {
    guard archive.gap != nil else { return }
    try archive.flush()
    guard let gap = archive.takeGap() else { return }
    do {
      try await desk.centre.note(gap)
    } catch {
      archive.putBack(gap)
      throw error
    }
  }

  private func tell(_ state: StorageState) {
    let metadata: Logger.Metadata = [
      "level": "\(state.level.rawValue)", "reserveBytes": "\(state.reserveBytes)",
      "freeBytes": "\(state.freeBytes.map(String.init) ?? "unknown")",
    ]
    if state.isAmple {
      desk.logger.notice("there is room on the disk again", metadata: metadata)
    } else {
      desk.logger.error("the disk has no room: free some", metadata: metadata)
    }
  }
}
