import Ledger
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("What another site makes a browser send")
struct CrossSiteTests {
  private func house() async throws -> (House, Visiting) {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    return (house, .person(try await house.session("wanda")))
  }

  private func entries(_ house: House) throws -> Int {
    try house.centre.ledger.entries(from: 1, limit: 10_000).count { $0.kind == "log.written" }
  }

  @Test func aFormWithoutTheTokenOfItsSessionIsRefused() async throws {
    let (house, visitor) = try await house()
    let other = try await house.session("wanda")
    try await house.visit { client in
      for token in ["", "x", other.session.pageToken] {
        let answer = try await client.post("/log", ["text": "x"], as: visitor, token: token)
        #expect(answer.status == .forbidden && answer.text.contains(Strings.english["error.form"]))
      }
      #expect(try entries(house) == 0)
      #expect(try await client.post("/log", ["text": "x"], as: visitor).status == .seeOther)
      #expect(try entries(house) == 1)
    }
  }

  @Test func aRequestFromElsewhereIsRefusedWhateverItCarries() async throws {
    let (house, visitor) = try await house()
    let site = HTTPField.Name("Sec-Fetch-Site")!
    let refused: [HTTPFields] = [
      [.origin: "https://elsewhere.example"], [.origin: "http://localhost.elsewhere.example"],
      [.origin: "http://localhost:81"], [.origin: "ftp://localhost"], [.origin: "null"],
      [site: "cross-site"], [site: "same-site"], [site: "odd"],
      [.origin: "http://localhost", site: "cross-site"],
    ]
    let taken: [HTTPFields] = [
      [:], [.origin: "http://localhost"], [.origin: "https://localhost", site: "same-origin"], [site: "none"],
    ]
    try await house.visit { client in
      for headers in refused {
        let form = try await client.post("/log", ["text": "x"], as: visitor, headers)
        let json = try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor, headers)
        #expect(form.status == .forbidden, "\(headers)")
        #expect(try json.status == .forbidden && json.errorCode() == "form", "\(headers)")
        #expect(
          try await client.post("/sign-in", ["name": "a"], as: .stranger, token: nil, headers).status == .forbidden,
          "\(headers)")
      }
      #expect(try entries(house) == 0)
      for headers in taken {
        #expect(try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor, headers).status == .created)
      }
      #expect(try entries(house) == taken.count)
    }
  }

  @Test func theAPIWantsThePageTokenOfASession() async throws {
    let (house, visitor) = try await house()
    try await house.visit { client in
      for token in ["", "x"] {
        var headers = visitor.headers
        headers[SameSite.headerName] = token.isEmpty ? nil : token
        let answer = try await client.executeRequest(
          uri: "/api/log", method: .post, headers: headers, body: .init(string: "{\"text\":\"x\"}"))
        #expect(answer.status == .forbidden)
        #expect(try answer.errorCode() == "form")
      }
      #expect(try entries(house) == 0)
    }
  }

  @Test func aProgramNeedsNoPageTokenButItsScope() async throws {
    let (house, _) = try await house()
    let writer = Visiting.program(try await house.token("wanda", "log:write"))
    let reader = Visiting.program(try await house.token("wanda", "picture:read"))
    try await house.visit { client in
      #expect(try await client.send("/api/log", "{\"text\":\"x\"}", as: writer).status == .created)
      let refused = try await client.send("/api/log", "{\"text\":\"x\"}", as: reader)
      #expect(refused.status == .forbidden)
      #expect(try refused.errorCode() == "refused")
      #expect(try entries(house) == 1)
      for text in ["Bearer x", "Bearer foreland_x", "Basic eDp5", "Bearer", "Bearer "] {
        let answer = try await client.get("/api/picture", as: .stranger, [.authorization: text])
        #expect(answer.status == .unauthorized, "\(text)")
      }
    }
  }

  @Test func aTokenThatOpensNothingIsNotSentInCircles() async throws {
    let (house, _) = try await house()
    try await house.visit { client in
      let bad: HTTPFields = [.authorization: "Bearer foreland_x"]
      let sentOn = try await client.get("/log", as: .stranger, bad)
      let refused = try await client.get("/sign-in", as: .stranger, bad)
      #expect(sentOn.headers[.location] == "/sign-in")
      #expect(refused.status == .unauthorized)
    }
  }

  @Test func aCookieBesideABearerTokenIsNotAWayAround() async throws {
    let (house, visitor) = try await house()
    try await house.visit { client in
      let both = visitor.headers.adding([.authorization: "Bearer foreland_x"])
      let answer = try await client.post("/log", ["text": "x"], as: .stranger, token: visitor.pageToken, both)
      #expect(answer.status == .seeOther && answer.headers[.location] == "/sign-in")
      #expect(try entries(house) == 0)
    }
  }
}
