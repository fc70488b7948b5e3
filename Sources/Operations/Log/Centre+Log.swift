import GRDB
import Ledger
import Marking

extension Centre {
  /// Writes an entry in the watch log.
  ///
  /// - Parameter key: a value that the caller chose for this one entry; sent again it gives the first entry back.
  package func write(_ command: WriteLogEntry, as acting: Acting, key: String? = nil) async throws -> LogEntry {
    try await entry(of: perform(command, as: acting, key: key))
  }

  /// Corrects an entry of the watch log; the correction stands beside the entry.
  package func correct(_ command: CorrectLogEntry, as acting: Acting, key: String? = nil) async throws -> LogEntry {
    try await entry(of: perform(command, as: acting, key: key))
  }

  /// A page of the log, newest first.
  package func log(_ query: LogQuery, as stated: Acting) async throws -> LogPage {
    try await permit(.see, .log, as: stated)
    let acting = stated.settled(for: .see, on: .log, exercise: settings.exercise)
    if let words = query.words, words.utf8.count > limits.searchBytes {
      throw OperationsError(.limit, "A search has at most \(limits.searchBytes) bytes.")
    }
    return try await ledger.read { [limits] db in try LogEntry.page(query, for: acting, limits: limits, in: db) }
  }

  /// How many entries of the log a question finds, counted no further than `most`.
  package func logCount(_ query: LogQuery, atMost most: Int, as stated: Acting) async throws -> Int {
    try await permit(.see, .log, as: stated)
    let acting = stated.settled(for: .see, on: .log, exercise: settings.exercise)
    return try await ledger.read { db in try LogEntry.count(query, for: acting, atMost: most, in: db) }
  }

  /// The entries of the log between two sequences, both included, oldest first: for the live stream, with the ranges
  /// of `ledger.commits()`. It asks nobody's permission;
  /// `Acting.mayRead` tells who may be shown each.
  package func logEntries(from first: Int64, to last: Int64) async throws -> [LogEntry] {
    try await ledger.read { db in try LogEntry.read(from: first, to: last, in: db) }
  }

  private func entry(of receipt: AppendReceipt) async throws -> LogEntry {
    guard let entry = try await logEntries(from: receipt.firstSequence, to: receipt.lastSequence).first else {
      throw OperationsError(.conflict, "The key was used for another command; choose a new one.")
    }
    return entry
  }
}
