import Ledger
package import Operations
import Synchronization

/// Takes the entries of one partner into this centre's ledger.
///
/// How far it has come is read from the ledger itself, so that a crash between receiving and appending loses nothing, and
/// one after appending doubles nothing.
package final class LinkTaker: Sendable {
  package let partner: Partner
  package let status: LinkStatus
  private let centre: Centre
  private let limits: LinkLimits
  /// How far the partner's ledger was gone through where nothing came of it; beyond what the ledger says.
  private let passed = Mutex<Int64>(0)

  package init(_ partner: Partner, centre: Centre, status: LinkStatus, limits: LinkLimits = LinkLimits()) {
    self.partner = partner
    self.centre = centre
    self.status = status
    self.limits = limits
  }

  /// What becomes of one question.
  package struct Turn: Sendable, Hashable {
    /// How many new entries were taken.
    package var taken: Int
    /// Whether more are waiting.
    package var hasMore: Bool
    /// Whether the trouble that there was is over.
    package var isMended: Bool
  }

  /// Asks the partner once, checks what it answers, and takes it.
  ///
  /// - Parameter ask: carries the question to the partner and brings the bytes of its answer; it throws `LinkFault`.
  /// - Throws: `LinkFault`; then nothing was taken, the status says so, and what breaks a promise is on record.
  package func turn(
    _ ask: (LinkGiver.Question) async throws -> [UInt8]
  ) async throws -> Turn {
    let known = try await reached()
    var offered: String?
    do {
      let after = max(known?.through ?? 0, passed.withLock { $0 })
      let question = LinkGiver.Question(
        after: after, knownSize: known?.size ?? 0, waitMilliseconds: limits.longestWaitMilliseconds)
      let batch = try LinkBatch(decoding: try await ask(question), limits: limits)
      offered = batch.note.isEmpty ? nil : batch.note
      let check = BatchCheck(partner: partner, after: after, known: known, exercise: centre.settings.exercise)
      var taken = 0
      if let good = try check.check(batch) {
        taken = try await take(good.entries, under: good.under)
      }
      passed.withLock { $0 = max($0, batch.through) }
      let isMended = status.now.trouble != nil
      status.heard(batch, taken: taken, at: centre.surroundings.now())
      return Turn(taken: taken, hasMore: batch.waiting > 0, isMended: isMended)
    } catch let fault as LinkFault {
      status.troubled(fault, at: centre.surroundings.now())
      if fault.isBreach {
        try await centre.recordLinkRefusal(
          of: partner.code, reason: fault.reason.rawValue, offered: offered, known: known?.note)
      }
      throw fault
    }
  }

  /// Notes why the partner could not even be asked.
  package func note(_ fault: LinkFault) {
    // What a turn threw is noted already, with its breach counted.
    if status.now.trouble != fault { status.troubled(fault, at: centre.surroundings.now()) }
  }

  private func reached() async throws -> LinkBook.Reached? {
    let ledger = partner.ledger
    return try await centre.ledger.read { db in try LinkBook.reached(ledger, in: db) }
  }

  private func take(_ entries: [TakenEntry], under checkpoint: TakenCheckpoint) async throws -> Int {
    do {
      return try await centre.take(entries, under: checkpoint, from: partner.code)
    } catch let error as LedgerError where error.code == .invalid || error.code == .limit {
      throw LinkFault(.unfit, error.message)
    } catch let error as LedgerError {
      throw LinkFault(.store, error.message)
    }
  }
}
