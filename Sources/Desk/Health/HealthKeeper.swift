import Operations
import ServiceLifecycle

/// Looks at how everything stands from time to time, so that the page can say since when.
struct HealthKeeper: Service {
  static let secondsBetweenLooks = 10
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        _ = await HealthReport(desk)
        try? await desk.centre.surroundings.sleep(.seconds(Self.secondsBetweenLooks))
      }
    }
  }
}
