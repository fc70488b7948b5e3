import Geodesy
import Logging
import Operations
import ServiceLifecycle
import Synchronization

/// What the desk knows of the machine's clock: whether it was moved, and whether it stands behind the ledger.
final class DeskClock: Sendable {
  private struct Contents {
    var watch: ClockWatch
    var lastRecorded: Instant?
  }

  private let surroundings: Surroundings
  /// The desk of an exercise that runs faster than the clock has entries ahead of it, which means nothing.
  private let comparesLedger: Bool
  private let contents: Mutex<Contents>

  init(_ surroundings: Surroundings, comparesLedger: Bool) {
    self.surroundings = surroundings
    self.comparesLedger = comparesLedger
    contents = Mutex(Contents(watch: ClockWatch(wall: surroundings.now(), steady: surroundings.steady())))
  }

  /// What is to be told now.
  var report: ClockWatch.Report {
    contents.withLock {
      $0.watch.report(
        wall: surroundings.now(), steady: surroundings.steady(),
        lastRecorded: comparesLedger ? $0.lastRecorded : nil)
    }
  }

  /// Compares the clocks anew.
  ///
  /// - Returns: how far the clock was moved since the last look, in milliseconds; nil when it was not.
  func look() -> Int64? {
    contents.withLock { contents in
      let jump = contents.watch.look(wall: surroundings.now(), steady: surroundings.steady())
      // What was recorded before the clock was moved is no measure of it any more.
      if jump != nil { contents.lastRecorded = nil }
      return jump
    }
  }

  /// Notes when the latest entry was recorded. A later entry with an earlier time does not hide that the clock is behind.
  func note(lastRecorded: Instant?) {
    guard let lastRecorded else { return }
    contents.withLock { $0.lastRecorded = max($0.lastRecorded ?? lastRecorded, lastRecorded) }
  }
}

/// Looks at the clock, and records when it was moved.
struct ClockKeeper: Service {
  static let secondsBetweenLooks = 1
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await attempt {
        desk.clock.note(lastRecorded: try desk.centre.lastRecorded())
        guard let behind = desk.clock.report.behindSeconds else { return }
        desk.logger.error("the clock stands behind the last entry", metadata: ["seconds": "\(behind)"])
        try await desk.centre.noteClock(movedByMilliseconds: -Int64(behind * 1000), whileRunning: false)
      }
      while !Task.isCancelled {
        if let jump = desk.clock.look() {
          desk.logger.error("the clock was moved", metadata: ["milliseconds": "\(jump)"])
          await attempt { try await desk.centre.noteClock(movedByMilliseconds: jump, whileRunning: true) }
        }
        await attempt { desk.clock.note(lastRecorded: try desk.centre.lastRecorded()) }
        try? await desk.centre.surroundings.sleep(.seconds(Self.secondsBetweenLooks))
      }
    }
  }

  private func attempt(_ work: () async throws -> Void) async {
    do {
      try await work()
    } catch {
      desk.logger.error("the state of the clock could not be recorded", metadata: ["error": "\(LogWords.of(error))"])
    }
  }
}
