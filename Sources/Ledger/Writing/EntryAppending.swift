/// Turns drafts into entries within a transaction: numbers, seals, chains, stores and folds them.
struct EntryAppending {
  let session: any EntryWriting
  let sealer: PartSealer
  let folding: ViewFolding
  var tip: LedgerTip

  /// Appends the entries of one command.
  mutating func append(
    _ drafts: [EntryDraft], context: CommandContext, recordedMilliseconds: Int64
  ) throws -> AppendReceipt {
    let firstSequence = tip.size + 1
    var versions: [String: Int64] = [:]
    for draft in drafts {
      let version = try (versions[draft.aggregate] ?? session.version(of: draft.aggregate)) + 1
      versions[draft.aggregate] = version
      let envelope = Envelope(
        sequence: tip.size + 1, recordedMilliseconds: recordedMilliseconds,
        clockStepped: recordedMilliseconds < tip.lastRecordedMilliseconds, version: version, draft: draft,
        context: context)
      try append(envelope, parts: draft.parts)
    }
    return AppendReceipt(
      firstSequence: firstSequence, lastSequence: tip.size, recordedMilliseconds: recordedMilliseconds,
      repeated: false)
  }

  private mutating func append(_ envelope: Envelope, parts: [PayloadPart]) throws {
    let sealed = SealedEntry(
      envelope: envelope, previous: tip.lastLeaf,
      parts: try parts.map { try sealer.seal($0, sequence: envelope.sequence) }
    ).encoded()
    let leaf = TreeHash.leaf(sealed)
    try session.insert(envelope, sealed: sealed, leaf: leaf)
    var frontier = tip.frontier
    try frontier.append(leaf) { level, index, hash in
      try session.insert(MerkleTree.Node(level: level, index: index), hash: hash)
    }
    tip.frontier = frontier
    tip.lastLeaf = leaf
    tip.lastRecordedMilliseconds = envelope.recordedMilliseconds
    let opened = parts.map { OpenedPart(name: $0.name, subjects: $0.subjects, bytes: $0.bytes) }
    try folding.fold(Entry(envelope, parts: opened), into: session.views)
  }
}
