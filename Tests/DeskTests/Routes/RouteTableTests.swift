import Marking
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Desk
@testable import Operations

@Suite("Every route for every visitor")
struct RouteTableTests {
  private func house() async throws -> House {
    let house = try await House.open(opensEveryDoor: true)
    try await house.add("wanda", .watchOfficer)
    try await house.add("stella", .statistician)
    try await house.add("ivo", .dataProtectionOfficer)
    try await house.add("nina", .analyst)
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4) + Lines.statics(235_012_345, name: "TITAN"))
    return house
  }

  /// A visitor who comes in anew, so that no request meets what an earlier one has done.
  private func visitor(_ kind: String, _ house: House, _ programs: [String: Visiting]) async throws -> Visiting {
    switch kind {
    case "officer": .person(try await house.session("wanda"))
    case "administrator": .person(try await house.session("adam"))
    case "statistician": .person(try await house.session("stella"))
    case "inspector": .person(try await house.session("ivo"))
    default: programs[kind] ?? .stranger
    }
  }

  private func ask(
    _ row: RouteTable.Row, as visitor: Visiting, _ kind: String, _ house: House, _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    var asked = row.asked
    if asked.contains("{token}") {
      asked = asked.replacing("{token}", with: try await house.token("wanda", "read").token.id)
    }
    guard row.method == .post else {
      if row.asked == "/api/stream" { return try await stream(house, visitor, client) }
      return try await client.get(asked, as: visitor)
    }
    let sent = (row.sent ?? "").replacing("{new}", with: "new.\(kind)")
    if sent.hasPrefix("{") { return try await client.send(asked, sent, as: visitor) }
    let fields = sent.split(separator: "&").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
    return try await client.post(
      asked, Dictionary(uniqueKeysWithValues: fields.map { (String($0[0]), String($0[1])) }), as: visitor)
  }

  /// A stream goes on until it is cut, so it is cut as soon as it is open.
  private func stream(
    _ house: House, _ visitor: Visiting, _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    try await withThrowingTaskGroup(of: TestResponse?.self) { group in
      group.addTask { try await client.get("/api/stream", as: visitor) }
      group.addTask {
        while !Task.isCancelled {
          let key: String? =
            switch visitor {
            case .stranger: nil
            case .person(let issued): "session:\(issued.session.id)"
            case .program(let issued): "token:\(issued.token.id)"
            }
          if let key { house.desk.hub.cut(session: key, reason: "test") }
          try? await Task.sleep(for: .milliseconds(2))
        }
        return nil
      }
      defer { group.cancelAll() }
      while let answer = try await group.next() {
        if let answer { return answer }
      }
      throw Unexpected("no answer")
    }
  }

  @Test func givesWhatTheTableSays() async throws {
    let house = try await house()
    let programs: [String: Visiting] = [
      "reader": .program(try await house.token("wanda", "picture:read")),
      "counter": .program(try await house.token("wanda", "see:statistics")),
    ]
    let seen = try await house.visit { client in
      var seenHere: [String: Set<Int>] = [:]
      for row in RouteTable.rows {
        for (kind, expected) in zip(RouteTable.visitors, row.statuses) {
          let visitor = try await visitor(kind, house, programs)
          let answer = try await ask(row, as: visitor, kind, house, client)
          #expect(answer.status.code == expected, "\(row) as \(kind): \(answer.text.prefix(300))")
          #expect(answer.headers[.contentSecurityPolicy] == SecurityHeaders<DeskContext>.contentSecurityPolicy)
          #expect(answer.headers[.xContentTypeOptions] == "nosniff" && answer.headers[.cacheControl] != nil)
          seenHere["\(row.method) \(row.route)", default: []].insert(answer.status.code)
        }
      }
      return seenHere
    }
    try expectDocumented(seen)
  }

  /// Every status that the table has met stands in the description of the API.
  private func expectDocumented(_ seen: [String: Set<Int>]) throws {
    let documented = try Self.documented()
    for (operation, statuses) in seen where operation.contains(" /api/") && !operation.contains("openapi") {
      let described = try #require(documented[operation], "\(operation)")
      #expect(statuses.isSubset(of: described), "\(operation) gives \(statuses), described are \(described)")
    }
  }

  @Test func theTableHasEveryRoute() async throws {
    let routes = try await House.open().desk.router().routes.map { "\($0.method) \(RouteTable.text($0.path))" }
    let rows = RouteTable.rows
    #expect(rows.count == RouteTable.text.split(separator: "\n").count)
    #expect(rows.allSatisfy { $0.statuses.count == RouteTable.visitors.count })
    let inTable = Set(rows.map { "\($0.method) \($0.route)" })
    #expect(
      inTable == Set(routes),
      """
      Without a line in RouteTable: \(Set(routes).subtracting(inTable).sorted()); without a route: \
      \(inTable.subtracting(routes).sorted()). A line says what each kind of visitor gets from the route; one that names an \
      object has a line in ObjectTable too, and one below /api stands in openapi.json with every answer.
      """)
  }

  @Test func theDescriptionHasExactlyTheRoutesOfTheAPI() async throws {
    let routes = try await House.open().desk.router().routes.map { "\($0.method) \(RouteTable.text($0.path))" }
      .filter { $0.contains(" /api/") && !$0.hasSuffix("/api/openapi.json") }
    #expect(Set(routes) == Set(try Self.documented().keys))
    #expect(routes.count > 8)
  }

  @Test func theDescriptionIsWholeInItself() async throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "Sources/Desk/OpenAPI/openapi.json"), encoding: .utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
    let referred = Set(text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.1) })
    #expect(referred.isSubset(of: Set(schemas.keys)) && !referred.isEmpty)
    try await House.open().visit { client in
      let served = try await client.get("/api/openapi.json")
      #expect(served.text == text)
    }
  }

  private static func documented() throws -> [String: Set<Int>] {
    let data = Data(PackageResources.openapi_json)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    var documented: [String: Set<Int>] = [:]
    for (path, operations) in paths {
      for (method, operation) in operations where ["get", "post", "put", "delete"].contains(method) {
        let responses = (operation as? [String: Any])?["responses"] as? [String: Any] ?? [:]
        documented["\(method.uppercased()) \(path)"] = Set(responses.keys.compactMap { Int($0) })
      }
    }
    return documented
  }
}

extension RouteTable {
  /// A path as the tables and the description write it.
  static func text(_ path: RouterPath) -> String {
    let segments = path.description.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
    return "/" + segments.joined(separator: "/")
  }
}
