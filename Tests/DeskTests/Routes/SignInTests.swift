import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("Signing in at the desk")
struct SignInTests {
  @Test func aOneTimeSecretLeadsToAPasswordAndThePasswordIn() async throws {
    let house = try await House.open()
    let secret = try await house.centre.add(
      AddPerson(name: try #require(PersonName("mara")), agency: "coastguard", roles: [.watchOfficer]),
      as: house.centre.console)
    try await house.visit { client in
      let first = try await client.post("/sign-in", ["name": "mara", "password": secret.text])
      #expect(first.status == .seeOther && first.headers[.location] == "/password")
      let cookie = try #require(first.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
      let held: HTTPFields = [.cookie: "\(SessionCookie.name)=\(try #require(first.sessionToken))"]

      let elsewhere = try await client.get("/picture", as: .stranger, held)
      #expect(elsewhere.status == .seeOther && elsewhere.headers[.location] == "/password")
      #expect(try await client.get("/api/picture", as: .stranger, held).status == .unauthorized)

      let form = try await client.get("/password", as: .stranger, held).text
      let token = try #require(form.firstMatch(of: /name="token" value="([^"]+)"/)).1
      let short = try await client.post(
        "/password", ["new": "short", "again": "short"], as: .stranger, token: String(token), held)
      #expect(short.status == .badRequest && short.text.contains(Strings.english["rule.password-too-short"]))
      let new = ["new": House.password, "again": House.password]
      let set = try await client.post("/password", new, as: .stranger, token: String(token), held)
      #expect(set.status == .seeOther && set.headers[.location] == "/picture")
      #expect(try await client.get("/picture", as: .stranger, held).status == .seeOther)

      let again = try await client.post("/sign-in", ["name": "mara", "password": secret.text])
      #expect(again.status == .unauthorized && again.text.contains(Strings.english["signIn.secret-spent"]))
      let second = try await client.post("/sign-in", ["name": "mara", "password": House.password])
      #expect(second.status == .seeOther && second.headers[.location] == "/picture")
    }
  }

  @Test func aWrongPasswordAndAnUnknownNameLookTheSame() async throws {
    let house = try await House.open()
    try await house.visit { client in
      let wrong = try await client.post("/sign-in", ["name": "adam", "password": "wrong"])
      let unknown = try await client.post("/sign-in", ["name": "nobody", "password": "wrong"])
      for answer in [wrong, unknown] {
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.setCookie] == nil)
        #expect(answer.text.contains(Strings.english["signIn.refused"]))
      }
      #expect(wrong.text.replacing("adam", with: "") == unknown.text.replacing("nobody", with: ""))
    }
  }

  @Test func afterManyWrongPasswordsTheRightOneWaits() async throws {
    let house = try await House.open()
    try await house.visit { client in
      for _ in 0..<6 { _ = try await client.post("/sign-in", ["name": "adam", "password": "wrong"]) }
      let right = try await client.post("/sign-in", ["name": "adam", "password": House.password])
      #expect(right.status == .unauthorized)
      #expect(right.text.contains(Strings.english["signIn.sign-in-delayed"]))
      house.clock.advance(seconds: 3_600)
      #expect(try await client.post("/sign-in", ["name": "adam", "password": House.password]).status == .seeOther)
    }
  }

  @Test func aHostileNameInTheFormStaysText() async throws {
    let house = try await House.open()
    try await house.visit { client in
      let answer = try await client.post("/sign-in", ["name": "\"><script>alert(1)</script>", "password": "x"])
      #expect(answer.status == .unauthorized && !answer.text.contains("<script>alert"))
    }
  }

  @Test func signingOutEndsTheSession() async throws {
    let house = try await House.open()
    let visitor = Visiting.person(try await house.session("adam"))
    try await house.visit { client in
      #expect(try await client.get("/people", as: visitor).status == .ok)
      let out = try await client.post("/sign-out", [:], as: visitor)
      #expect(out.status == .seeOther && out.headers[.setCookie]?.contains("Max-Age=0") == true)
      #expect(try await client.get("/people", as: visitor).headers[.location] == "/sign-in")
      #expect(try await client.get("/api/status", as: visitor).status == .unauthorized)
    }
  }

  @Test func cookiesAreForTLSWhereTheDeskStandsBehindIt() {
    #expect(SessionCookie.set("x", secure: true).hasSuffix("; Secure"))
    #expect(!SessionCookie.set("x", secure: false).contains("Secure"))
    #expect(SessionCookie.clear(secure: true).hasSuffix("; Secure"))
  }

  @Test func theLanguageOfALinkIsKept() async throws {
    let house = try await House.open()
    try await house.visit { client in
      let french = try await client.get("/sign-in?lang=fr")
      #expect(french.text.contains("<html lang=\"fr\""))
      #expect(french.headers[.setCookie]?.hasPrefix("foreland-language=fr") == true)
      let kept = try await client.get("/sign-in", as: .stranger, [.cookie: "foreland-language=fr"])
      #expect(kept.text.contains(Strings.french["signIn.title"]))
      #expect(
        try await client.get("/sign-in", as: .stranger, [.acceptLanguage: "fr"]).text.contains("<html lang=\"fr\""))
      #expect(try await client.get("/sign-in?lang=xx").text.contains("<html lang=\"en\""))
    }
  }
}
