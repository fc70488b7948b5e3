import Geodesy
import Ledger
import Marking
package import Operations
import Synchronization

/// Answers partners that ask for entries.
package final class LinkGiver: Sendable {
  /// Why a question is not answered with a batch.
  package enum Refusal: Error, Hashable, Sendable {
    /// The partner asks more often, or more at once, than it may.
    case tooOften
    /// The partner knows more of this ledger than there is: it was set back, or is a copy of the one that the partner knew.
    case rolledBack
  }

  /// What a partner asks.
  package struct Question: Sendable, Hashable {
    /// The sequence after which it wants entries.
    package var after: Int64
    /// The size of the checkpoint that it knows; 0 when it knows none.
    package var knownSize: Int64
    /// How long it waits for something new, in milliseconds.
    package var waitMilliseconds: Int64

    package init(after: Int64, knownSize: Int64, waitMilliseconds: Int64) {
      self.after = after
      self.knownSize = knownSize
      self.waitMilliseconds = waitMilliseconds
    }
  }

  private struct Asking {
    var open = 0
    var second: Int64 = 0
    var inSecond = 0
    var lastGiven: Int64 = .min
  }

  private let centre: Centre
  private let limits: LinkLimits
  private let asking = Mutex<[String: Asking]>([:])

  package init(centre: Centre, limits: LinkLimits = LinkLimits()) {
    self.centre = centre
    self.limits = limits
  }

  /// The answer to a question of a partner. It waits for something new as long as the partner does.
  package func answer(_ question: Question, of partner: Partner) async throws -> LinkBatch {
    try enter(partner.code)
    defer { asking.withLock { $0[partner.code]?.open -= 1 } }
    guard question.after >= 0, question.knownSize >= 0 else { throw LinkFault(.garbled) }
    guard max(question.after, question.knownSize) <= centre.ledger.head.size else { throw Refusal.rolledBack }
    // Whoever listens before looking misses nothing that is appended in between.
    let commits = centre.ledger.commits()
    let began = milliseconds
    let wait = min(max(0, question.waitMilliseconds), limits.longestWaitMilliseconds)
    var found = try look(after: question.after, for: partner)
    if found.sequences.isEmpty, wait > 0 {
      found = try await self.wait(found, until: began + wait, commits, for: partner)
    }
    var batch = LinkBatch(
      centre: try centre.code(), through: found.through, waiting: 0,
      milliseconds: centre.surroundings.now().millisecondsSince1970, exercise: centre.settings.exercise)
    if !found.sequences.isEmpty {
      try await pause(for: partner.code)
      try await give(found.sequences, question, to: partner, in: &batch)
    }
    batch.waiting = try waiting(after: batch.through, for: partner)
    return batch
  }

  private var milliseconds: Int64 { centre.surroundings.steady().millisecondsSince1970 }

  private func enter(_ code: String) throws {
    let second = milliseconds / 1_000
    let isOpen = asking.withLock { asking in
      var one = asking[code] ?? Asking()
      if one.second != second { (one.second, one.inSecond) = (second, 0) }
      one.inSecond += 1
      defer { asking[code] = one }
      guard one.inSecond <= limits.questionsInSecond, one.open < limits.questionsAtOnce else { return false }
      one.open += 1
      return true
    }
    guard isOpen else { throw Refusal.tooOften }
  }

  /// The entries that are next for a partner, and how far the ledger was gone through for them.
  private func look(after: Int64, for partner: Partner) throws -> (sequences: [Int64], through: Int64) {
    // What is appended while this looks is looked at the next time.
    let head = centre.ledger.head.size
    return try centre.ledger.read { db in
      var sequences: [Int64] = []
      var position = after
      while sequences.isEmpty {
        let rows = try LinkBook.outgoing(after: position, limit: limits.entriesInBatch, in: db)
        guard let last = rows.last else { return ([], max(position, head)) }
        sequences = rows.filter { row in
          Marking(text: row.marking).map { partner.may(see: $0, of: row.agency) } ?? false
        }.map(\.sequence)
        position = last.sequence
      }
      return (sequences, position)
    }
  }

  private func wait(
    _ first: (sequences: [Int64], through: Int64), until end: Int64, _ commits: AsyncStream<CommittedRange>,
    for partner: Partner
  ) async throws -> (sequences: [Int64], through: Int64) {
    let sleep = centre.surroundings.sleep
    let left = end - milliseconds
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try? await sleep(.milliseconds(max(0, left)))
        return false
      }
      group.addTask { [self] in
        for await _ in commits where try !look(after: first.through, for: partner).sequences.isEmpty { return true }
        return false
      }
      return try await group.next() == true ? look(after: first.through, for: partner) : first
    }
  }

  /// Lets what comes in quick succession go together.
  private func pause(for code: String) async throws {
    let now = milliseconds
    let due = asking.withLock { asking in
      let due = (asking[code]?.lastGiven ?? .min).addingReportingOverflow(limits.betweenBatchesMilliseconds)
        .partialValue
      asking[code]?.lastGiven = max(now, due)
      return due
    }
    if due > now { try await centre.surroundings.sleep(.milliseconds(due - now)) }
  }

  private func give(
    _ sequences: [Int64], _ question: Question, to partner: Partner, in batch: inout LinkBatch
  ) async throws {
    let reader = centre.ledger.reader
    let checkpoint = try await checkpoint(covering: max(sequences.last ?? 0, question.knownSize), in: &batch)
    if question.knownSize > 0 {
      batch.consistency = try reader.consistencyProof(from: question.knownSize, to: checkpoint.size).path
        .compactMap { TreeHash($0) }
    }
    var bytes = 0
    for sequence in sequences {
      guard let disclosure = try reader.disclosure(of: sequence) else { continue }
      batch.items.append(try item(disclosure, sequence, size: checkpoint.size))
      bytes += disclosure.sealed.count
      if bytes >= limits.fullBatchBytes {
        batch.through = sequence
        break
      }
    }
    let given = sequences.prefix(batch.items.count)
    guard let first = given.first, let end = given.last else { return }
    try await centre.recordGiven(to: partner.code, first: first, last: end, given: given.count)
  }

  /// The latest checkpoint, or a new one when that is too small, with the ledger's own signature alone.
  private func checkpoint(covering size: Int64, in batch: inout LinkBatch) async throws -> Checkpoint {
    var published = try centre.ledger.reader.publishedCheckpoint()
    if published?.size ?? 0 < size {
      _ = try await centre.ledger.checkpoint()
      published = try centre.ledger.reader.publishedCheckpoint()
    }
    guard let note = published.flatMap({ SignedNote(parsing: $0.note) }), let checkpoint = Checkpoint(text: note.text)
    else { throw LedgerError(.notFound, "The ledger has no checkpoint that can be read.") }
    let own = note.signatures.filter { $0.keyName == centre.ledger.origin }
    batch.note = SignedNote(text: note.text, signatures: own).encoded
    return checkpoint
  }

  private func item(_ disclosure: EntryDisclosure, _ sequence: Int64, size: Int64) throws -> LinkBatch.Item {
    let proof = try centre.ledger.inclusionProof(of: sequence, size: size)
    let entry = try centre.ledger.entry(sequence)
    let code = try centre.ledger.read { db in try LinkBook.code(at: sequence, in: db) }
    return LinkBatch.Item(
      disclosure: disclosure, centre: code,
      actorName: try entry.map { try centre.displayName(ofActor: $0.actor) } ?? "",
      path: proof.path.compactMap { TreeHash($0) })
  }

  private func waiting(after sequence: Int64, for partner: Partner) throws -> Int64 {
    try centre.ledger.read { db in
      try LinkBook.outgoingCounts(after: sequence, in: db).reduce(0) { sum, row in
        let mayHave = Marking(text: row.marking).map { partner.may(see: $0, of: row.agency) } ?? false
        return mayHave ? sum + row.count : sum
      }
    }
  }
}
