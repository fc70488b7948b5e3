import Foundation
import Synchronization

/// The advisory lock by which one process at a time writes to a store. The system lifts it when the process ends,
/// however it ends.
final class StoreLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Takes the lock.
  ///
  /// - Throws: `locked` when another process, or another ledger of this process, has it.
  init(path: String) throws {
    try SQLiteFile.createFolder(of: path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw LedgerError(
        .denied, "The lock file cannot be opened: \(String(cString: strerror(errno))). Check the folder's permissions.",
        place: path)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw LedgerError(
        .locked, "The store is in use\(holder). Stop that process first, or send it the command.", place: path)
    }
    let holder = [UInt8]("process \(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    // The note of who has the lock helps people only; failing to write it harms nothing.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, holder, holder.count, 0) }
    self.descriptor = Mutex(descriptor)
  }

  deinit {
    release()
  }

  /// Lets another process have the store.
  func release() {
    let held = descriptor.withLock { descriptor in
      defer { descriptor = nil }
      return descriptor
    }
    guard let held else { return }
    // A child that is about to start another program has the descriptor too, and to close ours would leave it the lock.
    flock(held, LOCK_UN)
    close(held)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return "" }
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    return " by " + text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
