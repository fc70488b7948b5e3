import Foundation
import Geodesy
import HTTPTypes
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

/// What callers say that is no plain position: it is understood, or doubted aloud, and saved in every case.
@Suite("Positions that are doubted aloud")
struct DoubtedPositionTests {
  private static let now = Instant(millisecondsSince1970: 1_637_718_480_000)

  /// Land that the test knows: a square of northern France, and one of Kent.
  private static func context() throws -> PositionContext {
    func square(_ south: Double, _ west: Double) throws -> Polygon {
      let corners = [(south, west), (south, west + 0.3), (south + 0.2, west + 0.3), (south + 0.2, west)]
      let ring = try corners.map { try #require(Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)) }
      return try #require(Polygon(ring: ring))
    }
    var context = WatchGround(share: nil).positionContext
    context.land = [try square(50.7, 1.75), try square(51.1, 0.8)]
    return context
  }

  private func read(_ fields: [String: String]) throws -> (ContactReading, questions: [String]) {
    let context = try Self.context()
    let reading = ContactReading(now: Self.now, context: context) { fields[$0] }
    let text = PositionText.read(fields["position"] ?? "", in: context)
    let isOld = reading.statement.place?.doubts?.contains(PlaceDoubt.old) ?? false
    return (reading, PlaceDoubt.questions(text, isOld: isOld))
  }

  @Test func spokenHalvesAreUnderstood() throws {
    let (reading, _) = try read(["position": "51 north 1 and a half east"])
    let place = try #require(reading.statement.place)
    #expect(place.latitude == 51 && place.longitude == 1.5)
    #expect(reading.words.position == "51 north 1 and a half east")
  }

  @Test func aDistanceFromALightAsksWhichLight() throws {
    let (reading, questions) = try read(["position": "we are 10 km from light"])
    #expect(reading.statement.place == nil && questions.contains("whichPlace"))
    #expect(reading.words.position == "we are 10 km from light")
  }

  @Test func namesOfEitherShoreArePlaces() throws {
    for (said, latitude) in [
      ("5 miles south of Dungeness", 50.83), ("3 milles au nord de Calais", 51.017), ("2 km west of Gris Nez", 50.871),
      ("10 km au nord de Dunkerque", 51.14),
    ] {
      let place = try #require(try read(["position": said]).0.statement.place, "\(said)")
      #expect(abs(place.latitude - latitude) < 0.02, "\(said): \(place.latitude)")
      #expect(place.doubts?.contains("relative") == true, "\(said)")
    }
  }

  @Test func swappedNumbersAreTurnedAndSaid() throws {
    let place = try #require(try read(["position": "1.45, 51.02"]).0.statement.place)
    #expect(place.latitude == 51.02 && place.longitude == 1.45)
    #expect(place.doubts?.contains("swappedLikely") == true)
  }

  @Test func aPositionOnLandIsKeptAndAskedAbout() throws {
    let (reading, questions) = try read(["position": "51.2 N 0.9 E"])
    #expect(reading.statement.place?.doubts?.contains("onLand") == true && questions.contains("whenTaken"))
  }

  @Test func aPinFromFranceAnHourOldIsKeptAndAskedAbout() throws {
    let link = "https://maps.google.com/?q=50.80,1.90"
    let (reading, questions) = try read(["position": link, "positionAt": "60 min", "channel": "pin"])
    let place = try #require(reading.statement.place)
    #expect(place.doubts?.contains("onLand") == true && place.doubts?.contains(PlaceDoubt.old) == true)
    #expect(questions.contains("whenTaken") && place.at == Self.now.adding(milliseconds: -3_600_000))
    #expect(try read(["position": link, "positionAt": "5 min"]).0.statement.place?.doubts?.contains("old") == false)
  }

  @Test func everyOneOfThemIsSavedAndSaidOnTheReportsPage() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    let strings = Strings.english
    try await house.visit { client in
      for (fields, words) in [
        (["position": "51 north 1 and a half east"], "51°00"),
        (["position": "we are 10 km from light"], strings["rescue.ask.whichPlace"]),
        (["position": "1.45, 51.02"], strings["rescue.doubt.swappedLikely"]),
        (["position": "50.95 N 1.45 E", "positionAt": "60 min"], strings["rescue.doubt.old"]),
        (["position": "somewhere", "people": "a great many"], strings["rescue.notUnderstood"]),
      ] {
        let saved = try await client.post("/incidents/report", fields, as: wanda)
        #expect(saved.status == .seeOther)
        let page = try await client.get(saved.headers[.location] ?? "", as: wanda)
        #expect(page.status == .ok && page.text.contains(words), "\(fields)")
      }
    }
  }

  @Test func theGazetteerHoldsPlacesOfTheStraitOnce() {
    #expect(Gazetteer.strait.count > 60)
    let names = Gazetteer.strait.flatMap { [$0.name] + $0.otherNames }.map { $0.lowercased() }
    #expect(Set(names).count == names.count)
    for place in Gazetteer.strait {
      #expect(ContactReading.usualArea?.contains(place.position) == true, "\(place.name)")
    }
    for name in ["Douvres", "Dunkerque", "Gris-Nez", "Ostende"] { #expect(names.contains(name.lowercased())) }
  }
}
