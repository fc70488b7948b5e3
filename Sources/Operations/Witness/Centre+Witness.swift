import Foundation
import Geodesy
import GRDB
package import Ledger
import Marking

/// What a witness answers over HTTP (C2SP `tlog-witness`).
package struct WitnessAnswer: Sendable, Hashable {
  package var status: Int
  package var body: String
  /// Whether the body is the size of the checkpoint that is known, which has a type of its own.
  package var isSize = false
}

extension Centre {
  /// Judges a request to cosign, keeps what follows from it, and answers.
  ///
  /// The last cosigned checkpoint is compared and replaced in one transaction, and is durable before the answer. A fork
  /// is recorded with both signed checkpoints before it is refused.
  ///
  /// - Parameter logs: The keys of the ledgers that this desk witnesses, each under the name of its origin.
  package func witness(_ body: String, for logs: [NoteVerifier]) async throws -> WitnessAnswer {
    guard let request = AddCheckpointRequest(parsing: body) else { return Refusal.text(.malformed) }
    let seconds = surroundings.now().millisecondsSince1970 / 1000
    do {
      _ = try await append(as: itself) { [ledger] ground in
        let known = try Known(in: ground.views)
        let answer = try known.answer(request, logs)
        guard case .cosign(let checkpoint, let note) = answer else { throw Refusal(answer: answer) }
        // A checkpoint that is cosigned again says nothing new.
        if try known.latest(checkpoint.origin)?.size == checkpoint.size { return [] }
        let cosigned = try ledger.cosigner.cosign(note.text, atSeconds: seconds)
        let fact = CheckpointCosigned(
          origin: checkpoint.origin, size: checkpoint.size, root: Data(checkpoint.root.bytes).base64EncodedString(),
          note: note.signed(by: logs, and: cosigned))
        return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
      }
    } catch let refusal as Refusal {
      if case .inconsistent(let checkpoint, let isProved) = refusal.answer {
        try await recordFork(request, checkpoint, isProved: isProved, logs)
      }
      return Refusal.text(refusal.answer)
    }
    guard let text = SignedNote(parsing: request.note)?.text else { return Refusal.text(.malformed) }
    return WitnessAnswer(status: 200, body: try ledger.cosigner.cosign(text, atSeconds: seconds).line)
  }

  /// Records that a witness would not cosign a checkpoint of this ledger; the same objection is recorded once.
  package func recordDisagreement(witness: String, status: Int, size: Int64, theirSize: Int64?) async throws {
    _ = try await append(as: itself) { ground in
      let last = try WitnessBook.lastDisagreement(of: witness, in: ground.views)
      guard last?.status != status || last?.theirSize != theirSize else { return [] }
      let fact = WitnessDisagreed(witness: witness, status: status, size: size, theirSize: theirSize)
      return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
  }

  /// What is known of other ledgers and of this one's witnesses, for whoever may see the ledger.
  package func witnessBook(as acting: Acting) async throws -> WitnessBook {
    try await permit(.see, .ledger, as: acting)
    return try await witnessBook()
  }

  /// The same for the desk itself.
  package func witnessBook() async throws -> WitnessBook {
    try await ledger.read { db in try WitnessBook.read(in: db) }
  }

  /// The last checkpoint of a ledger that this desk cosigned, by the SHA-256 of its origin in hexadecimal digits.
  package func cosignedCheckpoint(originHash: String) async throws -> String? {
    try await witnessBook().cosigned.first { TreeHash.hexadecimal(of: $0.origin) == originHash }?.note
  }

  /// Whether anything was appended after a size but what witnessing itself appends: two desks that witness each other
  /// would otherwise never come to rest.
  package func hasNews(after size: Int64) async throws -> Bool {
    try await ledger.read { db in
      try Row.fetchOne(
        db, sql: "SELECT 1 FROM record WHERE sequence > ? AND kind NOT LIKE 'witness.%' LIMIT 1", arguments: [size])
        != nil
    }
  }

  private func recordFork(
    _ request: AddCheckpointRequest, _ checkpoint: Checkpoint, isProved: Bool, _ logs: [NoteVerifier]
  ) async throws {
    guard let note = SignedNote(parsing: request.note) else { return }
    let root = Data(checkpoint.root.bytes).base64EncodedString()
    _ = try await append(as: itself) { [limits] ground in
      let isRecorded = try WitnessBook.isRecorded(
        checkpoint.origin, size: checkpoint.size, root: root, limit: limits.forksKept, in: ground.views)
      if isRecorded { return [] }
      let known = try WitnessBook.latest(of: checkpoint.origin, in: ground.views)
      let fact = HistoryForked(
        origin: checkpoint.origin, size: checkpoint.size, root: root, offered: note.signed(by: logs),
        known: known?.note, knownSize: known?.size ?? 0,
        proof: request.proof.map { Data($0.bytes).base64EncodedString() }, proved: isProved)
      return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
  }
}

/// Ends a command that is not to append anything.
private struct Refusal: Error {
  var answer: WitnessRule.Answer

  static func text(_ answer: WitnessRule.Answer) -> WitnessAnswer {
    switch answer {
    case .cosign: WitnessAnswer(status: 200, body: "")
    case .malformed: WitnessAnswer(status: 400, body: "The request is no request to add a checkpoint.\n")
    case .unsigned:
      WitnessAnswer(status: 403, body: "No key that is trusted for the origin has signed the checkpoint.\n")
    case .unknown: WitnessAnswer(status: 404, body: "The origin is none that is witnessed here.\n")
    case .stale(let size): WitnessAnswer(status: 409, body: "\(size)\n", isSize: true)
    case .inconsistent:
      WitnessAnswer(status: 422, body: "The checkpoint was not shown to continue the one that was cosigned here.\n")
    }
  }
}

/// What was cosigned, within the transaction that decides.
private struct Known {
  let db: Database

  init(in db: Database) throws { self.db = db }

  func latest(_ origin: String) throws -> WitnessBook.Cosigned? { try WitnessBook.latest(of: origin, in: db) }

  func answer(_ request: AddCheckpointRequest, _ logs: [NoteVerifier]) throws -> WitnessRule.Answer {
    try WitnessRule.answer(
      request, keys: { origin in logs.filter { $0.name == origin && $0.algorithm == .ed25519 } },
      known: { origin in
        guard let latest = try latest(origin), let bytes = Data(base64Encoded: latest.root),
          let root = TreeHash([UInt8](bytes))
        else { return nil }
        return WitnessRule.Known(size: latest.size, root: root)
      })
  }
}

extension SignedNote {
  /// The note with the signatures of known keys alone, and one more.
  fileprivate func signed(by keys: [NoteVerifier], and cosignature: Signature? = nil) -> String {
    let known = signatures.filter { line in keys.contains { $0.name == line.keyName && $0.keyID == line.keyID } }
    return SignedNote(text: text, signatures: known + (cosignature.map { [$0] } ?? [])).encoded
  }
}

extension TreeHash {
  /// The SHA-256 of a text in hexadecimal digits.
  fileprivate static func hexadecimal(of text: String) -> String {
    TreeHash.plain([UInt8](text.utf8)).bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
