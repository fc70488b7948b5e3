import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Marking
import Operations
import Testing

@testable import Desk

@Suite("Refusals say nothing of what there is")
struct RefusalTests {
  /// Somebody, and what the desk knows of them.
  struct Asker: Sendable {
    var kind: String
    var visiting: Visiting
    /// Who is in the record, when a refusal is to be recorded.
    var recorded: String?
  }

  private func house() async throws -> (House, names: [String: String]) {
    let house = try await House.open(opensEveryDoor: true)
    for role in Role.allCases { try await house.add(role.rawValue.lowercased(), role) }
    try await house.add("nina", .analyst)
    try await house.add("paul", .watchOfficer, agency: "police")
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4) + Lines.statics(235_012_345, name: "TITAN"))
    let paul = Acting(
      viewer: try await house.session("paul").session.person.viewer, purpose: .maritimeSafety, means: .console)
    let entry = try await house.centre.write(WriteLogEntry(text: "Fog"), as: paul)
    let limits = try #require(Marking(text: "OFFICIAL // AGENCIES police"))
    let hidden = try await house.centre.write(WriteLogEntry(text: "Smugglers", marking: limits), as: paul)
    try await house.centre.raise(
      NewAlert(
        id: "test-1", kind: "distress.dsc", severity: .test, tracks: ["235012345"], position: nil,
        began: house.clock.now,
        words: "test", exercise: false))
    let stream = LiveHubTests.stream("somebodys", session: "session:somebody")
    #expect(house.desk.hub.open(stream, after: nil))
    let token = try await house.token("paul", "read").token.id
    return (
      house,
      [
        "{entry}": "\(entry.sequence)", "{hidden}": "\(hidden.sequence)", "{token}": token, "{stream}": "somebodys",
        "{alert}": "test-1",
      ]
    )
  }

  /// Everyone: each role, and each way of not being anyone any more.
  private func askers(_ house: House) async throws -> [Asker] {
    var askers = [Asker(kind: "stranger", visiting: .stranger)]
    for role in Role.allCases {
      let name = role.rawValue.lowercased()
      askers.append(Asker(kind: name, visiting: .person(try await house.session(name)), recorded: name))
    }
    let ended = try await house.session("watchofficer")
    try await house.centre.signOut(token: ended.token)
    let revoked = try await house.token("watchofficer", "read")
    try await house.centre.revoke(RevokeToken(revoked.token.id), as: house.centre.console)
    let watch = try #require(PersonName("watchofficer"))
    let scopes = ["read", "log:write", "admin"].compactMap { TokenScope(rawValue: $0) }
    let expiring = try await house.centre.issue(
      IssueToken(
        person: watch, label: "brief", scopes: scopes, expiresAt: house.clock.now.adding(milliseconds: 1_000)),
      as: house.centre.console)
    house.clock.advance(seconds: 2)
    return askers + [
      Asker(kind: "ended session", visiting: .person(ended)),
      Asker(kind: "revoked token", visiting: .program(revoked)),
      Asker(kind: "expired token", visiting: .program(expiring)),
      Asker(
        kind: "wrong scope", visiting: .program(try await house.token("watchofficer", "see:statistics")),
        recorded: "watchofficer"),
    ]
  }

  private func ask(
    _ row: ObjectTable.Row, _ object: String, _ names: [String: String], as asker: Asker,
    _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    let name = Self.name(object, names)
    let uri =
      if name.hasPrefix("/") { name } else if name.hasPrefix("?") { row.route + name } else if row.sent.contains("@") {
        row.route
      } else { row.route.replacing(/\{\w+\}/, with: name) }
    if row.method == .get { return try await client.get(uri, as: asker.visiting) }
    if row.sent == "form" {
      return try await client.post(uri, ["subject": "x", "stage": "acknowledged"], as: asker.visiting)
    }
    return try await client.send(uri, row.sent.replacing("@", with: name), as: asker.visiting)
  }

  private static func name(_ object: String, _ names: [String: String]) -> String {
    names.reduce(object) { $0.replacing($1.key, with: $1.value) }
  }

  /// The whole answer but for the time, the key of a form, and the name that was asked for, which a page repeats.
  private func bytes(_ answer: TestResponse, _ object: String, _ names: [String: String]) -> String {
    let length = answer.headers[.contentLength]
    #expect(length == nil || length == "\(answer.body.readableBytes)")
    let fields = answer.headers.filter { ![.date, .contentLength].contains($0.name) }.map { "\($0.name): \($0.value)" }
    let asked = Self.name(object, names).split { "/=?".contains($0) }.last ?? ""
    var text = answer.text.replacing(/name="key" value="[0-9a-f]{32}"/, with: "")
    for sign in ["/", "=", "\"", "entry "] { text.replace("\(sign)\(asked)", with: "\(sign)ASKED") }
    return "\(answer.status.code)\n\(fields.joined(separator: "\n"))\n\n\(text)"
  }

  private func isRefusal(_ answer: TestResponse) -> Bool {
    [401, 403].contains(answer.status.code) || answer.headers[.location] == "/sign-in"
  }

  @Test func areTheSameWhetherTheObjectIsThereOrNot() async throws {
    let (house, names) = try await house()
    let askers = try await askers(house)
    try await house.visit { client in
      for row in ObjectTable.rows {
        for asker in askers {
          let absent = try await ask(row, row.absent, names, as: asker, client)
          if let hidden = row.hidden {
            let answer = try await ask(row, hidden, names, as: asker, client)
            #expect(
              bytes(answer, hidden, names) == bytes(absent, row.absent, names), "hidden: \(row) as \(asker.kind)")
          }
          guard isRefusal(absent) else { continue }
          let present = try await ask(row, row.present, names, as: asker, client)
          #expect(
            bytes(present, row.present, names) == bytes(absent, row.absent, names), "\(row) as \(asker.kind)")
        }
      }
    }
  }

  @Test func areRecordedWhetherTheObjectIsThereOrNot() async throws {
    let (house, names) = try await house()
    let askers = try await askers(house)
    @Sendable func refusals(_ name: String) throws -> Int {
      try house.centre.ledger.entries(from: 1, limit: 100_000).count { $0.kind == "access.refused" && $0.actor == name }
    }
    try await house.visit { client in
      for row in ObjectTable.rows {
        for asker in askers {
          guard let name = asker.recorded else { continue }
          for object in [row.present, row.absent] where try refusals(name) < 50 {
            let before = try refusals(name)
            let answer = try await ask(row, object, names, as: asker, client)
            // A page is not for programs, whatever it is about: nothing was asked of it.
            guard answer.status == .forbidden, !answer.text.contains(Strings.english["error.form"]) else { continue }
            #expect(try refusals(name) == before + 1, "\(row) with \(object) as \(asker.kind): \(answer.text)")
          }
        }
      }
    }
  }

  @Test func theTableOfObjectsHasEveryRouteThatNamesOne() async throws {
    #expect(ObjectTable.rows.count == ObjectTable.text.split(separator: "\n").count)
    let named = try await House.open().desk.router().routes.map { "\($0.method) \(RouteTable.text($0.path))" }
      .filter { $0.contains("{") || $0.contains("*") }
    let missing = Set(named).subtracting(ObjectTable.rows.map(\.description)).subtracting(ObjectTable.open)
    #expect(
      missing.isEmpty,
      """
      These routes name an object: \(missing.sorted().joined(separator: ", ")). Add a line for each to ObjectTable, with an \
      object that is there, one that is hidden and one that is not, so that a refusal never tells which; or to \
      ObjectTable.open, when what it names is for everyone.
      """)
  }

  @Test func everyChangeWantsTheTokenOfItsSession() async throws {
    let (house, _) = try await house()
    let visitor = Visiting.person(try await house.session("watchofficer"))
    let other = try await house.session("watchofficer").session.pageToken
    // Neither acts for whoever is signed in: one takes a password, the other the signature of a ledger.
    let open: Set = ["/sign-in", "/witness/add-checkpoint"]
    let changing = Set(RouteTable.rows.filter { $0.method != .get }.map(\.route)).subtracting(open)
    #expect(changing.count > 10)
    try await house.visit { client in
      for route in changing.sorted() {
        let before = house.centre.ledger.head.size
        for headers in [[:], [.origin: "https://elsewhere.example"]] as [HTTPFields] {
          let uri = route.replacing(/\{\w+\}/, with: "nina")
          let answer =
            route.hasPrefix("/api/")
            ? try await client.send(uri, "{}", as: visitor, headers.adding([SameSite.headerName: other]))
            : try await client.post(uri, [:], as: visitor, token: other, headers)
          #expect(answer.status == .forbidden, "\(route): \(answer.status)")
        }
        #expect(house.centre.ledger.head.size == before, "\(route) changed something")
      }
    }
  }
}
