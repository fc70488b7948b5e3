import Foundation
import HTTPTypes
import Hummingbird
import Marking
import Operations

/// Signing in and out, and setting a password.
extension Desk {
  func addSignInPages(to router: Router<DeskContext>) {
    router.get("sign-in", use: showSignIn)
    router.post("sign-in", use: signIn)
    router.post("sign-out", use: signOut)
    router.get("password") { request, context in try showPassword(request, context, problem: nil) }
    router.post("password", use: setPassword)
  }

  @Sendable func showSignIn(_ request: Request, _ context: DeskContext) async throws -> Response {
    if context.visitor?.session != nil { return .see("/picture") }
    return SignInPage.document(frame(context), problem: nil, name: "", asksCode: false, provider: provider != nil)
      .response()
  }

  @Sendable func signIn(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await FormFields(request)
    let strings = Strings.of(context.language)
    let purpose = form["purpose"].flatMap { Purpose(rawValue: $0) }
    let attempt = SignIn(
      name: form["name"] ?? "", password: form.exact("password") ?? "", code: form["code"], purpose: purpose,
      address: context.remoteAddress, replacing: request.cookies[SessionCookie.name]?.value)
    do {
      switch try await centre.signIn(attempt) {
      case .signedIn(let issued): return enter(issued)
      case .codeNeeded:
        return SignInPage.document(
          frame(context), problem: strings["signIn.codeNeeded"], name: attempt.name, asksCode: true,
          provider: provider != nil
        ).response()
      }
    } catch let error as OperationsError {
      let key = "signIn.\(error.code.rawValue)"
      let problem = strings.has(key) ? strings[key] : strings["signIn.refused"]
      return SignInPage.document(
        frame(context), problem: problem, name: attempt.name, asksCode: form["code"] != nil, provider: provider != nil
      )
      .response(.unauthorized)
    }
  }

  @Sendable func signOut(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await self.form(request, context)
    if let token = request.cookies[SessionCookie.name]?.value { try await centre.signOut(token: token) }
    var response = Response.see("/sign-in")
    response.headers[.setCookie] = SessionCookie.clear(secure: secureCookies)
    return response
  }

  func showPassword(_ request: Request, _ context: DeskContext, problem: String?) throws -> Response {
    let session = try context.signedIn().session
    guard let session else { throw DeskError(.notFound) }
    return PasswordPage.document(frame(context), session: session, problem: problem)
      .response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func setPassword(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let strings = Strings.of(context.language)
    guard let new = form.exact("new"), new == form.exact("again") else {
      return try showPassword(request, context, problem: strings["password.differ"])
    }
    guard let token = request.cookies[SessionCookie.name]?.value else { throw DeskError(.signedOut) }
    do {
      return enter(try await centre.setPassword(current: form.exact("current"), new: new, session: token))
    } catch let error as OperationsError where [.passwordRefused, .signInRefused, .invalid].contains(error.code) {
      let reasons = error.reasons.map { strings["rule.\($0)"] }.joined(separator: " ")
      return try showPassword(
        request, context, problem: reasons.isEmpty ? strings["password.currentWrong"] : reasons)
    }
  }

  /// The fields of a form of the session that asks.
  /// - Throws: `DeskError` for a stranger, and for a form without the session's token.
  func form(_ request: Request, _ context: DeskContext) async throws -> FormFields {
    guard let session = try context.signedIn().session else { throw DeskError(.form) }
    let fields = try await FormFields(request)
    guard fields.exact("token") == session.pageToken else { throw DeskError(.form) }
    return fields
  }

  private func enter(_ issued: IssuedSession) -> Response {
    var response = Response.see(issued.session.mustSetPassword ? "/password" : "/picture")
    response.headers[.setCookie] = SessionCookie.set(issued.token, secure: secureCookies)
    return response
  }
}

/// The page on which a person signs in.
enum SignInPage {
  static func document(
    _ frame: Frame, problem: String?, name: String, asksCode: Bool, provider: Bool
  ) -> HTML {
    let strings = frame.strings
    let purposes: [Purpose] = [
      .searchAndRescue, .maritimeSafety, .borderSecurity, .investigation, .oversight, .administration,
      .exerciseTraining,
    ]
    let options = purposes.map { purpose -> HTML in
      "<option value=\"\(purpose.rawValue)\">\(strings["purpose.\(purpose.rawValue)"])</option>"
    }
    let notice: HTML = problem.map { "<p class=\"notice notice-danger\" role=\"alert\">\($0)</p>" } ?? .empty
    let other: HTML = """
      <p class="card"><a class="button primary" href="/sign-in/provider">\(strings["provider.button"])</a>
      <a class="quiet" href="/sign-out/provider">\(strings["provider.leave"])</a></p>
      """
    let codeFocus: HTML = asksCode ? " autofocus" : ""
    return Layout.plain(
      frame, title: "signIn.title", narrow: true,
      main: """
        <h1>\(strings["signIn.title"])</h1>
        \(notice)
        \(provider ? other : .empty)
        <form class="form card" method="post" action="/sign-in">
        <div class="field"><label for="name">\(strings["signIn.name"])</label>
        <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" \
        required value="\(name)"></div>
        <div class="field"><label for="password">\(strings["signIn.password"])</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required \
        aria-describedby="password-help">
        <p class="field-help" id="password-help">\(strings["signIn.once"])</p></div>
        <div class="field"><label for="code">\(strings["signIn.code"])</label>
        <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10"\(codeFocus)></div>
        <div class="field"><label for="purpose">\(strings["signIn.purpose"])</label>
        <select id="purpose" name="purpose" aria-describedby="purpose-help">
        <option value="">\(strings["signIn.usualPurpose"])</option>\(options)</select>
        <p class="field-help" id="purpose-help">\(strings["signIn.purposeHelp"])</p></div>
        <div class="buttons"><button class="primary" type="submit">\(strings["signIn.button"])</button></div>
        </form>
        <p><a href="/health">\(strings["health.title"])</a></p>
        """)
  }
}

/// The page on which a person sets a password, the first time or anew.
enum PasswordPage {
  /// The fewest characters of a password, as the rules of the operations have it.
  static let least = 12

  static func document(_ frame: Frame, session: Session, problem: String?) -> HTML {
    let strings = frame.strings
    let notice: HTML = problem.map { "<p class=\"notice notice-danger\" role=\"alert\">\($0)</p>" } ?? .empty
    let current: HTML =
      session.mustSetPassword
      ? .empty
      : """
      <div class="field"><label for="current">\(strings["account.passwordCurrent"])</label>
      <input id="current" name="current" type="password" autocomplete="current-password" maxlength="1024" required></div>
      """
    let intro = session.mustSetPassword ? "password.intro" : "password.change"
    return Layout.plain(
      frame, title: "password.title", narrow: true,
      main: """
        <h1>\(strings["password.title"])</h1>
        <p class="lead">\(strings(intro, ["least": "\(least)"]))</p>
        \(notice)
        <form class="form card" method="post" action="/password">
        \(Layout.crossSiteField(session.pageToken))
        <input class="hidden-label" type="text" autocomplete="username" value="\(session.person.name.text)" readonly \
        tabindex="-1" aria-hidden="true">
        \(current)
        <div class="field"><label for="new">\(strings["password.new"])</label>
        <input id="new" name="new" type="password" autocomplete="new-password" minlength="\(least)" maxlength="1024" required></div>
        <div class="field"><label for="again">\(strings["password.again"])</label>
        <input id="again" name="again" type="password" autocomplete="new-password" minlength="\(least)" maxlength="1024" required></div>
        <div class="buttons"><button class="primary" type="submit">\(strings["password.button"])</button></div>
        </form>
        """)
  }
}
