import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// The picture and the log for paper, now or as known at a moment.
extension Desk {
  func addPaperRoutes(to router: Router<DeskContext>) {
    router.get("paper", use: showPaper)
    router.get("/paper.css") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "no-cache"],
        body: .init(byteBuffer: ByteBuffer(string: PaperStyle.text.text)))
    }
  }

  @Sendable func showPaper(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let moment = try request.moment("at")
    try await centre.consult(Consultation(moment == nil ? .picture : .pictureAt, asOf: moment), as: acting)
    try await centre.consult(Consultation(.log, asOf: moment), as: acting)
    let sheet = PaperSheet(
      content: try await paperContent(at: moment, acting), ground: paperGround, strings: Strings.of(context.language),
      zone: .current, style: PaperStyle.link)
    return sheet.document.response()
  }
}
