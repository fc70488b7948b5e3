import Logging
import ServiceLifecycle
import UnixSignals

/// Takes over a renewed certificate: at once on SIGHUP, and by itself within a minute.
struct TLSKeeper: Service {
  static let secondsBetweenLooks = 60
  let stand: TLSStand
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          for await _ in await UnixSignalsSequence(trapping: .sighup) { _ = stand.reload(logger) }
        }
        group.addTask {
          while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(Self.secondsBetweenLooks))
            if !Task.isCancelled { _ = stand.reload(logger) }
          }
        }
      }
    }
  }
}
