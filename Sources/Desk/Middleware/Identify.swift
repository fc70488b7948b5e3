import HTTPTypes
import Hummingbird
import Operations

/// Reads who asks from the session cookie or the bearer token.
///
/// A stranger goes on as a stranger: the routes decide what needs somebody. A session that must first set a password
/// reaches nothing else.
struct Identify: RouterMiddleware {
  typealias Context = DeskContext
  let centre: Centre

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.visitor = try await centre.visitor(request)
    if context.visitor?.session?.mustSetPassword == true, !Self.opensWithoutPassword(request.uri.path) {
      if request.uri.path.hasPrefix("/api/") { throw DeskError(.signedOut) }
      return .see("/password")
    }
    return try await next(request, context)
  }

  private static func opensWithoutPassword(_ path: String) -> Bool {
    path == "/password" || path == "/sign-out" || path.hasPrefix("/static/") || path.hasPrefix("/language/")
      || path.hasPrefix("/strings/")
  }
}

extension Centre {
  /// Who asks, by the bearer token or else the session cookie of the request; nil for a stranger.
  /// - Throws: when a bearer token is shown that opens nothing.
  func visitor(_ request: Request) async throws -> Visitor? {
    if let header = request.headers[.authorization] {
      let words = header.split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0].lowercased() == "bearer" else { throw DeskError(.signedOut) }
      return Visitor(acting: try await bearer(String(words[1])), session: nil)
    }
    guard let token = request.cookies[SessionCookie.name]?.value else { return nil }
    do {
      let session = try await session(token: token)
      return Visitor(acting: session.acting, session: session)
    } catch let error as OperationsError where error.code == .signedOut {
      return nil
    }
  }
}

/// The cookie that holds a session's token: not for scripts, not for other sites.
enum SessionCookie {
  static let name = "foreland"

  static func set(_ token: String, secure: Bool) -> String {
    "\(name)=\(token); Path=/; HttpOnly; SameSite=Strict\(secure ? "; Secure" : "")"
  }

  static func clear(secure: Bool) -> String {
    "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict\(secure ? "; Secure" : "")"
  }
}
