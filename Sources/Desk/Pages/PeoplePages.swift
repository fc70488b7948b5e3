import Foundation
import Hummingbird
import Marking
import Operations

/// The people of the centre, for those who administer them.
extension Desk {
  func addPeoplePages(to router: Router<DeskContext>) {
    router.get("people") { request, context in try await showPeople(request, context, secret: nil) }
    router.post("people", use: addPerson)
    router.post("people/:name/reset", use: resetPerson)
    router.post("people/:name/disable", use: disablePerson)
    router.post("people/:name/enable", use: enablePerson)
  }

  func showPeople(_ request: Request, _ context: DeskContext, secret: IssuedSecret?) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.people), as: acting)
    let people = try await centre.people(as: acting)
    return PeoplePage.document(
      frame(context), people: people, secret: secret, issuer: provider?.settings.issuer
    ).response()
  }

  @Sendable func addPerson(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    guard let name = PersonName(form["name"] ?? "") else { throw DeskError(.invalid, "name") }
    guard let role = Role(rawValue: form["role"] ?? "") else { throw DeskError(.invalid, "role") }
    let secret = try await centre.add(
      AddPerson(
        name: name, displayName: form["displayName"], agency: (form["agency"] ?? "").lowercased(), roles: [role],
        addsAgency: true),
      as: try context.signedIn().acting)
    return try await showPeople(request, context, secret: secret)
  }

  @Sendable func resetPerson(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await form(request, context)
    let secret = try await centre.reset(
      ResetPerson(try person(context), removesSecondFactor: true), as: try context.signedIn().acting)
    return try await showPeople(request, context, secret: secret)
  }

  @Sendable func disablePerson(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await form(request, context)
    try await centre.disable(DisablePerson(try person(context)), as: try context.signedIn().acting)
    return .see("/people")
  }

  @Sendable func enablePerson(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await form(request, context)
    try await centre.enable(EnablePerson(try person(context)), as: try context.signedIn().acting)
    return .see("/people")
  }

  private func person(_ context: DeskContext) throws -> PersonName {
    guard let name = context.parameters.get("name").flatMap({ PersonName($0) }) else { throw DeskError(.notFound) }
    return name
  }
}

enum PeoplePage {
  static func document(_ frame: Frame, people: [Person], secret: IssuedSecret?, issuer: String?) -> HTML {
    let strings = frame.strings
    let shown: HTML =
      secret.map {
        """
        <div class="notice" role="status"><p>\(strings("people.secret", ["name": $0.person.text]))</p>
        <p class="secret">\($0.text)</p></div>
        """
      } ?? .empty
    let rows = people.map { row($0, frame) }
    let joining = issuer.map { joinForms(people, $0, frame) } ?? .empty
    return Layout.plain(
      frame, title: "people.title",
      main: """
        <h1>\(strings["people.title"])</h1>
        \(shown)
        <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["people.title"])"><table class="data">
        <thead><tr><th scope="col">\(strings["people.name"])</th><th scope="col">\(strings["people.agency"])</th>
        <th scope="col">\(strings["people.roles"])</th><th scope="col">\(strings["people.state"])</th>
        <th scope="col"><span class="hidden-label">\(strings["people.acts"])</span></th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        \(joining)
        \(addForm(frame))
        """)
  }

  private static func row(_ person: Person, _ frame: Frame) -> HTML {
    let strings = frame.strings
    let roles = person.roles.map { strings["role.\($0.rawValue)"] }.sorted().joined(separator: ", ")
    let isActive = person.state == .active
    let change = isActive ? "disable" : "enable"
    return """
      <tr\(isActive ? HTML.empty : " class=\"is-ended\"")><td>\(person.name.text)\(person.displayName.map { " · \($0)" } ?? "")</td>
      <td>\(person.agency)</td><td>\(roles)</td><td>\(strings[isActive ? "people.active" : "people.disabled"])</td>
      <td><form class="inline" method="post" action="/people/\(person.name.text)/reset">\(token(frame))\
      <button type="submit">\(strings["people.reset"])</button></form>
      <form class="inline" method="post" action="/people/\(person.name.text)/\(change)">\(token(frame))\
      <button class="grave" type="submit">\(strings["people.\(change)"])</button></form></td></tr>

      """
  }

  private static func addForm(_ frame: Frame) -> HTML {
    let strings = frame.strings
    let roles = Role.allCases.map { role -> HTML in
      "<option value=\"\(role.rawValue)\">\(strings["role.\(role.rawValue)"])</option>"
    }
    return """
      <form class="form card" method="post" action="/people">
      <h2>\(strings["people.add"])</h2>\(token(frame))
      <div class="field"><label for="name">\(strings["people.name"])</label>
      <input id="name" name="name" maxlength="64" required autocapitalize="none" spellcheck="false" autocomplete="off" \
      aria-describedby="name-help"><p class="field-help" id="name-help">\(strings["people.nameHelp"])</p></div>
      <div class="field"><label for="displayName">\(strings["people.displayName"])</label>
      <input id="displayName" name="displayName" maxlength="200" autocomplete="off"></div>
      <div class="field"><label for="agency">\(strings["people.agency"])</label>
      <input id="agency" name="agency" maxlength="32" required autocapitalize="none" spellcheck="false"></div>
      <div class="field"><label for="role">\(strings["people.role"])</label>
      <select id="role" name="role">\(roles)</select></div>
      <div class="buttons"><button class="primary" type="submit">\(strings["people.addButton"])</button></div>
      </form>
      """
  }

  /// A form for each active person that joins an identity of the provider to them, and one that parts them.
  private static func joinForms(_ people: [Person], _ issuer: String, _ frame: Frame) -> HTML {
    let strings = frame.strings
    let rows = people.filter { $0.state == .active }.map { person -> HTML in
      """
      <li><form class="filter" method="post" action="/people/\(person.name.text)/identity">\(token(frame))
      <div class="field"><label for="subject-\(person.name.text)">\(person.name.text)</label>
      <input id="subject-\(person.name.text)" name="subject" maxlength="200" required autocapitalize="none" spellcheck="false" \
      autocomplete="off" placeholder="\(strings["provider.subject"])"></div>
      <button type="submit">\(strings["provider.join"])</button></form>
      <form class="inline" method="post" action="/people/\(person.name.text)/part">\(token(frame))\
      <button class="grave" type="submit">\(strings["provider.part"])</button></form></li>
      """
    }
    return """
      <details class="card"><summary>\(strings["provider.title"])</summary>
      <p>\(strings("provider.help", ["issuer": issuer]))</p><ul class="plain-list">\(rows)</ul></details>
      """
  }

  private static func token(_ frame: Frame) -> HTML { Layout.crossSiteField(frame.person?.crossSiteToken ?? "") }
}
