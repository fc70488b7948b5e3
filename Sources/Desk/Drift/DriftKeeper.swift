import Logging
import Operations
import ServiceLifecycle

/// Computes the drift of every open boat before somebody asks, so that no page waits for it.
struct DriftKeeper: Service {
  /// Between two looks.
  static let pause = Duration.seconds(5)
  /// The most boats whose drift is kept ready, the newest.
  static let mostBoats = 40
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await look()
        try? await desk.centre.surroundings.sleep(Self.pause)
      }
    }
  }

  func look() async {
    do {
      let boats = try await desk.centre.rescueBook().boats.filter(\.isOpen).suffix(Self.mostBoats)
      let weather = try await desk.centre.weather()
      desk.drifts.keep(only: Set(boats.map(\.id)))
      for boat in boats {
        if Task.isCancelled { return }
        do {
          _ = try await desk.drift(of: boat, now: desk.now(), weather: weather)
        } catch is NoDrift {
          // Its page says why there is none.
        }
      }
    } catch {
      desk.logger.error("the drift could not be computed", metadata: ["error": "\(LogWords.of(error))"])
    }
  }
}
