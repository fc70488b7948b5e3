import Archive
import Foundation
import Geodesy
import Ledger
import Testing
import Tracking

@testable import Operations

@Suite("What a watch says of places, weather and sensors")
struct WatchFactTests {
  private func polygon(_ corners: (Double, Double)...) -> Polygon? {
    Polygon(ring: corners.compactMap { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) })
  }

  @Test func bordersThatAreNoneAreRefused() {
    #expect(WatchPlace.fault(of: polygon((51, 1), (51, 1.1), (51.1, 1.1), (51.1, 1))) == nil)
    #expect(WatchPlace.fault(of: polygon((51, 1), (51, 1.1))) == .fewCorners)
    #expect(WatchPlace.fault(of: polygon((51, 1), (51.1, 1), (51, 1), (51.1, 1))) == .flat)
    #expect(WatchPlace.fault(of: polygon((51, 1), (-51, 1.1), (51.1, 1.1))) == .farApart)
    #expect(WatchPlace.fault(of: polygon((51, 1), (51.1, 1.1), (51.1, 1), (51, 1.1))) == .crossing)
    // Across the antimeridian a small place is small.
    #expect(WatchPlace.fault(of: polygon((0, 179.95), (0, -179.95), (0.1, -179.95))) == nil)
    let ring = (0...WatchPlace.mostCorners).compactMap {
      Position(latitudeDegrees: 50 + Double($0) / 10_000, longitudeDegrees: Double($0 % 2))
    }
    #expect(WatchPlace.fault(of: Polygon(ring: ring)) == .manyCorners)
  }

  @Test func aPlaceIsNamedChangedAndTakenOutAndThePastKnowsIt() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let border = try #require(polygon((51, 1), (51, 1.1), (51.1, 1.1)))
    var place = WatchPlace(id: "p1", name: "Varne", use: .guarded, polygon: border)
    try await desk.centre.change(ChangePlace(place), as: mara)
    let first = desk.clock.now
    desk.clock.advance(seconds: 10)
    place.use = .harbour
    try await desk.centre.change(ChangePlace(place), as: mara)
    let known = try #require(try await desk.centre.statedPlaces().first)
    #expect(known.use == .harbour && known.by == "mara" && known.polygon == border)
    await expectRefusal(.invalid) { try await desk.centre.remove(RemovePlace(place, reason: " "), as: mara) }
    try await desk.centre.remove(RemovePlace(place, reason: "drawn twice"), as: mara)
    await expectRefusal(.notFound) { try await desk.centre.remove(RemovePlace(place, reason: "x"), as: mara) }
    let gone = try #require(try await desk.centre.statedPlaces().first)
    #expect(gone.isRemoved && gone.note == "drawn twice")
    let then = AsKnown.sequence(try await desk.centre.sequence(knownAt: first))
    #expect(try await desk.centre.ledger.read { try PlaceView.read(then, in: $0) }.map(\.use) == [.guarded])
    place.name = ""
    await expectRefusal(.invalid) { [place] in try await desk.centre.change(ChangePlace(place), as: mara) }
  }

  @Test func whatPeopleSayWinsOverTheChart() throws {
    let border = try #require(polygon((51, 1), (51, 1.1), (51.1, 1.1)))
    let dover = WatchPlace(id: "chart-dover", name: "Dover", use: .harbour, polygon: border)
    let calais = WatchPlace(id: "chart-calais", name: "Calais", use: .harbour, polygon: border)
    var removed = dover
    removed.isRemoved = true
    #expect(WatchPlace.merged(chart: [dover, calais], stated: []).map(\.name) == ["Calais", "Dover"])
    #expect(WatchPlace.merged(chart: [dover, calais], stated: [removed]).map(\.name) == ["Calais"])
    var changed = calais
    changed.name = "Calais, old port"
    #expect(WatchPlace.merged(chart: [calais], stated: [changed]) == [changed])
  }

  @Test func weatherIsSaidAndGrowsOld() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    #expect(try await desk.centre.weather() == nil)
    try await desk.centre.say(SayWeather(seaState: 5, windKnots: 27.5, visibilityMetres: 3000), as: mara)
    let said = try #require(try await desk.centre.weather())
    #expect(said.weather == DetectionWeather(seaState: 5, windKnots: 27.5, visibilityMetres: 3000))
    #expect(said.by == "mara" && said.since == desk.clock.now && !said.isOld(at: desk.clock.now))
    #expect(!said.isOld(at: said.since.adding(milliseconds: 6 * 3_600_000)))
    #expect(said.isOld(at: said.since.adding(milliseconds: 6 * 3_600_000 + 1)))
    for wrong in [
      SayWeather(seaState: 10, windKnots: 5), SayWeather(seaState: 1, windKnots: .nan),
      SayWeather(seaState: 1, windKnots: 5, visibilityMetres: -1),
      SayWeather(seaState: 1, windKnots: 5, since: desk.clock.now.adding(milliseconds: 60_000)),
      SayWeather(seaState: 1, windKnots: 5, since: desk.clock.now.adding(milliseconds: -90_000_000)),
    ] {
      await expectRefusal(.invalid) { try await desk.centre.say(wrong, as: mara) }
    }
  }

  @Test func aSensorIsDeclaredTakenOutAndDeclaredAgain() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let now = desk.clock.now
    let picture = Picture(archive: try Archive(path: folder.path, now: { now }))
    var sensor = Sensor(
      name: "dover", kind: .radar, position: Position(latitudeDegrees: 51.1, longitudeDegrees: 1.3))
    try await desk.centre.declare(DeclareSensor(sensor), in: picture, as: mara)
    #expect(picture.sensors == [sensor])
    sensor.detectionProbability = 1.5
    await expectRefusal(.invalid) { [sensor] in
      try await desk.centre.declare(DeclareSensor(sensor), in: picture, as: mara)
    }
    try await desk.centre.takeOut(TakeOutSensor("dover", reason: "antenna down"), from: picture, as: mara)
    #expect(picture.sensors.isEmpty)
    let stated = try await desk.centre.statedSensors()
    #expect(stated.map(\.sensor) == [nil] && stated.first?.note == "antenna down")
    sensor.detectionProbability = 0.6
    try await desk.centre.declare(DeclareSensor(sensor), in: picture, as: mara)
    #expect(picture.sensors == [sensor])
    picture.withdraw(sensor: "dover")
    picture.obey(try await desk.centre.statedSensors())
    #expect(picture.sensors == [sensor])
  }
}
