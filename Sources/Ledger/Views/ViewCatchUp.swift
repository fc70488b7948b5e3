/// Brings views up to the last entry.
struct ViewCatchUp {
  let store: any EntryStore
  let folding: ViewFolding
  let opener: PartOpener
  let limits: LedgerLimits

  /// Starts anew whichever view is missing or was folded by another version, and then folds only what is behind. Each
  /// batch is durable by itself, so that an interruption loses little.
  func run() throws {
    try store.write { session in
      let kept = Dictionary(uniqueKeysWithValues: try session.viewPositions().map { ($0.name, $0.version) })
      for view in folding.views where kept[view.name] != view.version { try folding.startAnew(view, session) }
    }
    while try store.write({ try foldBatch($0) }) {}
  }

  /// Drops and folds anew in one transaction, so that readers see the old tables until the new ones are complete.
  func rebuild(_ views: ViewFolding) throws {
    try store.write { session in
      for view in views.views { try views.startAnew(view, session) }
      while try foldBatch(session) {}
    }
  }

  /// Folds every view anew within a transaction of the caller's.
  func foldAllAnew(_ session: any EntryWriting) throws {
    for view in folding.views { try folding.startAnew(view, session) }
    while try foldBatch(session) {}
  }

  /// Folds a stretch of entries into the views that are furthest behind.
  ///
  /// - Returns: Whether a view may still be behind.
  private func foldBatch(_ session: any EntryWriting) throws -> Bool {
    let size = try session.size()
    let positions = Dictionary(
      uniqueKeysWithValues: try session.viewPositions().map { ($0.name, $0.sequence) })
    guard let position = folding.views.compactMap({ positions[$0.name] }).min(), position < size else { return false }
    let behind = folding.only { positions[$0.name] == position }
    let next = folding.views.compactMap { positions[$0.name] }.filter { $0 > position }.min() ?? size
    let last = min(next, size, position + Int64(limits.entriesInCatchUp))
    for stored in try session.stored(from: position + 1, limit: Int(last - position)) {
      try behind.fold(try opener.open(stored), into: session.views)
    }
    try behind.setPositions(last, session)
    return true
  }
}
