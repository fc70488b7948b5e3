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

@Suite("OGC API - Features")
struct FeatureTests {
  private func house(exercise: Bool = false) async throws -> House {
    let house = try await House.open(exercise: exercise)
    try await house.add("wanda", .watchOfficer)
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4) + Lines.statics(235_012_345, name: "TITAN")
        + Lines.position(235_012_346, latitude: 51.1, longitude: 1.5)
        + Lines.position(235_012_347, latitude: 50, longitude: -179.5)
        + Lines.position(235_012_348, latitude: 50, longitude: 179.5), exercise: exercise)
    return house
  }

  private static let tracks = "/ogc/collections/tracks/items"
  private static let log = "/ogc/collections/log/items"

  private func ids(_ answer: TestResponse) throws -> [String] {
    #expect(answer.status == .ok, "\(answer.text)")
    let features = try #require(try answer.json()["features"] as? [[String: Any]])
    #expect(try answer.json()["numberReturned"] as? Int == features.count)
    return try features.map { try #require($0["id"] as? String) }
  }

  private func links(_ answer: TestResponse) throws -> [String: String] {
    let links = try #require(try answer.json()["links"] as? [[String: String]])
    return Dictionary(links.map { ($0["rel"] ?? "", $0["href"] ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  @Test func theLandingPageLeadsToEverything() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let landing = try await client.get("/ogc")
      let found = try links(landing)
      for relation in ["self", "alternate", "service-desc", "service-doc", "conformance", "data"] {
        let href = try #require(found[relation], "\(relation)")
        let path = try #require(href.firstRange(of: "/ogc").map { String(href[$0.lowerBound...]) })
        #expect(try await client.get(path, as: officer).status == .ok, "\(relation)")
      }
      let conformance = try await client.get("/ogc/conformance").json()["conformsTo"] as? [String]
      #expect(conformance?.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core") == true)
      let collections = try await client.get("/ogc/collections", as: officer).json()["collections"] as? [[String: Any]]
      #expect(collections?.compactMap { $0["id"] as? String } == ["tracks", "log"])
      #expect(collections?.allSatisfy { $0["crs"] as? [String] == [FeatureQuery.crs84] } == true)
      let page = try await client.get("/ogc", as: .stranger, [.accept: "text/html,application/xhtml+xml"])
      #expect(page.headers[.contentType]?.hasPrefix("text/html") == true)
    }
  }

  @Test func aBoxIsLongitudeFirstAndMayCrossTheAntimeridian() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let here = try await client.get(Self.tracks + "?bbox=1.3,50.9,1.45,51.05", as: officer)
      #expect(try ids(here) == ["235012345"])
      #expect(here.headers[.contentType] == "application/geo+json")
      let feature = try #require((try here.json()["features"] as? [[String: Any]])?.first)
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(geometry["coordinates"] as? [Double] == [1.4, 51])
      #expect((feature["properties"] as? [String: Any])?["name"] as? String == "TITAN")
      let across = try await client.get(Self.tracks + "?bbox=179,49,-179,51", as: officer)
      #expect(try ids(across) == ["235012347", "235012348"])
      let high = try await client.get(Self.tracks + "?bbox=1.3,50.9,0,1.45,51.05,9", as: officer)
      #expect(try ids(high) == ["235012345"])
      #expect(try ids(await client.get(Self.log + "?bbox=-180,-90,180,90", as: officer)).isEmpty)
    }
  }

  @Test func pagesFollowTheirLinksAndShowEachOnce() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      for number in 1...5 { _ = try await client.send("/api/log", "{\"text\":\"entry \(number)\"}", as: officer) }
      for (start, count) in [(Self.tracks + "?limit=2", 4), (Self.log + "?limit=2&author=wanda", 5)] {
        var next: String? = start
        var seen: [String] = []
        while let address = next {
          let answer = try await client.get(address, as: officer)
          seen += try ids(answer)
          #expect(try answer.json()["numberMatched"] as? Int == count)
          next = try links(answer)["next"].flatMap { href in
            href.firstRange(of: "/ogc").map { String(href[$0.lowerBound...]) }
          }
        }
        #expect(seen.count == count && Set(seen).count == count)
      }
    }
  }

  @Test func filtersAreByPropertyAndRecordedAsASearch() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      #expect(try ids(await client.get(Self.tracks + "?name=titan", as: officer)) == ["235012345"])
      #expect(try ids(await client.get(Self.tracks + "?mmsi=235012346&exercise=false", as: officer)) == ["235012346"])
      #expect(try ids(await client.get(Self.tracks + "?exercise=true", as: officer)).isEmpty)
      let before = house.centre.ledger.head.size
      _ = try await client.get(Self.tracks + "?name=titan", as: officer)
      #expect(house.centre.ledger.head.size == before, "the same question is recorded once")
      _ = try await client.get(Self.tracks + "?name=other", as: officer)
      #expect(house.centre.ledger.head.size == before + 1)
      let last = try #require(try house.centre.ledger.entry(before + 1))
      #expect(last.kind == "consulted")
      let question = try #require(last.parts.first { $0.name == "text" }?.bytes)
      #expect(String(decoding: question, as: UTF8.self) == "name=other")
    }
  }

  @Test func thePastIsAsItWasKnownThen() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    let then = house.clock.now
    house.clock.advance(seconds: 600)
    try house.hear(Lines.position(235_012_345, latitude: 51.2, longitude: 1.6))
    let now = house.clock.now
    try await house.visit { client in
      func latitude(_ datetime: String) async throws -> Double? {
        let answer = try await client.get(Self.tracks + "?mmsi=235012345&datetime=\(datetime)", as: officer)
        let feature = (try answer.json()["features"] as? [[String: Any]])?.first
        return ((feature?["geometry"] as? [String: Any])?["coordinates"] as? [Double])?[1]
      }
      let asked: [(String, Double?)] = [
        (then.iso8601, 51), ("../" + then.iso8601, 51), (now.iso8601, 51.2), (then.iso8601 + "/..", 51.2),
        (now.adding(milliseconds: 1_000).iso8601, nil),
      ]
      for (datetime, expected) in asked {
        let found = try await latitude(datetime)
        #expect(found == expected, "\(datetime)")
      }
      let recent = now.adding(milliseconds: -60_000).iso8601
      #expect(
        try ids(await client.get(Self.tracks + "?datetime=\(recent)/\(now.iso8601)", as: officer)) == ["235012345"])
    }
  }

  @Test func theLogIsAskedByTheTimeItIsAbout() async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      for hour in 1...3 {
        let body = "{\"text\":\"at \(hour)\",\"about\":\"2021-11-24T0\(hour):00:00Z\"}"
        #expect(try await client.send("/api/log", body, as: officer).status == .created)
      }
      let asked = [
        ("2021-11-24T02:00:00Z", 1), ("2021-11-24T01:30:00Z/..", 2), ("../2021-11-24T02:00:00Z", 2), ("../..", 3),
        ("2021-11-24T01:30:00Z/2021-11-24T02:30:00Z", 1), ("/2021-11-24T01:00:00Z", 1),
      ]
      for (datetime, count) in asked {
        let answer = try await client.get(Self.log + "?author=wanda&datetime=\(datetime)", as: officer)
        #expect(try ids(answer).count == count, "\(datetime)")
        #expect(try answer.json()["numberMatched"] as? Int == count)
      }
    }
  }

  @Test(arguments: [
    "bbox=1,2,3", "bbox=1,52,2,51", "bbox=a,b,c,d", "bbox=1,2,3,4,5", "bbox=0,0,nan,1", "bbox=-190,0,0,1", "limit=0",
    "limit=x",
    "datetime=yesterday", "datetime=2021-11-24T02:00:00Z/2021-11-24T01:00:00Z", "datetime=a/b/c",
    "datetime=2021-01-01T00:00:00Z/2021-11-24T01:00:00Z", "colour=red", "crs=EPSG:4326", "f=xml", "limit=1&limit=2",
  ])
  func whatIsNotUnderstoodIsRefusedWithTheReason(asked: String) async throws {
    let house = try await house()
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let answer = try await client.get(Self.tracks + "?" + asked, as: officer)
      #expect(answer.status == .badRequest, "\(answer.text)")
      #expect(try answer.json()["code"] as? String == "InvalidParameterValue")
      let description = try #require(try answer.json()["description"] as? String)
      #expect(!description.isEmpty)
    }
  }

  @Test func whatLeavesAnExerciseSaysSo() async throws {
    let house = try await house(exercise: true)
    let officer = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let answer = try await client.get(Self.tracks, as: officer)
      let marking = try #require(try answer.json()["marking"] as? String)
      #expect(marking.hasPrefix("EXERCISE"))
      let page = try await client.get(Self.tracks + "?f=html", as: officer)
      #expect(page.text.contains("EXERCISE") && page.text.contains("EX235012345"))
    }
  }

  @Test func theDescriptionNamesEveryFilterAndEveryPath() throws {
    let data = Data(FeatureDescription.bytes)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    for collection in FeatureCollection.allCases {
      let items = try #require(paths["/collections/\(collection.rawValue)/items"]?["get"])
      let names = (items["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
      #expect(collection.filters.isSubset(of: names) && names.contains("bbox") && names.contains("datetime"))
      #expect(paths["/collections/\(collection.rawValue)/items/{feature}"] != nil)
    }
  }
}
