import Ledger

extension Centre {
  /// What became of a file of reports.
  package struct Imported: Sendable {
    /// Reports that were taken with what they say.
    package var taken = 0
    /// Rows that could not be read and were kept as they were written.
    package var kept = 0
    /// Rows that had been taken before.
    package var known = 0
    /// The lines of the rows that were kept, with the reason.
    package var reasons: [(line: Int, reason: String)] = []
  }

  /// Takes the reports of a file, each by itself: what is taken stays taken, and a file that broke off is handed in again.
  ///
  /// A row whose values the rules refuse is kept as it was written, with their reason.
  ///
  /// - Parameter acting: who hands it in; nil for whoever holds the machine.
  package func importContacts(_ file: ContactImport, as acting: Acting?) async throws -> Imported {
    var outcome = Imported()
    for row in file.rows {
      do {
        let isNew = try await isTaken(row.report, as: acting)
        guard isNew else {
          outcome.known += 1
          continue
        }
        if let reason = row.reason {
          outcome.kept += 1
          outcome.reasons.append((row.line, reason))
        } else {
          outcome.taken += 1
        }
      } catch let error as OperationsError where error.code == .invalid || error.code == .limit {
        for piece in ContactImport.kept(row, because: error.message) { _ = try await isTaken(piece, as: acting) }
        outcome.kept += 1
        outcome.reasons.append((row.line, error.message))
      }
    }
    return outcome
  }

  /// Takes a report down unless it is known.
  private func isTaken(_ report: TakeContact, as acting: Acting?) async throws -> Bool {
    let receipt =
      if let acting {
        try await report.perform(in: self, as: acting, key: nil)
      } else {
        try await append(as: console, priority: .distress) { ground in try report.entries(ground) }
      }
    return receipt.lastSequence >= receipt.firstSequence
  }
}
