import GRDB
import Synchronization

/// The only writer of a ledger.
///
/// While one transaction waits for the disk, further commands gather, and the next transaction takes them all: the more
/// are waiting, the less each pays for the disk. No command is answered before the transaction that holds it is durable.
final class LedgerWriter: Sendable {
  private struct Pending: Sendable {
    let command: Command
    let reply: CheckedContinuation<AppendReceipt, any Error>
  }

  private struct Line {
    var waiting: [Pending] = []
    var isServed = false
    var isClosed = false
  }

  let store: any EntryStore
  let ring: KeyRing
  let folding: ViewFolding
  /// The room on the disk; nil for a ledger without a reserve.
  let room: StorageRoom?
  private let mark: HeadMark?
  private let signer: NoteSigner
  private let sealer: PartSealer
  private let environment: LedgerEnvironment
  private let limits: LedgerLimits
  private let followers: Followers
  private let lane: WorkLane
  private let line = Mutex(Line())
  private let tip: Mutex<LedgerTip>

  init(
    store: any EntryStore, ring: KeyRing, folding: ViewFolding, signer: NoteSigner, tip: LedgerTip,
    environment: LedgerEnvironment, limits: LedgerLimits, followers: Followers, room: StorageRoom? = nil,
    mark: HeadMark? = nil
  ) {
    self.room = room
    self.mark = mark
    self.store = store
    self.ring = ring
    self.folding = folding
    self.signer = signer
    sealer = PartSealer(ring: ring, randomBytes: environment.randomBytes)
    self.environment = environment
    lane = environment.makeLane("ledger.writer", .serial)
    self.limits = limits
    self.followers = followers
    self.tip = Mutex(tip)
  }

  /// The head of what is durable.
  var head: LedgerHead { tip.withLock { $0.head } }

  /// Waits in line and returns when the command is durable.
  func perform(_ command: Command) async throws -> AppendReceipt {
    try await withCheckedThrowingContinuation { reply in
      let refusal = line.withLock { line -> LedgerError? in
        if line.isClosed { return .closed }
        guard line.waiting.count < limits.waitingCommands else {
          return LedgerError(
            .limit,
            "\(line.waiting.count) commands are waiting for the disk, and the limit waitingCommands is reached. "
              + "Try again in a moment.")
        }
        line.waiting.append(Pending(command: command, reply: reply))
        if !line.isServed {
          line.isServed = true
          lane.submit { self.serve() }
        }
        return nil
      }
      if let refusal { reply.resume(throwing: refusal) }
    }
  }

  /// Runs a body between two groups, while no command is carried out.
  func exclusively<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { reply in
      let isClosed = line.withLock { line in
        if !line.isClosed { lane.submit { reply.resume(with: Swift.Result { try body() }) } }
        return line.isClosed
      }
      if isClosed { reply.resume(throwing: LedgerError.closed) }
    }
  }

  /// Carries out one command at once, in a transaction of its own. Only within `exclusively`.
  func performAlone(_ command: Command) throws -> AppendReceipt {
    guard let outcome = try write([command]).first else { throw LedgerError.closed }
    return try outcome.get()
  }

  /// Signs and keeps a checkpoint of the present head. Only within `exclusively`.
  func checkpoint() throws -> String {
    let head = tip.withLock { $0 }
    try ring.copyLog()
    return try store.write { session in
      if let kept = try session.latestCheckpoint(), kept.size == head.size { return kept.note }
      return try keepCheckpoint(head, session)
    }
  }

  /// Refuses what comes from now on and returns when what has been accepted is done.
  func close() {
    line.withLock { $0.isClosed = true }
    // Each turn that was waiting puts the next behind this one.
    repeat { lane.drain() } while line.withLock { $0.isServed }
  }

  /// Writes one group, and comes back for the next. What runs exclusively gets its turn in between.
  private func serve() {
    let group = line.withLock { line in
      let group = Array(line.waiting.prefix(limits.commandsInGroup))
      line.waiting.removeFirst(group.count)
      return group
    }
    let outcomes = writeWithinRoom(group.map(\.command))
    for (pending, outcome) in zip(group, outcomes) { pending.reply.resume(with: outcome) }
    line.withLock { line in
      line.isServed = !line.waiting.isEmpty
      if line.isServed { lane.submit { self.serve() } }
    }
  }

  func write(_ commands: [Command]) throws -> [Result<AppendReceipt, any Error>] {
    let before = tip.withLock { $0 }
    let (outcomes, after) = try transaction(commands, from: before)
    if after.size > before.size {
      tip.withLock { $0 = after }
      mark?.note(after.size)
      followers.tell(CommittedRange(firstSequence: before.size + 1, lastSequence: after.size))
    }
    return outcomes
  }

  private func transaction(
    _ commands: [Command], from before: LedgerTip
  ) throws -> ([Result<AppendReceipt, any Error>], LedgerTip) {
    do {
      return try transaction(commands, from: before, usesSavepoints: false)
    } catch is CommandGroup.NeedsSavepoints {
      return try transaction(commands, from: before, usesSavepoints: true)
    }
  }

  private func transaction(
    _ commands: [Command], from before: LedgerTip, usesSavepoints: Bool
  ) throws -> ([Result<AppendReceipt, any Error>], LedgerTip) {
    do {
      return try store.write { session in
        var group = CommandGroup(
          rules: DraftRules(limits: limits), environment: environment, usesSavepoints: usesSavepoints,
          appending: EntryAppending(session: session, sealer: sealer, folding: folding, tip: before))
        let outcomes = try commands.map { try group.carryOut($0) }
        let after = group.appending.tip
        if after.size > before.size {
          // The keys must outlive the entries that they seal, so they reach the disk first.
          try ring.save()
          try folding.setPositions(after.size, session)
          let interval = limits.entriesBetweenCheckpoints
          if after.size / interval > before.size / interval { _ = try keepCheckpoint(after, session) }
        }
        ring.discardUnsaved()
        return (outcomes, after)
      }
    } catch {
      ring.discardUnsaved()
      throw error
    }
  }

  private func keepCheckpoint(_ tip: LedgerTip, _ session: any EntryWriting) throws -> String {
    let checkpoint = Checkpoint(origin: signer.verifier.name, size: tip.size, root: tip.frontier.root)
    let note = try signer.sign(checkpoint.text).encoded
    try session.insert(StoredCheckpoint(size: tip.size, note: note))
    return note
  }
}

extension LedgerError {
  static let closed = LedgerError(.closed, "The ledger has been closed.")
}
