import GRDB

/// Folds entries into all views of a ledger.
struct ViewFolding: Sendable {
  let views: [any LedgerView]

  /// - Throws: `invalid` when two views have the same name.
  init(_ views: [any LedgerView]) throws {
    guard Set(views.map(\.name)).count == views.count else {
      throw LedgerError(.invalid, "Two views have the same name.")
    }
    self.views = views
  }

  private init(unchecked views: [any LedgerView]) {
    self.views = views
  }

  /// The folding of some of the views.
  func only(_ isIncluded: (any LedgerView) -> Bool) -> ViewFolding {
    ViewFolding(unchecked: views.filter(isIncluded))
  }

  /// Applies an entry to every view, and purges the subjects of an erasure.
  func fold(_ entry: Entry, into db: Database) throws {
    for view in views {
      do {
        try view.fold(entry, into: db)
        if entry.kind == Erasure.kind {
          for subject in entry.subjects { try view.purge(subject: subject, from: db) }
        }
      } catch {
        throw LedgerError(
          .viewFailed, "The view \(view.name) could not take in entry \(entry.sequence) of kind \(entry.kind).",
          place: "view \(view.name)", cause: error)
      }
    }
  }

  /// Notes that every view holds the entries up to a sequence.
  func setPositions(_ sequence: Int64, _ session: any EntryWriting) throws {
    for view in views {
      try session.set(ViewPosition(name: view.name, version: view.version, sequence: sequence))
    }
  }

  /// Drops and creates a view, which then holds no entry.
  func startAnew(_ view: any LedgerView, _ session: any EntryWriting) throws {
    do {
      try view.drop(session.views)
      try view.create(session.views)
    } catch {
      throw LedgerError(
        .viewFailed, "The tables of the view \(view.name) could not be made.", place: "view \(view.name)", cause: error)
    }
    try session.set(ViewPosition(name: view.name, version: view.version, sequence: 0))
  }
}
