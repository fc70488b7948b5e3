import Dispatch

extension Archive {
  /// How often positions are made durable, in milliseconds: what a kill can lose at most.
  public static let flushMilliseconds: Int64 = 1000
  /// How many flushes go by between two looks for blocks to thin.
  public static let flushesPerThinning = 60

  /// Keeps the archive until the task is cancelled: flushes every second, thins, and has changes anchored.
  ///
  /// - Parameters:
  ///   - sleep: waits so many milliseconds, or throws when the task is cancelled meanwhile.
  ///   - anchor: writes a change to the ledger. It is asked again for a change during which it threw, and after a
  ///     restart for one that was not confirmed, so it must take a change twice.
  ///   - report: told of every failure; the loop goes on, and positions stay in memory until they can be written.
  /// - Throws: `CancellationError`, after a last flush.
  public func run(
    sleep: @Sendable (_ milliseconds: Int64) async throws -> Void,
    anchoring anchor: @Sendable (PendingChange) async throws -> Void,
    reporting report: @Sendable (any Error) -> Void
  ) async throws {
    var flushes = 0
    while true {
      do {
        try await sleep(Self.flushMilliseconds)
      } catch {
        do { try await offThread { _ = try self.flush() } } catch { report(error) }
        throw error
      }
      do {
        flushes += 1
        let mayThin = flushes % Self.flushesPerThinning == 0
        try await offThread {
          try self.flush()
          if mayThin { try self.thin() }
        }
        for pending in try await offThread({ try self.pendingChanges() }) {
          try await anchor(pending)
          try await offThread { try self.confirmAnchored(through: pending.number) }
        }
      } catch {
        report(error)
      }
    }
  }

  /// Runs work that waits for the disk on a thread that may wait.
  private func offThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Self.queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }

  private static let queue = DispatchQueue(label: "archive")
}
