import Desk
import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Ledger
import Marking
import NIOEmbedded
import Operations

extension Officer {
  /// Types name and password, wrongly at times, and reads the page token from a page as a browser's form holds it.
  func signIn() async {
    let typed = chance.oneIn(16) ? "wrong password" : Self.password
    let form = "name=\(name)&password=\(typed.replacing(" ", with: "+"))"
    let answer = await ask(.post, "/sign-in", body: form, headers: Self.form)
    guard let answer, answer.status == 303, let set = answer.headers[.setCookie] else { return }
    let token = set.split(separator: ";").first?.split(separator: "=", maxSplits: 1).last
    cookie = token.map(String.init)
    guard let page = await ask(.get, "/account"), page.status == 200 else { return }
    let mark = "name=\"token\" value=\""
    guard let start = page.text.range(of: mark)?.upperBound else { return }
    pageToken = String(page.text[start...].prefix { $0 != "\"" })
  }

  func signOut() async {
    let answer = await ask(.post, "/sign-out", body: "token=\(pageToken ?? "")", headers: Self.form)
    if let answer, answer.status == 303 { forget() }
  }

  /// Closes the browser without signing out: the session stays open until it idles.
  func closeBrowser() {
    reader?.breakOff()
    forget()
  }

  /// Opens a live stream, which lasts until either side ends it.
  func openStream() async {
    guard reader?.isOver ?? true, let cookie, let house = run.house, !house.hasEnded else { return }
    let box = box
    let asked = Asked(method: .get, path: "/api/stream?boxes=\(box)", person: name, cookie: cookie)
    let chance = chance.fork()
    house.run { house in
      let begun = self.run.steps
      guard
        let response = try? await house.desk.respond(to: self.run.network.request(asked), over: EmbeddedChannel()),
        !house.hasEnded
      else { return }
      let answer = Answer(status: response.status.code, headers: response.headers, body: [])
      self.run.book.answered(asked, answer, since: begun, by: house)
      guard response.status == .ok else { return }
      let reader = StreamReader(
        self.run, person: self.name, cookie: cookie, openedAt: house.centre.ledger.head.size,
        box: box, chance: chance)
      self.reader = reader
      self.run.book.watch(reader)
      try? await response.body.write(reader)
      reader.breakOff()
    }
  }

  func lookElsewhere() async {
    guard let reader, let id = reader.id, let pageToken else { return await openStream() }
    let box = box
    reader.look(at: nil)
    let answer = await ask(
      .post, "/api/stream/\(id)/view", body: "{\"boxes\":[[\(box)]]}",
      headers: [.contentType: "application/json", HTTPField.Name("X-Foreland-Token")!: pageToken])
    if answer?.status == 204 { reader.look(at: BoundingBox(text: box)) }
  }

  private var box: String {
    let south = 49 + Double(chance.below(8)) / 4
    let west = Double(chance.below(8)) / 4
    return "\(south),\(west),\(south + 1),\(west + 1)"
  }

  /// Takes somebody's access away, gives it back, or changes their role; whoever may not is refused.
  func changeRights() async {
    let other = chance.pick(run.officers.map(\.name))
    if name == Run.administrator, chance.oneIn(3) { return await changeRole(of: other) }
    let act = chance.pick(["disable", "enable", "enable"])
    _ = await ask(.post, "/people/\(other)/\(act)", body: "token=\(pageToken ?? "")", headers: Self.form)
  }

  /// As someone at the machine does it: the pages have no form for it.
  private func changeRole(of other: String) async {
    guard other != Run.administrator, let person = PersonName(other), let house = run.house, !house.hasEnded else {
      return
    }
    let role = chance.pick(Run.roles)
    let changing = house.run { house in
      let change = ChangePerson(
        name: person, displayName: nil, agency: Run.agency, roles: [role],
        clearance: Clearance(classification: .official))
      guard (try? await house.centre.change(change, as: house.centre.console)) != nil, !house.hasEnded else { return }
      self.run.book.rightsTookEffect(of: other, by: house)
    }
    await changing.value
  }

  private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
}
