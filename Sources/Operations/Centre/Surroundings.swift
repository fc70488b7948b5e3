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
  /// A time that runs evenly from when the program began, whatever is done to the clock meanwhile: by it access expires and
  /// delays end.
  package var steady: @Sendable () -> Instant
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
    now: @escaping @Sendable () -> Instant, steady: (@Sendable () -> Instant)? = nil,
    randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
    sleep: @escaping @Sendable (_ duration: Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    files: StoreFiles = .system,
    makeLane: @escaping @Sendable (_ label: String, _ order: WorkLane.Order) -> WorkLane = WorkLane.system,
    executor: (any TaskExecutor)? = nil
  ) {
    self.steady = steady ?? now
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
  /// The later of both times: what is stated to end at a moment has ended when either has reached it.
  package func later() -> Instant { max(now(), steady()) }

  /// The machine's own clock and its cryptographic generator.
  package static let live = Surroundings(
    now: { Instant(millisecondsSince1970: milliseconds(of: CLOCK_REALTIME)) },
    steady: { Instant(millisecondsSince1970: startOfSteady + milliseconds(of: steadyClock)) },
    randomBytes: LedgerEnvironment.systemRandomBytes)
}

extension Surroundings {
  #if canImport(Glibc)
    /// It goes on while the machine sleeps, and nobody can set it.
    private static let steadyClock = CLOCK_BOOTTIME
  #else
    private static let steadyClock = CLOCK_MONOTONIC
  #endif

  /// What makes the steady time agree with the clock as the program begins.
  private static let startOfSteady = milliseconds(of: CLOCK_REALTIME) - milliseconds(of: steadyClock)

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }
}
