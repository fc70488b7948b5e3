import Exchange
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// What is known of a partner's request beside the request itself.
struct LinkContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

/// What partners ask, over their own door: `GET /link/entries?after=SEQUENCE&size=SIZE&wait=MILLISECONDS`.
///
/// The answer is a batch (`LinkBatch`). 400 says that the question is none, 403 that the certificate is nobody's, 409 that this
/// ledger has less than the partner knows of it, 429 that it asks too often, 503 that the store does not answer.
struct LinkRoutes: Sendable {
  let board: LinkBoard
  let desk: Desk

  func router() -> Router<LinkContext> {
    let router = Router(context: LinkContext.self)
    router.get("link/entries", use: entries)
    return router
  }

  @Sendable func entries(_ request: Request, _ context: LinkContext) async throws -> Response {
    guard let certificate = try await context.channel.nioSSL_peerCertificate().get(),
      let partner = board.partner(showing: try certificate.toDERBytes())
    else { return Response(status: .forbidden) }
    let query = request.uri.queryParameters
    guard let after = query["after"].flatMap({ Int64($0) }), let size = query["size"].flatMap({ Int64($0) }),
      let wait = query["wait"].flatMap({ Int64($0) }), after >= 0, size >= 0, wait >= 0
    else { return Response(status: .badRequest) }
    do {
      let batch = try await board.giver.answer(
        LinkGiver.Question(after: after, knownSize: size, waitMilliseconds: wait), of: partner)
      board.status(of: partner.code)?.asked(given: batch.items.count, at: desk.now())
      return Response(
        status: .ok, headers: [.contentType: "application/cbor", .cacheControl: "no-store"],
        body: .init(byteBuffer: ByteBuffer(bytes: batch.encoded())))
    } catch LinkGiver.Refusal.rolledBack {
      return Response(status: .conflict)
    } catch LinkGiver.Refusal.tooOften {
      return Response(status: .tooManyRequests)
    } catch {
      desk.logger.error(
        "a partner could not be answered", metadata: ["partner": "\(partner.code)", "error": "\(LogWords.of(error))"])
      return Response(status: .serviceUnavailable)
    }
  }
}
