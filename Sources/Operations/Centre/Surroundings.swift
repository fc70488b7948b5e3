package import Geodesy
package import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Everything from outside that a centre is given, so that a test can hand in its own.
package struct Surroundings: Sendable {
  /// The time now.
  package var now: @Sendable () -> Instant
  /// So many bytes that nobody can predict.
  package var randomBytes: @Sendable (_ count: Int) -> [UInt8]
  /// Waits so long, or throws when the task is cancelled meanwhile.
  package var sleep: @Sendable (_ duration: Duration) async throws -> Void
  /// What is done with files beside SQLite.
  package var files: StoreFiles
  /// Makes a line for work that waits for the disk or takes long.
  package var makeLane: @Sendable (_ label: String, _ order: WorkLane.Order) -> WorkLane
  /// Where tasks run that nobody waits for in particular; nil for the threads that all tasks share.
  package var executor: (any TaskExecutor)?

  package init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
    sleep: @escaping @Sendable (_ duration: Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    files: StoreFiles = .system,
    makeLane: @escaping @Sendable (_ label: String, _ order: WorkLane.Order) -> WorkLane = WorkLane.system,
    executor: (any TaskExecutor)? = nil
  ) {
    self.now = now
    self.randomBytes = randomBytes
    self.sleep = sleep
    self.files = files
    self.makeLane = makeLane
    self.executor = executor
  }

  /// A name that nothing else has: 128 random bits in hexadecimal digits.
  package func identifier() -> String {
    randomBytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Surroundings {
  /// The machine's own clock and its cryptographic generator.
  package static let live = Surroundings(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      let milliseconds = Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
      return Instant(millisecondsSince1970: milliseconds)
    },
    randomBytes: LedgerEnvironment.systemRandomBytes)
}
