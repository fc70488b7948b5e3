/// Every limit of a link between two centres, by name.
package struct LinkLimits: Sendable {
  /// The most entries that one batch holds.
  package var entriesInBatch = 256
  /// So many bytes of entries fill a batch; the entry that passes the mark is the last one in it.
  package var fullBatchBytes = 1 << 20
  /// The largest batch that is read: a full one and the largest entry that a ledger takes.
  package var batchBytes = 32 << 20
  /// The longest checkpoint, in UTF-8 bytes.
  package var noteBytes = 4_096
  /// The longest name of a person, in UTF-8 bytes.
  package var nameBytes = 1_024
  /// The most hashes of one proof: the tree of 2⁶³ entries has no more levels, and a proof of consistency one more hash.
  package var hashesInProof = 64
  /// The most parts of one entry.
  package var partsInEntry = 64
  /// How long a question waits for something new at most, in milliseconds. A link that was cut is noticed when an answer is
  /// overdue, so a longer wait would notice later.
  package var longestWaitMilliseconds: Int64 = 1_000
  /// The questions of one partner that are answered at once.
  package var questionsAtOnce = 2
  /// The least time between two batches with entries to one partner, in milliseconds, so that what comes in quick succession
  /// goes together and is one disclosure.
  package var betweenBatchesMilliseconds: Int64 = 200
  /// The questions of one partner that are answered in a second; a partner that keeps to the wait asks far fewer.
  package var questionsInSecond = 50
  /// The most partners.
  package var partners = 32
  /// How far apart two centres' clocks may be before the desk says so, in seconds.
  package var clockSeconds = 5.0

  package init() {}
}
