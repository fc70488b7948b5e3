import Hummingbird
import Logging
import Operations

/// What watches over the desk: is it alive, is it ready, how much has it done. No sign-in, and nothing about anyone.
extension Desk {
  func addHealthRoutes(to router: Router<DeskContext>) {
    router.get("healthz") { _, _ in "alive\n" }
    router.get("readyz") { _, _ in
      // The ledger is read, so that a store that cannot be read is a desk that is not ready.
      do {
        _ = try await self.centre.sequence(knownAt: self.now())
      } catch {
        self.logger.error("the store cannot be read", metadata: ["error": "\(LogWords.of(error))"])
        throw DeskError(.unavailable)
      }
      return "ready\n"
    }
    router.get("health") { _, context in
      HealthPage.document(frame(context), await HealthReport(self)).response()
    }
    router.get("metrics") { _, _ in
      Response(
        status: .ok, headers: [.contentType: MeasureText.contentType],
        body: .init(byteBuffer: .init(string: self.metrics())))
    }
  }

  /// The measures in the text form that Prometheus reads.
  func metrics() -> String { MeasureText.exposition(MeasureGround(self)) }
}
