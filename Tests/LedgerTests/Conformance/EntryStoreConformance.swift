import Testing

@testable import Ledger

/// What every store must do, whatever engine it is. The suite for an engine hands over a way to make an empty store of
/// that engine, and runs each of these.
enum EntryStoreConformance {
  struct Failure: Error {}

  /// Every rule by its name, for a parameterised test.
  static let rules: [(name: String, rule: @Sendable (any EntryStore) throws -> Void)] = [
    ("an empty store has nothing", emptyStoreHasNothing), ("what is inserted is read", insertedIsRead),
    ("a failed transaction leaves nothing", failedTransactionLeavesNothing),
    ("indexes repeat the rows", indexesRepeatTheRows),
    ("a failed savepoint undoes itself alone", failedSavepointUndoesItselfAlone),
    ("a transaction reads its own writes", transactionReadsItsOwnWrites),
    ("a gap or a repetition of versions is refused", repeatedVersionIsRefused),
    ("nodes are read as they were inserted", nodesAreRead), ("receipts are found by actor and key", receiptsAreFound),
    ("a time leads to the last entry known then", timeLeadsToSequence),
    ("own kinds are listed", ownKindsAreListed), ("an aggregate is read alone", aggregateIsReadAlone),
    ("checkpoints stay", checkpointsStay),
    ("settings and positions are replaced", settingsAndPositionsAreReplaced),
    ("a scan shows the columns", scanShowsColumns),
    ("a snapshot does not move", snapshotDoesNotMove),
  ]

  static func envelope(
    _ sequence: Int64, aggregate: String = "a", version: Int64? = nil, key: String? = nil, actor: String = "p",
    recorded: Int64? = nil, kind: String = "k"
  ) -> Envelope {
    Envelope(
      sequence: sequence, recordedMilliseconds: recorded ?? sequence * 10, clockStepped: false,
      version: version ?? sequence,
      draft: EntryDraft(kind: kind, aggregate: aggregate, aboutMilliseconds: -sequence, marking: "OFFICIAL"),
      context: CommandContext(actor: actor, agency: "g", purpose: "u", idempotencyKey: key))
  }

  static func insert(_ envelope: Envelope, _ session: any EntryWriting) throws {
    let sealed = [UInt8(truncatingIfNeeded: envelope.sequence), 1, 2]
    try session.insert(envelope, sealed: sealed, leaf: .leaf(sealed))
  }

  static func emptyStoreHasNothing(_ store: any EntryStore) throws {
    try store.read { (session) throws -> Void in
      #expect(try session.size() == 0)
      #expect(try session.rowCount() == 0)
      #expect(try session.nodeCount() == 0)
      #expect(try session.stored(1) == nil)
      #expect(try session.stored(from: 1, limit: 10).isEmpty)
      #expect(try session.node(MerkleTree.Node(level: 0, index: 0)) == nil)
      #expect(try session.version(of: "a") == 0)
      #expect(try session.receipt(idempotencyKey: "k", actor: "p") == nil)
      #expect(try session.lastSequence(recordedAtOrBefore: .max) == 0)
      #expect(try session.checkpoints().isEmpty)
      #expect(try session.viewPositions().isEmpty)
      for setting in StoreSetting.allCases { #expect(try session.setting(setting) == nil) }
    }
  }

  static func insertedIsRead(_ store: any EntryStore) throws {
    try store.write { session in for sequence in Int64(1)...5 { try insert(envelope(sequence), session) } }
    try store.read { (session) throws -> Void in
      #expect(try session.size() == 5)
      #expect(try session.rowCount() == 5)
      #expect(try session.stored(3) == StoredEntry(sequence: 3, sealed: [3, 1, 2], leaf: .leaf([3, 1, 2])))
      #expect(try session.stored(6) == nil)
      #expect(try session.stored(from: 2, limit: 3).map(\.sequence) == [2, 3, 4])
      #expect(try session.stored(from: 5, limit: 3).map(\.sequence) == [5])
      #expect(try session.version(of: "a") == 5)
      #expect(try session.version(of: "b") == 0)
    }
  }

  static func failedTransactionLeavesNothing(_ store: any EntryStore) throws {
    try store.write { try insert(envelope(1), $0) }
    #expect(throws: Failure.self) {
      try store.write { (session) throws -> Void in
        try insert(envelope(2), session)
        try session.insert(MerkleTree.Node(level: 1, index: 0), hash: .zero)
        try session.set(.origin, "x")
        throw Failure()
      }
    }
    try store.read { (session) throws -> Void in
      #expect(try session.size() == 1)
      #expect(try session.nodeCount() == 0)
      #expect(try session.setting(.origin) == nil)
    }
  }

  static func failedSavepointUndoesItselfAlone(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try session.savepoint { try insert(envelope(1), session) }
      #expect(throws: Failure.self) {
        try session.savepoint {
          try insert(envelope(2), session)
          throw Failure()
        }
      }
      #expect(session.isAlive)
      try session.savepoint { try insert(envelope(2, aggregate: "b", version: 1), session) }
    }
    try store.read { (session) throws -> Void in
      #expect(try session.size() == 2)
      #expect(try session.version(of: "a") == 1)
      #expect(try session.version(of: "b") == 1)
    }
  }

  static func transactionReadsItsOwnWrites(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, key: "k"), session)
      #expect(try session.size() == 1)
      #expect(try session.version(of: "a") == 1)
      #expect(try session.receipt(idempotencyKey: "k", actor: "p") != nil)
    }
  }

  static func repeatedVersionIsRefused(_ store: any EntryStore) throws {
    try store.write { try insert(envelope(1), $0) }
    #expect(throws: (any Error).self) { try store.write { try insert(envelope(2, version: 1), $0) } }
    #expect(throws: (any Error).self) { try store.write { try insert(envelope(1, aggregate: "b"), $0) } }
  }

  static func nodesAreRead(_ store: any EntryStore) throws {
    let node = MerkleTree.Node(level: 3, index: 9)
    try store.write { (session) throws -> Void in
      try insert(envelope(1), session)
      try session.insert(node, hash: .leaf([7]))
    }
    try store.read { (session) throws -> Void in
      #expect(try session.node(node) == .leaf([7]))
      #expect(try session.node(MerkleTree.Node(level: 0, index: 0)) == .leaf([1, 1, 2]))
      #expect(try session.nodeCount() == 1)
      var seen: [Int64] = []
      try session.scanNodes(level: 3, from: 0, through: 20) { (index, hash) throws -> Void in
        seen.append(index)
        #expect(hash == .leaf([7]))
      }
      #expect(seen == [9])
    }
  }

  static func receiptsAreFound(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, key: "k", recorded: 50), session)
      try insert(envelope(2, key: "k", recorded: 50), session)
      try insert(envelope(3, key: "k", actor: "q", recorded: 60), session)
    }
    try store.read { (session) throws -> Void in
      let receipt = AppendReceipt(firstSequence: 1, lastSequence: 2, recordedMilliseconds: 50, repeated: true)
      #expect(try session.receipt(idempotencyKey: "k", actor: "p") == receipt)
      #expect(try session.receipt(idempotencyKey: "k", actor: "q")?.firstSequence == 3)
      #expect(try session.receipt(idempotencyKey: "k", actor: "r") == nil)
      #expect(try session.receipt(idempotencyKey: "l", actor: "p") == nil)
    }
  }

  static func timeLeadsToSequence(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      for (sequence, recorded) in [(1, 100), (2, 100), (3, 200), (4, 150)] as [(Int64, Int64)] {
        try insert(envelope(sequence, recorded: recorded), session)
      }
    }
    try store.read { (session) throws -> Void in
      #expect(try session.lastSequence(recordedAtOrBefore: 99) == 0)
      #expect(try session.lastSequence(recordedAtOrBefore: 100) == 2)
      #expect(try session.lastSequence(recordedAtOrBefore: 149) == 2)
      #expect(try session.lastSequence(recordedAtOrBefore: 160) == 4)
    }
  }

  static func ownKindsAreListed(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, kind: "ledger.erased"), session)
      try insert(envelope(2, kind: "ledger.other"), session)
      try insert(envelope(3), session)
      try insert(envelope(4, kind: "ledger.erased"), session)
    }
    try store.read { (session) throws -> Void in
      #expect(try session.sequences(ofKind: "ledger.erased", after: 0) == [1, 4])
      #expect(try session.sequences(ofKind: "ledger.erased", after: 1) == [4])
    }
  }

  static func aggregateIsReadAlone(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, aggregate: "a", version: 1), session)
      try insert(envelope(2, aggregate: "b", version: 1), session)
      try insert(envelope(3, aggregate: "a", version: 2), session)
      try insert(envelope(4, aggregate: "a", version: 3), session)
    }
    try store.read { (session) throws -> Void in
      #expect(try session.stored(of: "a", afterVersion: 0, limit: 9).map(\.sequence) == [1, 3, 4])
      #expect(try session.stored(of: "a", afterVersion: 1, limit: 1).map(\.sequence) == [3])
      #expect(try session.stored(of: "c", afterVersion: 0, limit: 9).isEmpty)
    }
  }

  static func checkpointsStay(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try session.insert(StoredCheckpoint(size: 2, note: "b"))
      try session.insert(StoredCheckpoint(size: 1, note: "a"))
      try session.insert(StoredCheckpoint(size: 2, note: "c"))
    }
    #expect(try store.read { try $0.checkpoints() }.map(\.note) == ["a", "b"])
  }

  static func settingsAndPositionsAreReplaced(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try session.set(.origin, "x")
      try session.set(.origin, "y")
      try session.set(ViewPosition(name: "v", version: 1, sequence: 4))
      try session.set(ViewPosition(name: "v", version: 2, sequence: 5))
      try session.set(ViewPosition(name: "u", version: 1, sequence: 0))
    }
    try store.read { (session) throws -> Void in
      #expect(try session.setting(.origin) == "y")
      #expect(
        try session.viewPositions() == [
          ViewPosition(name: "u", version: 1, sequence: 0), ViewPosition(name: "v", version: 2, sequence: 5),
        ])
    }
  }

  static func scanShowsColumns(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, key: "key"), session)
      try insert(envelope(2), session)
    }
    var texts: [String] = []
    try store.read { (session) throws -> Void in
      try session.scan(from: 1, through: 9) { (row) throws -> Void in
        let columns = [row.kind, row.aggregate, row.actor, row.agency, row.purpose, row.marking, row.command]
        texts.append(columns.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "none" }.joined(separator: " "))
        #expect(row.version == row.sequence)
        #expect(row.recordedMilliseconds == row.sequence * 10)
        #expect(row.aboutMilliseconds == -row.sequence)
        #expect(row.sealed?.first == UInt8(row.sequence))
        #expect(row.leaf?.count == TreeHash.byteCount)
      }
    }
    #expect(texts == ["k a p g u OFFICIAL key", "k a p g u OFFICIAL none"])
  }

  static func indexesRepeatTheRows(_ store: any EntryStore) throws {
    try store.write { (session) throws -> Void in
      try insert(envelope(1, aggregate: "b", key: "key"), session)
      try insert(envelope(2, aggregate: "a"), session)
    }
    var rows: [EntryIndex: [String]] = [:]
    try store.read { (session) throws -> Void in
      for index in EntryIndex.allCases {
        try session.scanIndex(index) { row in
          let texts = [row.first, row.second].map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "none" }
          rows[index, default: []].append("\(row.sequence) \(row.number) \(texts[0]) \(texts[1])")
        }
        #expect(try session.firstMissing(in: index) == nil)
      }
    }
    #expect(rows[.aggregate] == ["2 2 a none", "1 1 b none"])
    #expect(rows[.recorded] == ["1 10 none none", "2 20 none none"])
    #expect(rows[.command] == ["1 0 key p"])
    #expect(rows[.ownKind] == nil)
  }

  static func snapshotDoesNotMove(_ store: any EntryStore) throws {
    try store.write { try insert(envelope(1), $0) }
    try store.read { (session) throws -> Void in
      #expect(try session.size() == 1)
      try store.write { try insert(envelope(2), $0) }
      #expect(try session.size() == 1)
    }
    #expect(try store.read { try $0.size() } == 2)
  }
}
