import Synchronization

@testable import Ledger

/// A clock that stands until it is told to move.
final class TestClock: Sendable {
  private let reading: Mutex<Int64>

  init(_ milliseconds: Int64 = 1_790_000_000_000) {
    reading = Mutex(milliseconds)
  }

  var now: Int64 { reading.withLock { $0 } }

  func move(by milliseconds: Int64) { reading.withLock { $0 += milliseconds } }

  var environment: LedgerEnvironment { LedgerEnvironment(clock: { self.now }) }
}
