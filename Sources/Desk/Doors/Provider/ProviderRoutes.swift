import HTTPTypes
import Hummingbird
import Logging
import Operations

/// Signing in through a provider of identities, and out of it again.
extension Desk {
  func addProviderRoutes(to router: Router<DeskContext>) {
    router.get("sign-in/provider", use: beginAtProvider)
    router.get("sign-in/provider/callback", use: returnFromProvider)
    router.get("sign-out/provider", use: leaveProvider)
    router.post("people/:name/identity", use: joinIdentity)
    router.post("people/:name/part", use: partIdentities)
  }

  @Sendable func beginAtProvider(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let provider else { throw DeskError(.notFound) }
    do {
      let (address, browser) = try await provider.begin()
      var response = Response.see(address)
      response.headers[.setCookie] = ProviderCookie.set(browser, secure: secureCookies)
      return response
    } catch let refusal as IdentityRefusal {
      return try await refuse(refusal, context)
    }
  }

  @Sendable func returnFromProvider(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let provider else { throw DeskError(.notFound) }
    do {
      let identity = try await provider.finish(
        state: request.query("state") ?? "", code: request.query("code"), issuer: request.query("iss"),
        error: request.query("error"), browser: request.cookies[ProviderCookie.name]?.value)
      let issued = try await centre.signIn(
        identity, address: context.remoteAddress, replacing: request.cookies[SessionCookie.name]?.value)
      // Cookies that are strict about their site are not sent along a way that began elsewhere, so the page goes on by itself.
      var response = ProviderPage.welcome(frame(context)).response()
      response.headers.append(.init(name: .setCookie, value: SessionCookie.set(issued.token, secure: secureCookies)))
      response.headers.append(.init(name: .setCookie, value: ProviderCookie.clear(secure: secureCookies)))
      return response
    } catch let refusal as IdentityRefusal {
      return try await refuse(refusal, context)
    } catch let error as OperationsError where error.code == .refused || error.code == .signInRefused {
      return try await refuse(IdentityRefusal(.person), context)
    }
  }

  @Sendable func leaveProvider(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let provider else { throw DeskError(.notFound) }
    do {
      return .see(try await provider.farewell() ?? "/sign-in")
    } catch let refusal as IdentityRefusal {
      return try await refuse(refusal, context)
    }
  }

  @Sendable func joinIdentity(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    guard let provider else { throw DeskError(.notFound) }
    guard let name = context.parameters.get("name").flatMap({ PersonName($0) }) else { throw DeskError(.notFound) }
    let identity = Identity(issuer: provider.settings.issuer, subject: form["subject"] ?? "")
    try await centre.join(JoinIdentity(name, identity), as: try context.signedIn().acting)
    return .see("/people")
  }

  @Sendable func partIdentities(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await form(request, context)
    guard let name = context.parameters.get("name").flatMap({ PersonName($0) }) else { throw DeskError(.notFound) }
    try await centre.part(PartIdentities(name), as: try context.signedIn().acting)
    return .see("/people")
  }

  /// Records a refusal, unless the centre has done so already, and says it in words.
  private func refuse(_ refusal: IdentityRefusal, _ context: DeskContext) async throws -> Response {
    if refusal.code != .unknown, refusal.code != .person { try await centre.recordIdentityRefusal(refusal.code) }
    logger.notice("a sign-in through the provider was refused", metadata: ["reason": "\(refusal.code.rawValue)"])
    var response = ProviderPage.refusal(frame(context), refusal, issuer: provider?.settings.issuer ?? "")
      .response(refusal.code == .unreachable ? .badGateway : .forbidden)
    response.headers[.setCookie] = ProviderCookie.clear(secure: secureCookies)
    return response
  }
}

/// The cookie that tells the browser that began a sign-in from every other. It must come along when the provider sends the
/// browser back, so it is laxer about its site than the session's, and goes nowhere but to that one path.
enum ProviderCookie {
  static let name = "foreland-provider"
  static let path = "/sign-in/provider"

  static func set(_ value: String, secure: Bool) -> String {
    "\(name)=\(value); Path=\(path); Max-Age=\(PendingSignIns.lifeMilliseconds / 1000); HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
  }

  static func clear(secure: Bool) -> String {
    "\(name)=; Path=\(path); Max-Age=0; HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
  }
}
