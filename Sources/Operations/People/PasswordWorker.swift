import Dispatch
import Synchronization

/// Checks passwords one after the other on a thread of its own, so that slow hashes neither hold up the desk nor fill
/// the memory.
final class PasswordWorker: Sendable {
  private let queue = DispatchQueue(label: "foreland.passwords")
  private let waiting = Mutex(0)
  private let limit: Int

  /// - Parameter limit: the most passwords that wait at once.
  init(limit: Int) { self.limit = limit }

  /// Runs the work when its turn comes.
  ///
  /// - Throws: `OperationsError` with code `busy` when too many wait already; what the work throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    let admitted = waiting.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
    guard admitted else {
      throw OperationsError(.busy, "Too many people sign in at once; try again in a few seconds.")
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { [self] in
        let result = Swift.Result { try work() }
        waiting.withLock { $0 -= 1 }
        continuation.resume(with: result)
      }
    }
  }
}
