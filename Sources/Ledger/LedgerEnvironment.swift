import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The clock, the randomness, the files and the threads that a ledger works with, handed in so that a test can fix them.
public struct LedgerEnvironment: Sendable {
  /// Milliseconds since 1970.
  public var clock: @Sendable () -> Int64

  /// As many random bytes as asked for. Keys are made of them, so outside tests they come from the operating system.
  public var randomBytes: @Sendable (Int) -> [UInt8]

  /// What is done with files beside SQLite.
  public var files: StoreFiles

  /// Makes a line for work that waits for the disk.
  public var makeLane: @Sendable (_ label: String, _ order: WorkLane.Order) -> WorkLane

  /// Makes an environment.
  public init(
    clock: @escaping @Sendable () -> Int64, randomBytes: @escaping @Sendable (Int) -> [UInt8] = Self.systemRandomBytes,
    files: StoreFiles = .system,
    makeLane: @escaping @Sendable (_ label: String, _ order: WorkLane.Order) -> WorkLane = WorkLane.system
  ) {
    self.clock = clock
    self.randomBytes = randomBytes
    self.files = files
    self.makeLane = makeLane
  }

  /// The machine's own clock and randomness.
  public static let system = LedgerEnvironment(clock: { Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)) })

  /// Random bytes of the operating system.
  public static let systemRandomBytes: @Sendable (Int) -> [UInt8] = { count in
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // Each call goes to the system, which gives so many bytes at a time and no more.
      while filled < count {
        let length = min(count - filled, entropyByteCount)
        if let start = buffer.baseAddress, getentropy(start + filled, length) == 0 {
          filled += length
        } else {
          buffer[filled] = UInt8.random(in: .min ... .max)
          filled += 1
        }
      }
    }
  }

  /// How many bytes `getentropy` gives at a time (POSIX.1-2024).
  private static let entropyByteCount = 256
}
