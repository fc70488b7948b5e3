import Geodesy

/// The clock of the simulated machine, which people and time servers set forward and back.
final class Clock: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  /// 24 November 2021, 01:48 UTC.
  static let beginning: Int64 = 1_637_718_480_000
  private static let hour: Int64 = 3_600_000

  private let scheduler: Scheduler
  private var offset: Int64 = 0
  private(set) var jumps = 0

  init(_ scheduler: Scheduler) { self.scheduler = scheduler }

  var now: Instant { Instant(millisecondsSince1970: Self.beginning + offset + scheduler.elapsed) }

  /// Sets the clock: by minutes mostly, at times by an hour, to 1970 or to 2038, and back.
  func jump(_ chance: inout Chance) {
    jumps += 1
    switch chance.below(12) {
    case 0: offset -= Self.hour
    case 1: offset += Self.hour
    case 2: offset = -Self.beginning
    case 3: offset = 2_147_483_647_000 - Self.beginning
    case 4, 5: offset = 0
    case 6: offset -= chance.within(1...90_000)
    default: offset += chance.within(1...20 * 60_000)
    }
  }
}
