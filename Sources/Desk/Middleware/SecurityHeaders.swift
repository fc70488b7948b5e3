import HTTPTypes
import Hummingbird

/// Puts on every response the headers that keep a browser from doing what no page of the desk asks for.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  /// Whether browsers reach the desk through TLS; they then keep to it.
  var secure = false
  /// How long a browser keeps to TLS after each visit, in seconds.
  static var transportSeconds: Int { 31_536_000 }

  /// No inline script or style, nothing from elsewhere; MapLibre starts its worker from a blob.
  static var contentSecurityPolicy: String {
    [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'",
      "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
      "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  @concurrent func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.init("Referrer-Policy")!] = "same-origin"
    response.headers[.init("X-Frame-Options")!] = "DENY"
    response.headers[.init("Cross-Origin-Opener-Policy")!] = "same-origin"
    response.headers[.init("Cross-Origin-Resource-Policy")!] = "same-origin"
    response.headers[.init("Permissions-Policy")!] = "geolocation=(), camera=(), microphone=(), payment=()"
    if secure { response.headers[.strictTransportSecurity] = "max-age=\(Self.transportSeconds)" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}
