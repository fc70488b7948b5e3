import GRDB
import Synchronization

/// The room for a store on its disk: what may be written when there is little, and the reserve that is given back step by
/// step for it.
public final class StorageRoom: Sendable {
  private struct Contents {
    var isFull = false
    var refused = 0
  }

  /// The last quarter of the reserve is kept for people in danger.
  private static let distressShare: Int64 = 4

  private let plan: ReservePlan
  private let file: ReserveFile
  private let contents = Mutex(Contents())

  /// Allocates the reserve, as far as there is room for it.
  ///
  /// After a start on a full disk one step is given back, because opening a store writes too.
  init(plan: ReservePlan, path: String) {
    self.plan = plan
    file = ReserveFile(path: path)
    if !look().isAmple, (file.freeBytes ?? 0) < plan.stepBytes { _ = draw() }
  }

  /// How it fares now.
  public var state: StorageState {
    let (isFull, refused) = contents.withLock { ($0.isFull, $0.refused) }
    let held = file.bytes
    let level: StorageState.Level =
      if !isFull { .ample } else if held == 0 { .exhausted } else if held <= keptForDistress { .distressOnly } else {
        .full
      }
    return StorageState(
      level: level, reserveBytes: held, wholeReserveBytes: plan.bytes, reserveSeconds: plan.seconds(of: held),
      freeBytes: file.freeBytes, refusedCommands: refused)
  }

  /// Looks at the disk: says that it is full before it quite is, and takes the reserve back once there is room again.
  @discardableResult
  public func look() -> StorageState {
    guard let free = file.freeBytes else { return state }
    let missing = max(0, plan.bytes - file.bytes)
    contents.withLock { contents in
      if free < plan.stepBytes {
        contents.isFull = true
      } else if missing > 0 || contents.isFull {
        // Two steps must stay free beside the reserve, so that it does not come and go.
        contents.isFull = free < missing + 2 * plan.stepBytes || !file.hold(plan.bytes)
      }
    }
    return state
  }

  /// Whether a command of this priority may be tried.
  func admits(_ priority: EntryPriority) -> Bool {
    guard contents.withLock({ $0.isFull }) else { return true }
    return switch priority {
    case .ordinary: false
    case .record: file.bytes > keptForDistress
    case .distress: true
    }
  }

  /// Notes that a write found no room.
  func noteFull() { contents.withLock { $0.isFull = true } }

  /// Notes that commands were refused for want of room.
  func noteRefused(_ count: Int) { contents.withLock { $0.refused += count } }

  /// Gives one step of the reserve back to the disk.
  ///
  /// - Returns: false when there is none, or when there is room already, so that something else is the matter.
  func draw() -> Bool {
    let held = file.bytes
    guard held > 0, (file.freeBytes ?? 0) < plan.stepBytes else { return false }
    return file.hold(max(0, held - plan.stepBytes))
  }

  /// Whether a failure comes from a want of room. On a disk without a free page the system reports it in many ways.
  func explains(_ error: any Error) -> Bool {
    switch error {
    case let error as LedgerError:
      if error.code == .diskFull { return true }
      if let cause = error.cause, error.code == .viewFailed { return explains(cause) }
      let isOfTheDisk = [LedgerError.Code.storage, .denied].contains(error.code)
      return isOfTheDisk && file.freeBytes.map { $0 < Self.leastUsefulBytes } ?? false
    case let error as DatabaseError: return explains(LedgerError(storage: error, path: file.path))
    default: return false
    }
  }

  /// With less than this free, a file cannot be made or grow.
  private static let leastUsefulBytes: Int64 = 65_536

  private var keptForDistress: Int64 { plan.bytes / Self.distressShare }
}

extension StorageState {
  /// Whether everything can be written.
  public var isAmple: Bool { level == .ample }
}

extension LedgerError {
  /// What a command is told that cannot be written for want of room.
  static let noRoom = LedgerError(
    .diskFull,
    "The disk is full. Only entries about people in danger and the record of who looks are written, from the reserve. "
      + "Free some room; nothing that was acknowledged is lost.")

}
