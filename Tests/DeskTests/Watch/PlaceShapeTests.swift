import Foundation
import Geodesy
import Operations
import Testing
import Tracking

@testable import Desk

@Suite("Places as officers give them")
struct PlaceShapeTests {
  private func fault(_ text: String) -> String? {
    do {
      _ = try PlaceShape.read(text)
      return nil
    } catch {
      return (error as? FormFault)?.key
    }
  }

  @Test func cornersAreReadInAnyForm() throws {
    let typed = """
      51°06.00′N 001°18.00′E

      51.1 N 1.4 E
      geo:51.2,1.4
      """
    let ring = try PlaceShape.read(typed).ring
    #expect(ring.count == 3)
    #expect(abs(ring[0].latitudeDegrees - 51.1) < 1e-6 && abs(ring[0].longitudeDegrees - 1.3) < 1e-6)
    #expect(abs(ring[2].latitudeDegrees - 51.2) < 1e-6)
    // As a browser sends it.
    #expect(try PlaceShape.read(typed.replacing("\n", with: "\r\n")).ring == ring)
    let json = """
      {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1.3,51.1],[1.4,51.1],[1.4,51.2],[1.3,51.1]]]}}
      """
    #expect(try PlaceShape.read(json).ring.count == 3)
    #expect(try PlaceShape.read("[[1.3,51.1],[1.4,51.1],[1.4,51.2]]").ring.first?.longitudeDegrees == 1.3)
  }

  @Test func whatIsWrongIsSaidWithItsLine() {
    #expect(fault("51 N 1 E\nsomewhere near Dover\n51.1 N 1 E") == "places.fault.line")
    #expect(fault("51 N 1 E\n51.1 N 1 E") == "places.fault.fewCorners")
    #expect(fault("51 N 1 E\n51.1 N 1.1 E\n51.1 N 1 E\n51 N 1.1 E") == "places.fault.crossing")
    for text in ["{", "{}", "[]", "[[1,95],[1,51],[2,51]]", "{\"type\":\"Point\",\"coordinates\":[1,51]}", "[[\"a\"]]"]
    {
      #expect(fault(text) == "places.fault.json", "\(text)")
    }
    for key in WatchPlace.Fault.allCases.map({ "places.fault.\($0.rawValue)" }) {
      let isThere = Strings.english.has(key)
      #expect(isThere, "\(key)")
    }
  }

  @Test func cornersAreWrittenSoThatTheyAreReadAgain() throws {
    let ground = WatchGround(share: Repository.root.appending(path: "share"))
    #expect(ground.harbours.count >= 15)
    for place in ground.harbours {
      #expect(WatchPlace.fault(of: place.polygon) == nil, "\(place.name)")
      let again = try PlaceShape.read(PlaceShape.text(place.polygon)).ring
      #expect(again.count == place.polygon.ring.count)
      for (read, meant) in zip(again, place.polygon.ring) {
        #expect(abs(read.latitudeDegrees - meant.latitudeDegrees) < 1.1e-5)
        #expect(abs(read.longitudeDegrees - meant.longitudeDegrees) < 1.1e-5)
      }
    }
    let dover = try #require(ground.harbours.first { $0.name == "Dover" })
    let berth = try #require(Position(latitudeDegrees: 51.1215, longitudeDegrees: 1.34))
    #expect(dover.polygon.contains(berth))
  }

  @Test func eachRuleTakesThePlacesThatItNeeds() throws {
    let ring = [(51.0, 1.0), (51.0, 1.1), (51.1, 1.1)].compactMap {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
    let polygon = try #require(Polygon(ring: ring))
    let places = WatchPlace.Use.allCases.map {
      WatchPlace(id: $0.rawValue, name: $0.rawValue, use: $0, polygon: polygon)
    }
    let rules = WatchGround.fit(BehaviourRules.standard, to: places, shore: [ring])
    func rule(_ kind: BehaviourKind) -> BehaviourRule? { rules.first { $0.kind == kind } }
    #expect(rule(.suddenStop)?.exceptAreas.map(\.name) == ["harbour"])
    #expect(rule(.areaEntry)?.areas.map(\.name) == ["guarded"])
    #expect(rule(.transponderGap)?.areas.map(\.name) == ["reception"])
    #expect(rule(.implausiblePosition)?.areas.map(\.name) == ["land"])
    #expect(rule(.shoreApproach)?.lines == [ring])
    #expect(rule(.sharedIdentity) == BehaviourRules.standard.first { $0.kind == .sharedIdentity })
  }

  @Test func numbersOfAFormAreHeldToTheirRange() throws {
    #expect(try FormFault.number("1,5", 0...2, label: "x") == 1.5)
    #expect(try FormFault.number(nil, 0...2, label: "x") == nil)
    for text in ["x", "3", "nan", "1e300", "-1"] {
      #expect(throws: FormFault.self) { try FormFault.number(text, 0...2, label: "x") }
    }
    let form = FormFields(encoded: "seaState=4&wind=20&visibility=5&since=23:30")
    let now = Instant(millisecondsSince1970: 1_637_718_480_000)
    let weather = try WeatherForm.read(form, .english, now: now)
    #expect(weather.visibilityMetres == 9260)
    // 01:48 now, so that half past eleven was yesterday.
    #expect(weather.since == now.adding(milliseconds: -138 * 60_000))
    let sensor = try SensorForm.read(
      FormFields(encoded: "name=mast&kind=radar&position=51N+1E&sectorFrom=300&sectorTo=60&lookSeconds=3"), .english)
    #expect(sensor.sectorDegrees == [300, 60] && sensor.lookSeconds == 3 && sensor.position?.latitudeDegrees == 51)
    #expect(sensor.greatestRangeMetres == Sensor(name: "mast", kind: .radar).greatestRangeMetres)
    for wrong in [
      "kind=radar", "name=a/b&kind=radar", "name=a&kind=x", "name=a&kind=radar&sectorFrom=1",
      "name=a&kind=radar&position=nowhere", "name=a&kind=radar&leastRangeMetres=9&greatestRangeMetres=8",
    ] {
      #expect(throws: FormFault.self) { try SensorForm.read(FormFields(encoded: wrong), .english) }
    }
  }
}
