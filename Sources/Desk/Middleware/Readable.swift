import Foundation
import HTTPTypes
import Hummingbird

/// Finds out in which language and colours the visitor reads: cookies first, then what the browser prefers.
struct Readable: RouterMiddleware {
  typealias Context = DeskContext

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.address = request.uri.string
    context.language =
      request.cookies["foreland-language"].flatMap { Language(rawValue: $0.value) }
      ?? Language.preferred(request.headers[.acceptLanguage])
    context.theme = request.cookies["foreland-theme"].flatMap { Frame.Theme(rawValue: $0.value) } ?? .night
    guard let chosen = request.query("lang").flatMap({ Language(rawValue: $0) }) else {
      return try await next(request, context)
    }
    context.language = chosen
    var response = try await next(request, context)
    response.headers.append(
      HTTPField(name: .setCookie, value: "foreland-language=\(chosen.rawValue); Path=/; Max-Age=31536000; SameSite=Lax")
    )
    return response
  }
}
