import Foundation
import Hummingbird
import Marking
import Operations

/// One's own account: who one is here, the password, the authenticator, the purpose of the session, tokens.
extension Desk {
  func addAccountPages(to router: Router<DeskContext>) {
    router.get("account") { request, context in
      try await showAccount(request, context, offer: nil, problem: nil)
    }
    router.post("account/purpose", use: statePurpose)
    router.post("account/authenticator", use: changeAuthenticator)
    router.post("account/tokens/:id/revoke", use: revokeToken)
  }

  func showAccount(
    _ request: Request, _ context: DeskContext, offer: SecondFactorOffer?, problem: String?
  ) async throws -> Response {
    let visitor = try context.signedIn()
    guard let session = visitor.session else { throw DeskError(.notFound) }
    let tokens = try await centre.tokens(of: session.person.name, as: visitor.acting)
    return AccountPage(
      frame: frame(context), session: session, purposes: Centre.purposes(of: session.person.viewer), tokens: tokens,
      offer: offer, problem: problem
    ).document.response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func statePurpose(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    guard let purpose = form["purpose"].flatMap({ Purpose(rawValue: $0) }) else { throw DeskError(.invalid, "purpose") }
    _ = try await centre.state(purpose, session: try sessionToken(request))
    return .see("/account")
  }

  @Sendable func changeAuthenticator(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let token = try sessionToken(request)
    do {
      switch form["step"] {
      case "offer":
        let offer = try await centre.offerSecondFactor(session: token)
        return try await showAccount(request, context, offer: offer, problem: nil)
      case "confirm": try await centre.confirmSecondFactor(code: form["code"] ?? "", session: token)
      case "remove": try await centre.removeSecondFactor(code: form["code"] ?? "", session: token)
      default: throw DeskError(.invalid, "step")
      }
    } catch let error as OperationsError where error.code == .codeRefused {
      return try await showAccount(
        request, context, offer: nil, problem: Strings.of(context.language)["account.codeRefused"])
    }
    return .see("/account")
  }

  @Sendable func revokeToken(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await form(request, context)
    try await centre.revoke(RevokeToken(context.parameters.get("id") ?? ""), as: try context.signedIn().acting)
    return .see("/account")
  }

  private func sessionToken(_ request: Request) throws -> String {
    guard let token = request.cookies[SessionCookie.name]?.value else { throw DeskError(.signedOut) }
    return token
  }
}

struct AccountPage {
  var frame: Frame
  var session: Session
  var purposes: [Purpose]
  var tokens: [BearerToken]
  var offer: SecondFactorOffer?
  var problem: String?

  private var strings: Strings { frame.strings }
  private var token: HTML { Layout.crossSiteField(session.pageToken) }

  var document: HTML {
    let notice: HTML = problem.map { "<p class=\"notice notice-danger\" role=\"alert\">\($0)</p>" } ?? .empty
    return Layout.plain(
      frame, title: "account.title",
      main: "<h1>\(strings["account.title"])</h1>\(notice)\(who)\(purpose)\(password)\(authenticator)\(tokenList)")
  }

  private var who: HTML {
    let person = session.person
    let roles = person.roles.map { strings["role.\($0.rawValue)"] }.sorted().joined(separator: ", ")
    return """
      <section class="card"><h2>\(strings["account.who"])</h2><dl class="details">
      <dt>\(strings["account.name"])</dt><dd>\(person.name.text)\(person.displayName.map { " · \($0)" } ?? "")</dd>
      <dt>\(strings["account.agency"])</dt><dd>\(person.agency)</dd>
      <dt>\(strings["account.roles"])</dt><dd>\(roles)</dd>
      <dt>\(strings["account.clearance"])</dt><dd>\(person.clearance.classification.rawValue)</dd>
      </dl></section>
      """
  }

  private var purpose: HTML {
    let options = purposes.map { purpose -> HTML in
      let chosen: HTML = purpose == session.purpose ? " selected" : ""
      return "<option value=\"\(purpose.rawValue)\"\(chosen)>\(strings["purpose.\(purpose.rawValue)"])</option>"
    }
    return """
      <section class="card"><h2>\(strings["account.purpose"])</h2>
      <form class="filter" method="post" action="/account/purpose">\(token)
      <div class="field"><label for="purpose">\(strings["signIn.purposeHelp"])</label>
      <select id="purpose" name="purpose">\(options)</select></div>
      <button type="submit">\(strings["account.statePurpose"])</button></form></section>
      """
  }

  private var password: HTML {
    """
    <section class="card"><h2>\(strings["account.password"])</h2>
    <p><a class="button" href="/password">\(strings["account.changePassword"])</a></p></section>
    """
  }

  private var authenticator: HTML {
    let code: HTML = """
      <div class="field"><label for="code">\(strings["account.totpCode"])</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required></div>
      """
    let body: HTML
    if let offer {
      body = """
        <p>\(strings["account.totpSecret"])</p><p class="secret">\(offer.secret)</p><p class="code">\(offer.link)</p>
        <form class="filter" method="post" action="/account/authenticator">\(token)\
        <input type="hidden" name="step" value="confirm">\(code)\
        <button class="primary" type="submit">\(strings["account.totpConfirm"])</button></form>
        """
    } else if session.person.hasSecondFactor {
      body = """
        <p>\(strings["account.totpOn"])</p>
        <form class="filter" method="post" action="/account/authenticator">\(token)\
        <input type="hidden" name="step" value="remove">\(code)\
        <button class="grave" type="submit">\(strings["account.totpRemove"])</button></form>
        """
    } else {
      body = """
        <p>\(strings["account.totpOff"])</p>
        <form method="post" action="/account/authenticator">\(token)<input type="hidden" name="step" value="offer">\
        <button type="submit">\(strings["account.totpBegin"])</button></form>
        """
    }
    return "<section class=\"card\"><h2>\(strings["account.totp"])</h2>\(body)</section>"
  }

  private var tokenList: HTML {
    let items = tokens.filter { !$0.isRevoked }.map { issued -> HTML in
      """
      <li>\(issued.label) <span class="muted">\(issued.scopes.map(\.rawValue).joined(separator: ", ")) · \(
        issued.issuedAt.plainText)</span>
      <form class="inline" method="post" action="/account/tokens/\(issued.id)/revoke">\(token)\
      <button class="grave" type="submit">\(strings["account.tokenRevoke"])</button></form></li>
      """
    }
    let list: HTML = items.isEmpty ? "<p class=\"muted\">\(strings["account.tokensNone"])</p>" : "<ul>\(items)</ul>"
    return "<section class=\"card\"><h2>\(strings["account.tokens"])</h2>\(list)</section>"
  }
}
