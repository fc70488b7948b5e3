import Ledger
import Synchronization

/// Checks passwords one after the other on a thread of its own, so that slow hashes neither hold up the desk nor fill
/// the memory.
final class PasswordWorker: Sendable {
  private let lane: WorkLane
  private let waiting = Mutex(0)
  private let limit: Int

  /// - Parameters:
  ///   - lane: where the work is done, one piece after the other.
  ///   - limit: the most passwords that wait at once.
  init(lane: WorkLane = WorkLane.system("foreland.passwords", .serial), limit: Int) {
    self.lane = lane
    self.limit = limit
  }

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
    return try await lane.run { [self] in
      defer { waiting.withLock { $0 -= 1 } }
      return try work()
    }
  }
}
