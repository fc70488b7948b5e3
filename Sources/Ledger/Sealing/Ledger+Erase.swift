extension Ledger {
  /// Destroys the keys of a subject for good, purges every view of it, and records who did so.
  ///
  /// Parts that are about this subject alone can never be opened again; parts that are about others too stay open for
  /// as long as one of the others' keys is kept. The entry and its place in the tree remain.
  ///
  /// - Parameters:
  ///   - subject: The identifier that the parts name.
  ///   - marking: The marking of the entry that records the erasure.
  /// - Throws: `invalid` when the store holds a view that the ledger was opened without: its rows would survive.
  public func erase(subject: String, marking: String, context: CommandContext) async throws -> AppendReceipt {
    let names = Set(writer.folding.views.map(\.name))
    let command = Command(
      context: context,
      decide: { [environment] _ in
        [Erasure.draft(subject: subject, marking: marking, atMilliseconds: environment.clock())]
      }, isOwn: true)
    return try await writer.exclusively { [writer] in
      let unknown = try writer.store.read { try $0.viewPositions() }.first { !names.contains($0.name) }
      if let unknown {
        throw LedgerError(
          .invalid,
          "The store has the view \(unknown.name), which the ledger was opened without and which erasure cannot reach. "
            + "Open the ledger with all its views.", place: "view \(unknown.name)")
      }
      let receipt = try writer.performAlone(command)
      try Erasure(store: writer.store, ring: writer.ring).carryOutAnnounced(after: receipt.firstSequence - 1)
      return receipt
    }
  }
}
