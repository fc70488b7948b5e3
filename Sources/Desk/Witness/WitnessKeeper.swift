import AsyncHTTPClient
import Ledger
import Logging
import NIOCore
import NIOHTTP1
import Operations
import ServiceLifecycle

/// Signs a checkpoint from time to time, and asks the witnesses to cosign it.
struct WitnessKeeper: Service {
  private static let outward = OutwardClient(seconds: 20, largestBytes: 64 << 10)

  let desk: Desk

  func run() async throws {
    guard desk.transparency.wantsCheckpoints else {
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await turn()
        } catch {
          desk.logger.error("no checkpoint could be made or cosigned", metadata: ["error": "\(LogWords.of(error))"])
        }
        try? await Task.sleep(for: .seconds(desk.transparency.interval))
      }
    }
  }

  /// Makes a checkpoint when there is something new, and offers the latest to whoever has not cosigned it.
  func turn() async throws {
    let ledger = desk.centre.ledger
    let latest = try ledger.reader.publishedCheckpoint()?.size ?? 0
    if ledger.head.size > latest, try await desk.centre.hasNews(after: latest) { _ = try await ledger.checkpoint() }
    guard let checkpoint = try ledger.reader.publishedCheckpoint(), checkpoint.size > 0 else { return }
    for witness in desk.transparency.witnesses {
      let cosigned = try ledger.reader.cosignedSize(witness: witness.key.name)
      guard cosigned < checkpoint.size else { continue }
      do {
        try await offer(checkpoint, after: cosigned, to: witness, mayAskAgain: true)
      } catch {
        desk.logger.warning(
          "a witness did not cosign", metadata: ["witness": "\(witness.key.name)", "error": "\(LogWords.of(error))"])
      }
    }
  }

  private func offer(
    _ checkpoint: (size: Int64, note: String), after oldSize: Int64, to witness: Transparency.Witness,
    mayAskAgain: Bool
  ) async throws {
    let ledger = desk.centre.ledger
    let path = oldSize == 0 ? [] : try ledger.consistencyProof(from: oldSize, to: checkpoint.size).path
    let request = AddCheckpointRequest(
      oldSize: oldSize, proof: path.compactMap { TreeHash($0) }, note: checkpoint.note)
    let (status, body) = try await post(request.body, to: witness.url + "/add-checkpoint")
    switch status {
    case 200:
      let answer = SignedNote(parsing: "-\n\n" + body)
      guard
        let line = answer?.signatures.first(where: { $0.keyName == witness.key.name && $0.keyID == witness.key.keyID })
      else { throw LedgerError(.invalid, "The answer holds no cosignature of the witness's key.") }
      try await ledger.keep(line, of: witness.key, size: checkpoint.size)
    case 409:
      let known = Int64(body.split(separator: "\n").first ?? "")
      if mayAskAgain, let known, known != oldSize, known <= checkpoint.size {
        return try await offer(checkpoint, after: known, to: witness, mayAskAgain: false)
      }
      // The witness has seen more of this ledger than there is: it was rolled back, or is a copy.
      try await disagree(witness, status, checkpoint.size, known)
    case 422:
      try await disagree(witness, status, checkpoint.size, nil)
    default:
      throw LedgerError(.invalid, "The witness answered with status \(status).")
    }
  }

  private func disagree(
    _ witness: Transparency.Witness, _ status: Int, _ size: Int64, _ theirSize: Int64?
  ) async throws {
    desk.logger.critical(
      "a witness knows another history of this ledger",
      metadata: ["witness": "\(witness.key.name)", "status": "\(status)", "size": "\(size)"])
    try await desk.centre.recordDisagreement(
      witness: witness.key.name, status: status, size: size, theirSize: theirSize)
  }

  private func post(_ body: String, to url: String) async throws -> (status: Int, body: String) {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
    request.body = .bytes(ByteBuffer(string: body))
    let (status, answer) = try await Self.outward.ask(request)
    return (Int(status), String(buffer: answer))
  }
}
