import Feeds
import Foundation
import Geodesy
import Synchronization
import Testing
import Tracking

@testable import Exercise

@Suite struct SensorFeedTests {
  /// A night on which all fly, with boats near the drone.
  private static let night = Night(seed: 2, start: dusk, hours: 1)
  /// What all but the radars tell, whose tests are elsewhere.
  private static let all = Array(night.emissions(of: notRadars))
  private static let notRadars = Night.FeedPlace.allCases.filter { ![.radarDover, .radarGrisNez].contains($0) }
    .map(\.rawValue)

  private func bytes(_ place: Night.FeedPlace) -> [UInt8] {
    Self.all.filter { $0.feed == place.rawValue }.flatMap(\.bytes)
  }

  @Test func feedsAreNamedAndInOrder() throws {
    let feeds = Self.night.feeds
    #expect(feeds.count == Night.FeedPlace.allCases.count)
    #expect(feeds.allSatisfy { $0.name.hasPrefix("EXERCISE ") })
    #expect(Set(feeds.map(\.name)).count == feeds.count && Set(feeds.map(\.fileName)).count == feeds.count)
    #expect(feeds.allSatisfy { $0.sensor == nil || $0.sensor?.name == $0.name })
    #expect(Set(feeds.map(\.format)) == Set(FeedFormat.allCases).subtracting([.cot]))
    #expect(zip(Self.all, Self.all.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(Set(Self.all.map(\.feed)) == Set(Self.notRadars))
    let merged = Array(Night(seed: 2, start: dusk, hours: 0.02).emissions())
    #expect(zip(merged, merged.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(Set(merged.map(\.feed)).isSuperset(of: [0, 1, 2, 3, 6]))
    #expect(Self.all.allSatisfy { Self.night.start <= $0.at && $0.at <= Self.night.end.adding(milliseconds: 1000) })
  }

  @Test func theSameSeedGivesTheSameBytes() {
    func some(_ seed: UInt64) -> [NightEmission] {
      Array(Night(seed: seed, start: dusk, hours: 0.02).emissions())
    }
    #expect(some(2) == some(2))
    #expect(some(2) != some(3))
    let alone = Self.night.emissions(of: [Night.FeedPlace.droneDetections.rawValue])
    #expect(Array(alone) == Self.all.filter { $0.feed == Night.FeedPlace.droneDetections.rawValue })
  }

  /// The digest that every machine must reach; it changes only when the feeds are changed on purpose.
  @Test func theBytesAreTheSameOnEveryMachine() {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for emission in Self.all.prefix(20_000) + Array(Night(seed: 5, start: dusk, hours: 0.03).emissions(of: [1, 2])) {
      for byte in emission.bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    #expect(digest == 8_341_390_610_123_072_830)
  }

  @Test func theTransponderFeedIsTheNightItself() {
    #expect(bytes(.transponders) == Self.night.sentences().flatMap(\.line))
  }

  @Test func theDroneTellsWhereItLooks() throws {
    let result = KLVDecoder.decode(bytes(.droneMetadata))
    #expect(result.packets.count == 3600 && result.diagnostics.refusals.total == 0)
    #expect(result.diagnostics.otherBytes == 0 && result.diagnostics.unreadableItems == 0)
    #expect(result.diagnostics.unknownItems.isEmpty && result.diagnostics.doubtful == 0)
    let drone = try #require(Self.night.flights.drone)
    var targets = 0
    for packet in result.packets {
      let made = try #require(packet.madeAt)
      let truth = try #require(Self.night.actors[drone].truth(at: made))
      let footprint = packet.footprint
      let sensor = try #require(footprint.sensor)
      #expect(Sphere.distanceMetres(from: sensor.position, to: truth.position) < 1)
      #expect(abs((sensor.altitudeMetres ?? 0) - SearchFlights.droneMetres) < 1)
      #expect(packet.isExercise && packet.text(3) == "EXERCISE")
      let corners = try #require(footprint.corners)
      let centre = try #require(footprint.frameCentre).position
      let area = SeenArea(corners: corners.map { Place($0.latitudeDegrees, $0.longitudeDegrees) })
      #expect(area.contains(Place(centre.latitudeDegrees, centre.longitudeDegrees)))
      if let target = footprint.target?.position {
        targets += 1
        let nearest = Self.night.darkBoats.compactMap { Self.night.actors[$0.actor].truth(at: made) }
          .map { Sphere.distanceMetres(from: $0.position, to: target) }.min()
        #expect(try #require(nearest) < 1)
      }
    }
    #expect(targets > 30)
    let security = try #require(result.packets.first?.security)
    #expect(security.code(1) == 1 && security.text(5) == "EXERCISE")
  }

  @Test(arguments: [Night.FeedPlace.droneDetections, .satellite])
  func detectionsAreReadAndLieAtTheirCraft(place: Night.FeedPlace) throws {
    var decoder = DetectionDecoder()
    var found: [Detection] = []
    func take(_ row: DetectionRow) {
      if case .detection(let detection, _) = row { found.append(detection) }
    }
    bytes(place).withUnsafeBytes { decoder.consume($0) { take($0) } }
    decoder.finish { take($0) }
    #expect(decoder.diagnostics.refusals.total == 0 && found.count > 20)
    var near = 0
    for detection in found {
      #expect(detection.image?.hasPrefix("EXERCISE-") == true && detection.sensor?.hasPrefix("EXERCISE ") == true)
      #expect((detection.lengthMetres ?? 0) > 2 && detection.confidence != nil && detection.accuracyMetres != nil)
      let distance =
        Self.night.truth(at: detection.time)
        .map { Sphere.distanceMetres(from: $0.position, to: detection.position) }.min() ?? .infinity
      if distance < 5 * (detection.accuracyMetres ?? 0) { near += 1 }
    }
    #expect(Double(near) / Double(found.count) > 0.8)
  }

  @Test func satellitesComeLateAndFindWhatSaysNothing() throws {
    var passes = 0
    for seed in UInt64(0)..<10 {
      let night = Night(seed: seed, start: dusk, hours: 4)
      let all = SatellitePass.all(of: night)
      #expect((1...2).contains(all.count))
      for pass in all {
        #expect((900_000...2_400_000).contains(pass.arrivalMilliseconds - pass.milliseconds))
        #expect(pass.milliseconds >= 0 && pass.arrivalMilliseconds < night.durationMilliseconds)
        let found = pass.detections(night)
        #expect(found.contains { $0.matched != nil })
        for detection in found where detection.matched != nil {
          #expect(detection.matched == detection.actor.map { night.actors[$0].mmsi })
        }
        #expect(found.allSatisfy { $0.actor != nil || pass.area.contains($0.place) })
        passes += 1
      }
    }
    #expect(passes > 10)
  }

  @Test func theAircraftIsHeardWhereItFlies() throws {
    let aircraft = try #require(Self.night.flights.aircraft)
    let emissions = Self.all.filter { $0.feed == Night.FeedPlace.aircraft.rawValue }
    var decoder = ADSBDecoder()
    var positions = 0
    var names: Set<String> = []
    for emission in emissions {
      let truth = try #require(Self.night.actors[aircraft].truth(at: emission.at))
      decoder.consume(emission.bytes) { reception in
        if reception.address != AircraftSource.address { Issue.record("\(reception.address)") }
        if let position = reception.position {
          positions += 1
          let distance = Sphere.distanceMetres(from: position, to: truth.position)
          if distance > 12 { Issue.record("\(distance) m off") }
        }
        switch reception.content {
        case .identification(let identification): names.insert(identification.callSign)
        case .velocity(let velocity):
          let ground = velocity.groundKnots.map { hypot(Double($0.east), Double($0.north)) } ?? -1
          if abs(ground - truth.speedKnots) > 1.5 { Issue.record("\(ground) kn, truly \(truth.speedKnots)") }
        case .airbornePosition(let airborne):
          if airborne.altitudeFeet != 1500 { Issue.record("\(String(describing: airborne.altitudeFeet)) ft") }
        default: Issue.record("\(reception.content)")
        }
      }
    }
    #expect(decoder.diagnostics.refusals.total == 0 && decoder.diagnostics.implausible == 0)
    #expect(names == ["EXERCISE"] && positions > 7000)
  }

  @Test func nothingFliesInFog() throws {
    let seed = try #require((0..<100).first { !SeaConditions(seed: UInt64($0)).permitsFlight })
    let night = Night(seed: UInt64(seed), start: dusk, hours: 0.1)
    let flying: [Night.FeedPlace] = [.droneMetadata, .droneDetections, .aircraft]
    #expect(Array(night.emissions(of: flying.map(\.rawValue))).isEmpty)
    #expect(!Array(night.emissions(of: [Night.FeedPlace.radarDover.rawValue])).isEmpty)
  }

  @Test func theCallOfDistressComesFromTheBoatAdrift() throws {
    let story = try #require(DistressStory(Self.night))
    var call: DistressCall?
    var more: DistressExtension?
    var decoder = NMEADecoder()
    decoder.consume(bytes(.distress)) { reception in
      #expect(reception.source == "EXERCISE")
      if case .distressCall(let read) = reception.content { call = read }
      if case .distressExtension(let read) = reception.content { more = read }
    }
    #expect(call?.meaning == .alert && call?.mmsi == 823_599_001 && more?.personsOnBoard == story.people)
    let truth = try #require(story.boat.truth(at: dusk.adding(milliseconds: story.callMilliseconds)))
    #expect(Sphere.distanceMetres(from: try #require(more?.position), to: truth.position) < 1)

    var beacon: BeaconMessage?
    var beacons = BeaconDecoder()
    bytes(.beacon).withUnsafeBytes { beacons.consume($0) { beacon = $0.message } }
    let later = try #require(story.boat.truth(at: dusk.adding(milliseconds: story.beaconMilliseconds)))
    #expect(beacons.diagnostics.refusals.total == 0 && beacons.diagnostics.doubtful == 0)
    #expect(beacon?.isTest == true && beacon?.kind == .test && beacon?.country == 235)
    let location = try #require(beacon?.location)
    // Steps of four seconds: within two seconds of arc.
    #expect(Sphere.distanceMetres(from: location.position, to: later.position) < 75)
  }

  @Test func thePlayerPlaysEverythingInTime() async throws {
    let night = Night(seed: 2, start: dusk, hours: 0.02)
    let wall = Mutex(Instant(millisecondsSince1970: 1_000_000_000_000))
    let played = Mutex<[NightEmission]>([])
    var player = SensorPlayer(night, pace: 5, began: wall.withLock { $0 })
    try await player.run(
      now: { wall.withLock { $0 } }, sleep: { moment in wall.withLock { $0 = moment } },
      deliver: { batch in played.withLock { $0 += batch } })
    #expect(played.withLock { $0 } == Array(night.emissions()))
    #expect(player.nextDue == nil)
    #expect(abs(wall.withLock { $0 }.seconds(since: player.clock.began) - 14.4) < 1)
  }

  @Test func whoJoinsInTheMiddleHearsNothingOfBefore() {
    let night = Night(seed: 2, start: dusk, hours: 0.02)
    let middle = dusk.adding(milliseconds: 36_000)
    var player = SensorPlayer(night, began: dusk)
    player.skip(to: middle)
    let rest = player.batch(upTo: dusk.adding(milliseconds: 72_000))
    #expect(rest == night.emissions().filter { $0.at >= middle })
    #expect(!rest.isEmpty && rest.count < Array(night.emissions()).count)
  }

  @Test func theTruthIsATable() {
    let table = TruthTable(Self.night)
    let columns = TruthTable.placesHead.split(separator: ",").count
    let lines = table.places(at: dusk.adding(milliseconds: 1_800_000)).split(separator: "\n")
    #expect(lines.count == Self.night.truth(at: dusk.adding(milliseconds: 1_800_000)).count)
    #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns })
    #expect(lines.contains { $0.contains("EXERCISE DARK") })
    #expect(table.events.split(separator: "\n").count == Self.night.events.count + 1)
  }

  @Test func strangeNightsHaveFeedsToo() {
    for start in [Int64.min, -1, .max] {
      let night = Night(seed: 1, start: Instant(millisecondsSince1970: start), hours: 0.01)
      #expect(night.emissions().prefix(300).allSatisfy { !$0.bytes.isEmpty })
      _ = TruthTable(night).places(at: night.start)
    }
    let none = Night(seed: 1, start: dusk, hours: .nan)
    #expect(Array(none.emissions()).isEmpty)
    #expect(Array(none.emissions(of: [-1, 99])).isEmpty)
    // A turn that goes over midnight: the time of day begins anew.
    let late = Night(seed: 1, start: Instant(millisecondsSince1970: 86_390_000), hours: 0.01)
    var decoder = AsterixDecoder()
    for emission in late.emissions(of: [Night.FeedPlace.radarDover.rawValue]) {
      emission.bytes.withUnsafeBytes { decoder.consume(datagram: $0) { _ in } }
    }
    #expect(decoder.diagnostics.refused == 0 && decoder.diagnostics.records > 300)
  }

  /// An hour of all feeds within five seconds of processor time, or ten times that where nothing is optimised.
  @Test func anHourIsMadeInSeconds() {
    let before = threadSeconds()
    var bytes = 0
    for emission in Night(seed: 5, start: dusk, hours: 0.25).emissions() { bytes += emission.bytes.count }
    let seconds = threadSeconds() - before
    #expect(bytes > 1_500_000)
    #expect(seconds > 0 && seconds * 4 < 50)
  }
}

/// Seconds of processor time of this thread alone, since other tests run beside it.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
