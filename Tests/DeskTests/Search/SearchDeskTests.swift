import Foundation
import Geodesy
import HTTPTypes
import HummingbirdTesting
import Marking
import NIOCore
import Operations
import Rescue
import Testing
import Tracking

@testable import Desk

@Suite struct SearchDeskTests {
  /// A house with a watch officer, a boat whose place is known, and a lifeboat.
  private func watch(place: Bool = true) async throws -> (House, Visiting, boat: String) {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    guard case .person(let issued) = wanda else { throw Unexpected("nobody") }
    var statement = ContactStatement(.call)
    (statement.least, statement.most) = (33, 33)
    if place {
      statement.place = ContactStatement.Place(
        latitude: 51.03, longitude: 1.45, accuracyMetres: 300, at: house.clock.now.adding(milliseconds: -5_400_000))
    }
    let names = try await house.centre.rescue(
      TakeContact(statement, opens: .distress), as: issued.session.acting)
    try await house.centre.rescue(
      DeclareAsset(
        DeclaredAsset(
          name: "RNLI 17-31", kind: .lifeboat, agency: "coastguard", speedKnots: 25, enduranceMinutes: 300,
          capacity: 60, latitude: 51.12, longitude: 1.35)), as: issued.session.acting)
    return (house, wanda, try #require(names.first))
  }

  /// The value of a hidden field of a page.
  private func hidden(_ name: String, in page: String) throws -> String {
    let parts = page.components(separatedBy: "name=\"\(name)\" value=\"")
    try #require(parts.count > 1)
    let value = parts[1].components(separatedBy: "\"")[0]
    return value.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  @Test func aDriftIsToldWithAllThatItRestsOn() async throws {
    let (house, wanda, boat) = try await watch()
    try await house.visit { client in
      let page = try await client.get("/incidents/\(boat)/drift", as: wanda)
      #expect(page.status == .ok)
      for words in [
        "NOTHING IS KNOWN", "±\u{A0}300 m", "overloaded inflatable",
        "400 members; assumptions about wind and water: 16",
      ] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(page.text.components(separatedBy: "<th scope=\"row\"").count == 26)
      let layer = try await client.get("/api/incidents/\(boat)/drift", as: wanda)
      #expect(layer.headers[.contentType] == "application/geo+json")
      let document = try JSONSerialization.jsonObject(with: Data(layer.text.utf8)) as? [String: Any]
      #expect(document?["estimate"] as? Bool == true && (document?["features"] as? [Any])?.count == 100)
      // The same question has the same answer, to the last letter.
      #expect(try await client.get("/api/incidents/\(boat)/drift", as: wanda).text == layer.text)
      let raster = try await client.get("/api/incidents/\(boat)/drift.tif?hour=3", as: wanda)
      #expect(raster.status == .ok && Array(raster.body.readableBytesView.prefix(4)) == [0x49, 0x49, 42, 0])
      let back = try await client.get("/incidents/\(boat)/drift?back=1", as: wanda)
      #expect(back.status == .ok && back.text.contains("Where did \(boat) come from?"))
    }
  }

  @Test func theBoardKnowsWhereABoatHasDrifted() async throws {
    let (house, _, boat) = try await watch()
    #expect(house.desk.drifted(boat) == nil)
    await DriftKeeper(desk: house.desk).look()
    let drifted = try #require(house.desk.drifted(boat))
    let start = try #require(Position(latitudeDegrees: 51.03, longitudeDegrees: 1.45))
    #expect(Sphere.distanceMetres(from: start, to: drifted.position) < 20_000 && drifted.radiusMetres > 300)
  }

  @Test func whatTheWatchSaysOfTheWindIsTaken() async throws {
    let (house, wanda, boat) = try await watch()
    guard case .person(let issued) = wanda else { throw Unexpected("nobody") }
    try await house.centre.say(
      SayWeather(seaState: 4, windKnots: 22, windFromDegrees: 240, waterCelsius: 11), as: issued.session.acting)
    try await house.visit { client in
      let page = try await client.get("/incidents/\(boat)", as: wanda)
      #expect(page.text.contains("Wind: 22 kn from 240°, said by wanda"))
      #expect(page.text.contains("Current: NOTHING IS KNOWN"))
      // The water that was said is asked about, and no source stands alone.
      #expect(page.text.contains("Hayward 1975") && page.text.contains("Longest known survivals 2018"))
    }
  }

  @Test func aSearchIsOrderedAsItWasShownAndLowersWhatItCovered() async throws {
    let (house, wanda, boat) = try await watch()
    try await house.visit { client in
      let plan = try await client.get("/incidents/\(boat)/search?asset=RNLI%2017-31&minutes=120", as: wanda)
      #expect(plan.status == .ok && plan.text.contains("Would find the boat with"))
      let parts = try hidden("parts", in: plan.text)
      let ordered = try await client.post("/incidents/\(boat)/order-search", ["parts": parts], as: wanda)
      #expect(ordered.status == .seeOther)
      let known = try #require(try await house.centre.rescueBook().boat(of: boat))
      let search = try #require(known.searches.first)
      let shown = try JSONDecoder().decode([SearchActs.PartText].self, from: Data(parts.utf8))
      #expect(search.order == shown[0].order && known.tasks.first?.order == .search)
      for (format, word) in [("gpx", "<rtept"), ("geojson", "LineString"), ("cot", "b-m-p-w")] {
        let file = try await client.get("/api/incidents/\(boat)/searches/\(search.id)/\(format)", as: wanda)
        #expect(file.status == .ok && file.text.contains(word))
      }
      #expect(try await client.get("/api/incidents/\(boat)/searches/\(search.id)/doc", as: wanda).status == .notFound)

      house.clock.advance(seconds: 6_000)
      let from = search.order.begins
      let fields = [
        "search": search.id, "searcher": search.asset, "order": JSONPiece.text(search.order), "outcome": "nothing",
        "from": from.iso8601, "to": from.adding(milliseconds: 1_800_000).iso8601, "share": "50 %",
      ]
      #expect(try await client.post("/incidents/\(boat)/record-search", fields, as: wanda).status == .seeOther)
      let made = try #require(try await house.centre.rescueBook().boat(of: boat)?.searchesMade.first)
      let probability = made.made.areas[0].detectionProbability
      #expect(probability > 0 && probability < search.order.detectionProbability)
      let page = try await client.get("/incidents/\(boat)", as: wanda)
      #expect(page.text.contains("All searches together would have found the boat with"))
      #expect(page.text.contains("Searches that found nothing: 1"))
      // Ended by a person; the boat stays open.
      let end = try await client.post("/incidents/\(boat)/end-search", ["text": "dark", "success": "0.4"], as: wanda)
      #expect(end.status == .seeOther)
      let after = try #require(try await house.centre.rescueBook().boat(of: boat))
      #expect(after.isOpen && after.searchEnd?.success == 0.4)
    }
  }

  @Test func whatCannotBeIsSaidInWordsAndNotPlanned() async throws {
    let (house, wanda, boat) = try await watch()
    try await house.visit { client in
      for query in [
        "asset=nobody", "asset=RNLI%2017-31&minutes=x", "asset=RNLI%2017-31&pattern=TS",
        "asset=RNLI%2017-31&begins=soon",
        "asset=RNLI%2017-31&pattern=SS&place=nowhere", "asset=RNLI%2017-31&visibility=0",
      ] {
        let page = try await client.get("/incidents/\(boat)/search?\(query)", as: wanda)
        #expect(page.status == .badRequest && page.text.contains("role=\"alert\""), "\(query)")
      }
      for (act, fields) in [
        ("order-search", ["parts": "x"]), ("record-search", ["outcome": "nothing", "from": "x", "to": "y"]),
        ("assume-drift", ["key0": "NONE", "weight0": "1"]), ("state-water", ["celsius": "warm"]),
      ] {
        let answer = try await client.post("/incidents/\(boat)/\(act)", fields, as: wanda)
        #expect(answer.status == .badRequest, "\(act)")
      }
    }
  }

  @Test func whatTheSensorsSawIsCountedOnce() async throws {
    let (house, wanda, boat) = try await watch()
    let corners = [(51.0, 1.4), (51.1, 1.4), (51.1, 1.5)].compactMap {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
    let area = SearchMade.Area(try #require(Polygon(ring: corners)), detectionProbability: 0.4)
    let until = house.clock.now
    let fields = [
      "searcher": "sensors", "means": "radar", "outcome": "nothing",
      "from": until.adding(milliseconds: -CoverageReport.lateMilliseconds).iso8601, "to": until.iso8601,
      "areas": JSONPiece.text([area]),
    ]
    try await house.visit { client in
      let path = "/incidents/\(boat)/record-search"
      #expect(try await client.post(path, fields, as: wanda).status == .seeOther)
      let again = try await client.post(path, fields, as: wanda)
      let next = until.adding(milliseconds: CoverageReport.lateMilliseconds).plainText
      #expect(again.status == .conflict && again.text.contains("It can be counted again from \(next)"))
      #expect(try await house.centre.rescueBook().boat(of: boat)?.searchesMade.count == 1)
    }
  }

  @Test func aBoatOfWhichNobodySaysWhereItIsHasNoDrift() async throws {
    let (house, wanda, boat) = try await watch(place: false)
    try await house.visit { client in
      let page = try await client.get("/incidents/\(boat)", as: wanda)
      #expect(page.text.contains("No drift: no report names a position"))
      #expect(try await client.get("/api/incidents/\(boat)/drift", as: wanda).status == .notFound)
      let plan = try await client.get("/incidents/\(boat)/search?asset=RNLI%2017-31", as: wanda)
      #expect(plan.status == .badRequest)
      // A pattern at a typed place can be ordered all the same, without a word on success.
      let square = try await client.get(
        "/incidents/\(boat)/search?asset=RNLI%2017-31&pattern=SS&place=51%2002N%20001%2028E", as: wanda)
      #expect(square.status == .ok && square.text.contains("Without a drift nobody can say"))
    }
  }

  @Test func theSunIsReckoned() throws {
    let dover = try #require(Position(latitudeDegrees: 51.1, longitudeDegrees: 1.3))
    let noon = try #require(Instant.parse("2021-06-21T11:57:00Z"))
    // At midsummer the sun stands 90 − 51.1 + 23.4 degrees high at noon.
    #expect((Daylight.sunDegrees(at: dover, noon) - 62.3).magnitude < 0.3)
    let night = try #require(Instant.parse("2021-11-24T02:31:00Z"))
    #expect(!Daylight.isDay(at: dover, night) && Daylight.isDay(at: dover, noon))
  }
}
