import Geodesy
import Ledger
import Operations

/// Everything that the desk measures. The answer of `/metrics` and `docs/measures.md` are both read from here.
package enum MeasureTable {
  static let all = feeds + watch + ledger + links + machine

  private static let feeds: [Measure] = [
    .counter(
      "feed_sentences_total", "sentences", by: ["feed"], "Sentences of a feed whose checksum was good."
    ) { ground in ground.eachFeed { Double($0.sentences) } },
    .counter(
      "feed_messages_total", "messages", by: ["feed"],
      "Messages decoded from a feed; a message may take several sentences."
    ) { ground in ground.eachFeed { Double($0.messages) } },
    .counter(
      "feed_refused_total", "lines", by: ["feed"],
      "Lines of a feed that could not be read. When they grow beside the sentences, the line or the sender is at fault."
    ) { ground in ground.eachFeed { Double($0.refused) } },
    .gauge(
      "feed_stale", "1 or 0", by: ["feed"],
      "1 when a feed should be bringing something and has brought nothing for 30 seconds: look at the receiver."
    ) { ground in ground.eachFeed { $0.isStale ? 1 : 0 } },
    .gauge(
      "feed_silence_seconds", "seconds", by: ["feed"],
      "How long ago the last bytes of a feed arrived; absent while none have."
    ) { ground in
      ground.feeds.compactMap { line in
        line.lastArrived.map { Measure.Reading(ground.now.seconds(since: $0), line.name) }
      }
    },
  ]

  private static let watch: [Measure] = [
    .gauge("tracks", "tracks", "Tracks held now.") { [.init($0.desk.picture.trackCount)] },
    .gauge("streams", "streams", "Live pictures open now: one for each browser that watches.") {
      [.init($0.desk.hub.streamCount)]
    },
    .gauge("connections", "connections", "Connections open now, those of streams too.") {
      [.init($0.desk.connections.openCount)]
    },
    .counter(
      "connections_ended_total", "connections", by: ["reason"],
      "Connections that the desk refused or ended, by reason. Many at once are a flood, or clients that are cut off."
    ) { ground in
      let refusals = ground.desk.connections.refusals
      return ConnectionRefusal.allCases.map { .init(refusals[$0] ?? 0, "\($0)") }
    },
    .counter(
      "requests_total", "requests", by: ["status"],
      "Requests answered, by the class of their status. 5xx is a fault of the desk or of its disk: look at the log."
    ) { ground in
      let counts = ground.desk.requests.counts
      return RequestBook.classes.map { .init(counts[$0] ?? 0, $0) }
    },
  ]

  private static let ledger: [Measure] = [
    .gauge("ledger_entries", "entries", "Entries in the ledger; it never shrinks.") {
      [.init($0.desk.centre.ledger.head.size)]
    },
    .gauge(
      "witness_forks", "checkpoints",
      "Checkpoints of other ledgers that do not continue what was cosigned here. More than 0 means that a past was rewritten there."
    ) { [.init(orUnknown: $0.witnessing?.forks.count)] },
    .gauge(
      "witness_disagreements", "times",
      "Times that a witness knew another history of this ledger. More than 0 means that this store is not what it was: see /witness."
    ) { [.init(orUnknown: $0.witnessing?.disagreements.count)] },
    .gauge("checkpoint_cosignatures", "witnesses", "Witnesses that cosigned the latest checkpoint.") {
      [.init($0.latestCosignatures ?? 0)]
    },
  ]
}
