import Foundation
import HTTPTypes
import HummingbirdTesting
import Marking
import NIOCore
import Operations
import Testing

@testable import Desk

@Suite("Connections that are slow, endless, too large or too many", .serialized)
struct ConnectionTests {
  private func limits(_ adjust: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
    var limits = ConnectionLimits()
    adjust(&limits)
    return limits
  }

  private func expect(_ answer: String, _ status: Int, _ refusal: ConnectionRefusal, _ house: House) {
    #expect(answer.hasPrefix("HTTP/1.1 \(status) ") && answer.hasSuffix(refusal.text), "\(answer.prefix(200))")
    #expect(answer.contains("Connection: close") || answer.contains("connection: close"))
    #expect(house.desk.connections.refusals[refusal, default: 0] > 0)
  }

  @Test func whoeverSendsNoHeadInTimeIsToldAndClosed() async throws {
    let house = try await House.open(connections: limits { $0.firstHead = .seconds(2) })
    try await house.visit(.live) { client in
      expect(try await Wire.talk(client.port), 408, .tooSlow, house)
      expect(try await Wire.talk(client.port, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "), 408, .tooSlow, house)
      let good = try await Wire.talk(client.port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      #expect(good.contains("200 OK"))
    }
    try await until { house.desk.connections.openCount == 0 }
  }

  @Test func aBodyThatDripsIsToldAndClosed() async throws {
    let house = try await House.open(connections: limits { $0.body = .milliseconds(200) })
    try await house.visit(.live) { client in
      let head = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname="
      expect(try await Wire.talk(client.port, head), 408, .tooSlow, house)
    }
  }

  @Test func aConnectionThatRestsTooLongIsClosed() async throws {
    let house = try await House.open(connections: limits { $0.rest = .milliseconds(150) })
    try await house.visit(.live) { client in
      let answer = try await Wire.talk(client.port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK") && answer.hasSuffix(ConnectionRefusal.tooSlow.text))
    }
  }

  @Test func whoHasWaitedLongestGivesWayAndTheQuickAreServed() async throws {
    let house = try await House.open(connections: limits { $0.owingPerAddress = 4 })
    try await house.visit(.live) { client in
      try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<20 { group.addTask { try await Wire.talk(client.port, "GET / HTTP/1.1\r\nX: ") } }
        for _ in 0..<16 { expect(try #require(try await group.next()), 408, .gaveWay, house) }
        for _ in 0..<8 {
          let answer = try await Wire.talk(client.port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
          #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
        }
        group.cancelAll()
      }
    }
  }

  @Test func moreThanOneAddressMayHaveAreRefused() async throws {
    // The client of the test has a connection too, which gives way.
    let house = try await House.open(connections: limits { $0.connectionsPerAddress = 2 })
    try await house.add("wanda", .watchOfficer)
    let issued = try await house.token("wanda", "picture:read")
    let request = "GET /api/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(issued.text)\r\n\r\n"
    try await house.visit(.live) { client in
      let port = client.port
      _ = try await Wire.talk(port, request) {
        _ = try await Wire.talk(port, request) {
          try await until { house.desk.hub.streamCount == 2 }
          expect(try await Wire.talk(port, request), 429, .tooManyFromAddress, house)
        }
      }
    }
  }

  @Test func moreThanTheDeskCarriesAreRefused() async throws {
    let house = try await House.open(connections: limits { $0.connections = 1 })
    try await house.add("wanda", .watchOfficer)
    let issued = try await house.token("wanda", "picture:read")
    let request = "GET /api/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(issued.text)\r\n\r\n"
    try await house.visit(.live) { client in
      let port = client.port
      _ = try await Wire.talk(port, request) {
        try await until { house.desk.hub.streamCount == 1 }
        expect(try await Wire.talk(port, request), 503, .tooMany, house)
      }
    }
  }

  @Test func aHeadWithoutEndIsRefused() async throws {
    let house = try await House.open()
    try await house.visit(.live) { client in
      let begin = "GET /healthz HTTP/1.1\r\nHost: x\r\n"
      let long = String(repeating: "x", count: 20_000)
      let many = (0..<200).map { "X-\($0): 1\r\n" }.joined()
      for text in [begin + "X: \(long)", begin + many, "GET /\(long)", begin] {
        let lines = String(repeating: "x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", count: 100)
        let answer = try await Wire.talk(client.port, text, endlessly: lines)
        expect(answer, 431, .headTooLarge, house)
      }
      for text in ["\u{16}\u{3}\u{1}\u{2}\u{0}", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"] {
        expect(try await Wire.talk(client.port, text), 400, .malformed, house)
      }
    }
  }

  @Test func aBodyWithoutEndIsRefused() async throws {
    let house = try await House.open(connections: limits { $0.bodyAfterAnswer = .milliseconds(200) })
    let chunk = "1000\r\n\(String(repeating: "x", count: 4096))\r\n"
    try await house.visit(.live) { client in
      for path in ["POST /sign-in", "GET /healthz", "POST /none"] {
        let head = "\(path) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        let answer = try await Wire.talk(client.port, head, endlessly: chunk)
        #expect(answer.isEmpty || answer.contains("HTTP/1.1 "), "\(path): \(answer.prefix(100))")
      }
      #expect(house.desk.connections.refusals.values.reduce(0, +) == 3)
      let good = try await client.get("/healthz")
      #expect(good.status == .ok)
    }
  }

  @Test func requestsSentAllAtOnceAreAnsweredInTurn() async throws {
    let house = try await House.open()
    let one = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    let last = "GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    try await house.visit(.live) { client in
      let answer = try await Wire.talk(client.port, String(repeating: one, count: 2_000) + last)
      #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count == 2_001)
      #expect(answer.components(separatedBy: "HTTP/1.1 404 ").count == 2)
    }
  }
}
