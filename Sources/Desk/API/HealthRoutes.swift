import Archive
import Foundation
import Hummingbird
import Ledger
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
        self.logger.error("the store cannot be read", metadata: ["error": "\(error)"])
        throw DeskError(.unavailable)
      }
      return "ready\n"
    }
    router.get("metrics") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: .init(byteBuffer: .init(string: self.metrics())))
    }
  }

  /// The measures in the text form that Prometheus reads.
  func metrics() -> String {
    var text = ""
    func measure(_ name: String, _ kind: String, _ help: String, _ values: [(labels: String, value: String)]) {
      text += "# HELP foreland_\(name) \(help)\n# TYPE foreland_\(name) \(kind)\n"
      for value in values { text += "foreland_\(name)\(value.labels) \(value.value)\n" }
    }
    let lines = feeds.lines(now: now())
    func each(_ value: (FeedBoard.Line) -> Int) -> [(labels: String, value: String)] {
      lines.map { (labels: "{feed=\"\(Self.label($0.name))\"}", value: "\(value($0))") }
    }
    measure("feed_sentences_total", "counter", "Sentences of a feed with a good checksum.", each(\.sentences))
    measure("feed_messages_total", "counter", "Messages decoded from a feed.", each(\.messages))
    measure("feed_refused_total", "counter", "Lines of a feed that could not be read.", each(\.refused))
    measure(
      "feed_stale", "gauge", "1 when a feed should be bringing something and is not.", each { $0.isStale ? 1 : 0 })
    measure("tracks", "gauge", "Tracks held now.", [("", "\(picture.trackCount)")])
    measure("streams", "gauge", "Live streams open now.", [("", "\(hub.streamCount)")])
    measure("connections", "gauge", "Connections open now.", [("", "\(connections.openCount)")])
    measure(
      "connections_ended_total", "counter", "Connections that were refused or ended by the desk, by reason.",
      ConnectionRefusal.allCases.map { (labels: "{reason=\"\($0)\"}", value: "\(connections.refusals[$0] ?? 0)") })
    let witnessing = try? centre.ledger.read { db in try WitnessBook.read(in: db) }
    measure(
      "witness_forks", "gauge", "Checkpoints of other ledgers that do not continue what was cosigned here.",
      [("", "\(witnessing?.forks.count ?? 0)")])
    measure(
      "witness_disagreements", "gauge", "Times that a witness knew another history of this ledger.",
      [("", "\(witnessing?.disagreements.count ?? 0)")])
    measure(
      "checkpoint_cosignatures", "gauge", "Witnesses that cosigned the latest checkpoint.",
      [("", "\(latestCosignatures)")])
    measure("ledger_entries", "gauge", "Entries in the ledger.", [("", "\(centre.ledger.head.size)")])
    if let paper {
      let age = Int(paper.ageSeconds(at: now()))
      measure("paper_age_seconds", "gauge", "Age of the newest sheets to print.", [("", "\(age)")])
      measure("paper_failures_total", "counter", "Times the sheets could not be written.", [("", "\(paper.failures)")])
    }
    measureMachine(measure)
    return text
  }

  private var latestCosignatures: Int {
    let reader = centre.ledger.reader
    guard let latest = try? reader.publishedCheckpoint() else { return 0 }
    return (try? reader.cosignatures(size: latest.size).count) ?? 0
  }

  /// The measures of the disk and of the clock.
  private func measureMachine(
    _ measure: (String, String, String, [(labels: String, value: String)]) -> Void
  ) {
    if let storage = centre.storage {
      measure(
        "storage_reserve_bytes", "gauge", "What is left of the reserve on the disk.", [("", "\(storage.reserveBytes)")])
      measure(
        "storage_reserve_whole_bytes", "gauge", "The reserve on the disk when it is whole.",
        [("", "\(storage.wholeReserveBytes)")])
      measure(
        "storage_reserve_seconds", "gauge", "How long the reserve lasts at the stated rate.",
        [("", "\(storage.reserveSeconds)")])
      measure(
        "storage_free_bytes", "gauge", "What is free on the disk beside the reserve.",
        [("", "\(storage.freeBytes ?? -1)")])
      measure(
        "storage_refused_total", "counter", "Commands refused for want of room.", [("", "\(storage.refusedCommands)")])
      measure(
        "storage_level", "gauge", "1 for what can be written now.",
        StorageState.Level.allCases.map {
          (labels: "{level=\"\($0.rawValue)\"}", value: $0 == storage.level ? "1" : "0")
        })
      measure(
        "archive_missing_positions", "gauge", "Positions missing in the archive and not yet recorded as missing.",
        [("", "\(picture.archive.gap?.positions ?? 0)")])
    }
    let clock = clock.report
    measure("clock_moves_total", "counter", "How often the machine's clock was moved.", [("", "\(clock.moves)")])
    measure(
      "clock_moved_seconds", "gauge", "How far it was moved within the last hour.", [("", "\(clock.movedSeconds ?? 0)")]
    )
    measure(
      "clock_behind_seconds", "gauge", "How far it stands behind the last entry.", [("", "\(clock.behindSeconds ?? 0)")]
    )
  }

  private static func label(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n")
  }
}
