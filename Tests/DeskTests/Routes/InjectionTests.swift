import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

/// A desk on which every text that a vessel, a feed, a person or an address can bring is markup that would run a script.
@Suite("Whatever a feed or a person writes stays text on every page and in every answer")
struct InjectionTests {
  /// Ends an attribute in either kind of quotes, then an element, then begins one that runs a script.
  static let hostile = "'\"></script><img src=x onerror=alert(1)>"
  /// The same in the letters that AIS has, and in as few as a name may have.
  static let vessel = "'\"><IMG SRC=X>"
  static let callSign = "<IMG/>"

  /// As it stands in an address.
  private static let encoded = hostile.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""

  private struct Scene {
    var house: House
    var visitors: [Visiting]
    var numbers: [Int]
  }

  private func scene() async throws -> Scene {
    let house = try await House.open(opensEveryDoor: true)
    let console = house.centre.console
    try await house.centre.add(AddAgency(Agency(code: "odd", name: Self.hostile, nation: "GB")), as: console)
    try await house.centre.change(
      ChangeSettings(CentreSettings(name: Self.hostile, agency: "coastguard", exercise: false)), as: console)
    var visitors: [Visiting] = []
    for (name, role) in [("wanda", Role.watchOfficer), ("ivo", .dataProtectionOfficer), ("ada", .administrator)] {
      try await house.add(name, role, agency: "odd", displayName: Self.hostile)
      visitors.append(.person(try await house.session(name)))
    }
    let wanda = try #require(PersonName("wanda"))
    let token = IssueToken(person: wanda, label: Self.hostile, scopes: [try #require(TokenScope(rawValue: "read"))])
    _ = try await house.centre.issue(token, as: console)
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4)
        + Lines.statics(235_012_345, name: Self.vessel, callSign: Self.callSign, destination: Self.vessel)
        + Lines.safety(235_012_345, Self.vessel), feed: Self.hostile)
    let visitor = visitors[0]
    let numbers = try await house.visit { client in
      let entry = try JSONSerialization.data(withJSONObject: ["text": Self.hostile, "subject": "235012345"])
      let first = try await client.send("/api/log", String(decoding: entry, as: UTF8.self), as: visitor)
      let number = try #require(try first.json()["sequence"] as? Int)
      let form = ["text": Self.hostile, "correct": "\(number)"]
      #expect(try await client.post("/log", form, as: visitor).status == .seeOther)
      return Array(1...number + 1)
    }
    return Scene(house: house, visitors: visitors, numbers: numbers)
  }

  /// Where texts of others are shown, and where what was asked for is repeated.
  private func pages(_ scene: Scene) -> [String] {
    let asked = Self.encoded
    let items = "/ogc/collections"
    return [
      "/picture", "/picture?vessel=\(asked)", "/log", "/log?q=\(asked)", "/log?q=img", "/log?correct=\(asked)",
      "/log?at=\(asked)", "/record", "/record?actor=\(asked)&subject=\(asked)", "/record?kind=\(asked)",
      "/record?at=\(asked)",
      "/record/\(asked)", "/people", "/people?\(asked)", "/account", "/password", "/paper", "/paper?at=\(asked)",
      "/witness", "/sign-in", "/sign-in?name=\(asked)&\(asked)", "/none/\(asked)", "/static/\(asked)",
      "/sign-in/provider/callback?state=\(asked)&error=\(asked)&iss=\(asked)&code=\(asked)",
      "/ogc?f=html", "/ogc?f=\(asked)", "\(items)?f=html", "\(items)/\(asked)?f=html", "\(items)/log?f=html",
      "\(items)/log/items?f=html", "\(items)/log/items?f=html&author=\(asked)", "\(items)/log/items/\(asked)?f=html",
      "\(items)/tracks/items?f=html", "\(items)/tracks/items?f=html&name=\(asked)&\(asked)=1",
      "\(items)/tracks/items/235012345?f=html", "\(items)/tracks/items/\(asked)?f=html",
    ] + scene.numbers.map { "/record/\($0)" }
  }

  private static let answers: [String] = [
    "/api/picture", "/api/picture?box=\(encoded)", "/api/tracks/235012345", "/api/tracks/\(encoded)",
    "/api/search?q=img",
    "/api/search?q=\(encoded)", "/api/log", "/api/log?q=img", "/api/log?q=\(encoded)", "/api/status", "/api/record",
    "/api/record?limit=200", "/api/record?actor=\(encoded)", "/api/position?q=\(encoded)", "/api/none/\(encoded)",
    "/ogc/api", "/ogc/collections", "/ogc/collections/log/items", "/ogc/collections/tracks/items", "/ogc",
    "/ogc/collections/log/items?author=\(encoded)", "/ogc/collections/\(encoded)",
    "/ogc/collections/tracks/items/235012345",
    "/strings/\(encoded)",
  ]

  /// That no page holds an element or an attribute of a script that the desk did not write itself.
  private func expectText(_ answer: TestResponse, _ uri: String) {
    let text = answer.text.lowercased()
    #expect(!text.contains("<img"), "\(uri)")
    #expect(!text.contains("href=\"javascript:"), "\(uri)")
    // The desk's own scripts stand in files; none has text between its tags.
    #expect(!text.contains(/<script(?![^>]*\ssrc=)[^>]*>/), "\(uri)")
    #expect(text.count(of: "</script>") == text.count(of: "<script "), "\(uri)")
    // Within quotes an attribute is only a value.
    #expect(!text.replacing(/"[^"]*"/, with: "").contains(/<[a-z][^<>]*\son[a-z]+=/), "\(uri)")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(uri)")
    #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(uri)")
  }

  @Test func onEveryPage() async throws {
    let scene = try await scene()
    let shown = try await scene.house.visit { client in
      var shown: Set<String> = []
      for visitor in scene.visitors + [.stranger] {
        for uri in pages(scene) {
          let answer = try await client.get(uri, as: visitor)
          #expect(answer.status.code < 500, "\(uri): \(answer.status)")
          // What is not a page is one of the answers below.
          guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
          expectText(answer, uri)
          if answer.text.lowercased().contains("&gt;&lt;img src=x") || answer.text.contains("&lt;/script&gt;") {
            shown.insert(uri)
          }
        }
      }
      return shown
    }
    // The texts are really there, or nothing would have been tried.
    let expected = [
      "/picture", "/log", "/log?q=\(Self.encoded)",
      "/record",
      "/people", "/account", "/paper", "/ogc?f=html", "/ogc/collections/log/items?f=html",
      "/ogc/collections/tracks/items?f=html", "/ogc/collections/tracks/items/235012345?f=html",
    ]
    #expect(Set(expected).subtracting(shown).isEmpty)
  }

  @Test func inEveryAnswerToAForm() async throws {
    let scene = try await scene()
    let forms: [(String, [String: String])] = [
      ("/sign-in", ["name": Self.hostile, "password": Self.hostile]), ("/log", ["text": "x", "about": Self.hostile]),
      ("/log", ["text": "x", "subject": Self.hostile]), ("/log", ["text": "x", "correct": Self.hostile]),
      ("/log", ["text": "x", "marking": Self.hostile]), ("/password", ["new": Self.hostile, "again": "x"]),
      ("/people", ["name": Self.hostile, "agency": Self.hostile, "role": Self.hostile, "display": Self.hostile]),
      ("/people", ["name": "new.one", "agency": Self.hostile, "role": "analyst"]),
      ("/people/\(Self.encoded)/reset", [:]), ("/people/wanda/identity", ["subject": Self.hostile]),
      ("/account/purpose", ["purpose": Self.hostile]), ("/account/authenticator", ["step": Self.hostile]),
      ("/account/authenticator", ["step": "offer"]), ("/account/tokens/\(Self.encoded)/revoke", [:]),
      ("/witness/add-checkpoint", [Self.hostile: Self.hostile]), ("/none", [Self.hostile: Self.hostile]),
    ]
    try await scene.house.visit { client in
      for visitor in scene.visitors + [.stranger] {
        for (uri, fields) in forms {
          let answer = try await client.post(uri, fields, as: visitor)
          #expect(answer.status.code < 500, "\(uri): \(answer.status)")
          if answer.headers[.contentType]?.hasPrefix("text/html") == true { expectText(answer, uri) }
        }
      }
    }
  }

  @Test func inEveryAnswerToAProgram() async throws {
    let scene = try await scene()
    let shown = try await scene.house.visit { client in
      var shown: Set<String> = []
      for visitor in scene.visitors + [.stranger] {
        for uri in Self.answers {
          let answer = try await client.get(uri, as: visitor)
          #expect(answer.status.code < 500, "\(uri): \(answer.status)")
          let type = answer.headers[.contentType] ?? ""
          guard type.contains("json") else {
            #expect(type.hasPrefix("text/html"), "\(uri) is \(type)")
            expectText(answer, uri)
            continue
          }
          #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(uri)")
          let value = try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView))
          let texts = Self.texts(value)
          if texts.contains(where: { $0.contains(Self.hostile) || $0.contains(Self.vessel) }) { shown.insert(uri) }
        }
      }
      return shown
    }
    let expected = [
      "/api/picture", "/api/tracks/235012345", "/api/search?q=img", "/api/log", "/api/log?q=img", "/api/status",
      "/ogc/collections/log/items", "/ogc/collections/tracks/items", "/ogc/collections/tracks/items/235012345",
    ]
    #expect(Set(expected).subtracting(shown).isEmpty)
  }

  /// A host that a program invents does not reach the links of a page.
  @Test func inTheNameOfTheHost() async throws {
    let scene = try await scene()
    try await scene.house.visit(.live) { client in
      for host in [Self.hostile, "x\"onclick=alert(1)", "javascript:alert(1)//", "a/../b"] {
        let head = "GET /ogc?f=html HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"
        let answer = try await Wire.talk(client.port, head)
        #expect(answer.hasPrefix("HTTP/1.1 ") && !answer.contains(host), "\(host)")
        #expect(!answer.lowercased().contains("<img") && !answer.contains("onclick="), "\(host)")
      }
    }
  }

  /// Every text within a value of JSON.
  private static func texts(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let object as [String: Any]: object.flatMap { texts($0.value) }
    default: []
    }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
