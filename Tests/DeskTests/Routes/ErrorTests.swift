import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Marking
import Operations
import Testing

@testable import Desk

@Suite("Errors and the headers of every answer")
struct ErrorTests {
  /// What an answer must never hold.
  private static let details = ["sqlite", "grdb", "swift", "/tmp", "foreland.", "stack", "error domain", "nserror"]

  private func expectSafe(_ answer: TestResponse, _ comment: String) {
    let headers = answer.headers
    #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(comment)")
    #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false, "\(comment)")
    #expect(headers[.xContentTypeOptions] == "nosniff", "\(comment)")
    #expect(headers[.init("X-Frame-Options")!] == "DENY", "\(comment)")
    #expect(headers[.init("Referrer-Policy")!] == "same-origin", "\(comment)")
    #expect(headers[.init("Cross-Origin-Opener-Policy")!] == "same-origin", "\(comment)")
    #expect(headers[.init("Cross-Origin-Resource-Policy")!] == "same-origin", "\(comment)")
    #expect(headers[.init("Permissions-Policy")!]?.contains("geolocation=()") == true, "\(comment)")
    #expect(headers[.cacheControl] == "no-store", "\(comment)")
    #expect(headers[.server] == nil, "\(comment)")
    for detail in Self.details { #expect(!answer.text.lowercased().contains(detail), "\(comment): \(detail)") }
  }

  @Test func anUnknownPageSaysSo() async throws {
    let house = try await House.open()
    try await house.visit { client in
      for path in ["/none", "/log/none", "/static/../secret", "/static/%2e%2e/Package.swift", "/record/x/y"] {
        let page = try await client.get(path)
        #expect(page.status == .notFound, "\(path)")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains(Strings.english["error.notFound"]))
        expectSafe(page, path)
      }
      let api = try await client.get("/api/none")
      #expect(api.status == .notFound)
      #expect(try api.errorCode() == "notFound")
      expectSafe(api, "api")
      let method = try await client.executeRequest(uri: "/healthz", method: .delete, headers: [:], body: nil)
      #expect(method.status == .notFound)
      expectSafe(method, "method")
    }
  }

  @Test func aStoreThatCannotBeReadIsOurFaultAndNothingIsTold() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let visitor = Visiting.person(try await house.session("wanda"))
    try await house.centre.close()
    try await house.visit { client in
      let page = try await client.get("/log", as: visitor)
      #expect(page.status == .internalServerError)
      #expect(page.text.contains(Strings.english["error.internal"]))
      expectSafe(page, "page")
      let api = try await client.get("/api/log", as: visitor)
      #expect(api.status == .internalServerError)
      #expect(try api.errorCode() == "internalFault")
      expectSafe(api, "api")
      let written = try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor)
      #expect(written.status == .internalServerError)
      expectSafe(written, "written")
      #expect(try await client.get("/readyz").status == .serviceUnavailable)
      #expect(try await client.get("/healthz").status == .ok)
    }
  }

  @Test func whatIsTooLargeIsRefused() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let visitor = Visiting.person(try await house.session("wanda"))
    let long = String(repeating: "x", count: FormFields.largestBytes)
    try await house.visit { client in
      let form = try await client.post("/log", ["text": long], as: visitor)
      #expect(form.status == .contentTooLarge)
      expectSafe(form, "form")
      let json = try await client.send("/api/log", "{\"text\":\"\(long)\"}", as: visitor)
      #expect(json.status == .contentTooLarge)
      #expect(try json.errorCode() == "tooLarge")
      expectSafe(json, "json")
      let query = try await client.get("/api/search?q=\(String(repeating: "x", count: 5_000))", as: visitor)
      #expect((400..<500).contains(query.status.code))
      expectSafe(query, "query")
    }
  }

  @Test(arguments: [
    "{", "[]", "null", "{\"text\":1}", "{\"text\":\"x\",\"about\":\"yesterday\"}",
    "{\"text\":\"x\",\"subject\":\"<b>\"}",
    "{\"text\":\"x\",\"about\":\"9999-12-31T00:00:00Z\"}", "{\"text\":\"x\",\"correctionOf\":1e99}", "\u{0}",
    "{\"text\":\"x\",\"subject\":\"\(String(repeating: "9", count: 500))\"}",
  ])
  func aBodyThatCannotBeUsedIsTheSendersFault(_ body: String) async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let visitor = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let answer = try await client.send("/api/log", body, as: visitor)
      #expect(answer.status == .badRequest, "\(answer.text)")
      #expect(try answer.errorCode() == "invalid")
      expectSafe(answer, body)
    }
    #expect(try house.centre.ledger.entries(from: 1, limit: 10_000).allSatisfy { $0.kind != "log.written" })
  }

  @Test(arguments: [
    "/api/picture?at=%00", "/api/picture?box=0,0,0", "/api/picture?box=nan,0,1,1", "/api/log?limit=x",
    "/api/log?before=x",
    "/api/record?limit=1e3", "/api/tracks/235012345/path?from=2021-11-24T02:00:00Z&to=2021-11-24T01:00:00Z",
    "/api/tracks/235012345/path?from=1970-01-01T00:00:00Z", "/api/record?before=x",
  ])
  func aQuestionThatCannotBeReadIsTheSendersFault(_ uri: String) async throws {
    let house = try await House.open()
    for role in [Role.watchOfficer, .dataProtectionOfficer] { try await house.add(role.rawValue.lowercased(), role) }
    let person = uri.hasPrefix("/api/record") ? "dataprotectionofficer" : "watchofficer"
    let visitor = Visiting.person(try await house.session(person))
    try await house.visit { client in
      let answer = try await client.get(uri, as: visitor)
      #expect(answer.status == .badRequest, "\(answer.text)")
      #expect(try answer.errorCode() == (uri.contains("?at=") ? "unreadableTime" : "invalid"))
    }
  }

  @Test func unknownErrorsSayNothing() {
    struct Odd: Error, CustomStringConvertible { var description: String { "SELECT secret FROM /tmp/x" } }
    let reason = Apologies.reason(for: Odd())
    #expect(reason.code == .internalFault && reason.detail.isEmpty)
    #expect(Apologies.reason(for: HTTPError(.badRequest, message: "/tmp/x")).detail.contains("/tmp") == false)
    #expect(Apologies.reason(for: HTTPError(.badGateway, message: "/tmp/x")).code == .internalFault)
  }

  @Test func everyReasonHasAStatusAndAText() {
    let codes: [DeskError.Code] = [
      .notFound, .refused, .signedOut, .form, .tooLarge, .invalid, .tooMany, .conflict, .unavailable, .internalFault,
      .addressTooLong, .encoded,
    ]
    for code in codes {
      #expect((400..<600).contains(DeskError(code).status.code))
      for language in Language.allCases { #expect(Strings.of(language).has(DeskError(code).textKey), "\(code)") }
    }
  }
}
