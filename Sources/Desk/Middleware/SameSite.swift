import HTTPTypes
import Hummingbird
import Operations

/// Refuses a change that another site makes a browser send.
///
/// Three things must hold for anything but reading: the browser does not say that the request comes from elsewhere, the
/// `Origin` is the desk's own, and a request with a session carries the session's token in a header or, for forms, in a
/// field that the route checks (`Desk.form`). A bearer token is never sent by a browser of itself and needs none of it.
struct SameSite: RouterMiddleware {
  typealias Context = DeskContext
  static let headerName = HTTPField.Name("X-Foreland-Token")!

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    if request.method == .get || request.method == .head { return try await next(request, context) }
    if request.headers[.authorization] != nil { return try await next(request, context) }
    if let site = request.headers[.init("Sec-Fetch-Site")!], site != "same-origin", site != "none" {
      throw DeskError(.form)
    }
    if let origin = request.headers[.origin], !Self.isOwn(origin, request) { throw DeskError(.form) }
    if request.uri.path.hasPrefix("/api/"), let session = context.visitor?.session {
      guard request.headers[Self.headerName] == session.pageToken else { throw DeskError(.form) }
    }
    return try await next(request, context)
  }

  private static func isOwn(_ origin: String, _ request: Request) -> Bool {
    guard let authority = request.head.authority else { return false }
    return origin == "http://\(authority)" || origin == "https://\(authority)"
  }
}
