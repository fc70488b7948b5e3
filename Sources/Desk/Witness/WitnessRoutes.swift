import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Operations

/// This desk as a witness of other ledgers (C2SP `tlog-witness`, with `/witness` as both prefixes), and the page that
/// shows what it witnessed and who witnessed it.
///
/// A request to cosign needs no sign-in: the signature on the checkpoint is what counts.
extension Desk {
  func addWitnessRoutes(to router: Router<DeskContext>) {
    router.post("witness/add-checkpoint", use: addCheckpoint)
    router.get("witness/:origin/checkpoint") { _, context in
      guard !transparency.logs.isEmpty, let origin = context.parameters.get("origin"),
        let note = try await centre.cosignedCheckpoint(originHash: origin)
      else { throw DeskError(.notFound) }
      return Self.plain(.ok, note)
    }
    router.get("witness", use: showWitness)
  }

  @Sendable func addCheckpoint(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard !transparency.logs.isEmpty else { throw DeskError(.notFound) }
    var request = request
    let bytes: ByteBuffer
    do {
      bytes = try await request.collectBody(upTo: AddCheckpointRequest.largestBytes)
    } catch {
      throw DeskError(.tooLarge)
    }
    guard let body = String(validating: bytes.readableBytesView, as: UTF8.self) else {
      return Self.plain(.badRequest, "The request is not UTF-8.\n")
    }
    let answer = try await centre.witness(body, for: transparency.logs)
    return Self.plain(
      HTTPResponse.Status(code: answer.status), answer.body, type: answer.isSize ? "text/x.tlog.size" : nil)
  }

  @Sendable func showWitness(_ request: Request, _ context: DeskContext) async throws -> Response {
    let book = try await centre.witnessBook(as: try context.signedIn().acting)
    let reader = centre.ledger.reader
    let checkpoint = try reader.publishedCheckpoint()
    let cosignatures = try checkpoint.map { try reader.cosignatures(size: $0.size) } ?? []
    return WitnessPage(
      frame: frame(context), book: book, checkpoint: checkpoint, cosignatures: cosignatures,
      logs: transparency.logs, witnesses: transparency.witnesses.map(\.key)
    ).document.response()
  }

  private static func plain(_ status: HTTPResponse.Status, _ text: String, type: String? = nil) -> Response {
    Response(
      status: status, headers: [.contentType: type ?? "text/plain; charset=utf-8", .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
