import Geodesy
import Testing
import Tracking

@testable import Exercise

@Suite struct NightTests {
  /// FNV-1a over all bytes: a short name for a long night.
  private func digest(_ night: Night) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for sentence in night.sentences() {
      for byte in sentence.line { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return digest
  }

  @Test func theSameSeedGivesTheSameBytes() {
    let night = Night(seed: 42, start: dusk, hours: 0.1)
    #expect(digest(night) == digest(Night(seed: 42, start: dusk, hours: 0.1)))
    #expect(digest(night) != digest(Night(seed: 43, start: dusk, hours: 0.1)))
    #expect(digest(night) != digest(Night(seed: 42, start: dusk.adding(milliseconds: 1000), hours: 0.1)))
  }

  /// The digest that every machine must reach; it changes only when the night itself is changed on purpose.
  @Test func theBytesAreTheSameOnEveryMachine() {
    #expect(digest(Night(seed: 42, start: dusk, hours: 0.1)) == 10_897_344_858_555_993_908)
  }

  @Test func sentencesAreInOrderAndBeginAnew() {
    let night = Night(seed: 1, start: dusk, hours: 0.05)
    let all = Array(night.sentences())
    #expect(all.count > 1000)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(all.allSatisfy { night.start <= $0.at && $0.at < night.end })
    #expect(Array(night.sentences().prefix(500)) == Array(all.prefix(500)))
  }

  @Test func aboutAHundredAndTwentyAreThere() {
    let night = Night(seed: 9, start: dusk)
    for hour in 0...8 {
      let there = night.truth(at: dusk.adding(milliseconds: Int64(hour) * 3_600_000))
      let vessels = there.map { night.actors[$0.actor] }.filter {
        ![.aton, .base, .distress, .aircraft].contains($0.trackClass) && $0.transponder != .silent
      }
      #expect((95...145).contains(vessels.count), "\(vessels.count) after \(hour) h")
    }
    let classes = Set(night.actors.map(\.trackClass))
    #expect(
      classes.isSuperset(of: [
        .cargo, .tanker, .passenger, .fishing, .pleasure, .sailing, .tug, .sar, .law, .pilot, .aton, .base, .aircraft,
      ]))
  }

  @Test func identitiesAreInventedAndWellFormed() {
    let night = Night(seed: 5, start: dusk, hours: 0.1, scale: .openSea(vessels: 12_000))
    #expect(night.actors.count > 12_000)
    let heard = night.actors.filter { $0.transponder != .silent }
    #expect(Set(heard.map(\.mmsi)).count == heard.count)
    for (index, actor) in night.actors.enumerated() {
      let isRight =
        actor.number == index && actor.name.hasPrefix("EXERCISE ") && actor.name.utf8.count <= 20
        && isWellFormed(actor)
      if !isRight { Issue.record("\(actor.name) \(actor.mmsi)") }
    }
  }

  private func isWellFormed(_ actor: ExerciseActor) -> Bool {
    guard actor.transponder != .silent else { return actor.mmsi == 0 }
    let identity = MaritimeIdentity(mmsi: actor.mmsi)
    switch actor.trackClass {
    case .aton: return identity.kind == .aidToNavigation && identity.countryCode == "GB"
    case .base: return identity.kind == .coastStation && identity.countryCode != nil
    case .aircraft: return identity.kind == .sarAircraft && identity.countryCode == "GB"
    case .distress: return identity.kind == .searchAndRescueTransmitter
    default:
      return identity.kind == .ship && identity.countryCode != nil && actor.mmsi % 1_000_000 >= 990_000
        && TrackClass(mmsi: actor.mmsi, shipType: actor.particulars.shipType) == actor.trackClass
    }
  }

  @Test func strangeLengthsAndStartsMakeNightsToo() {
    for hours in [Double.nan, -1, 0, -Double.infinity] {
      let night = Night(seed: 0, start: dusk, hours: hours)
      #expect(night.durationMilliseconds == 0)
      #expect(Array(night.sentences()).isEmpty)
    }
    #expect(Night(seed: .max, start: dusk, hours: 1000).durationMilliseconds == 72 * 3_600_000)
    for start in [Int64.min, -1, .max] {
      let night = Night(seed: 1, start: Instant(millisecondsSince1970: start), hours: 0.01)
      #expect(night.sentences().prefix(100).allSatisfy { !$0.line.isEmpty })
      _ = night.truth(at: dusk)
      _ = night.truth(at: Instant(millisecondsSince1970: .min))
      _ = night.truth(at: Instant(millisecondsSince1970: .max))
    }
  }

  @Test func thousandsOfShipsMoveOnOpenWater() {
    let night = Night(seed: 5, start: dusk, hours: 0.1, scale: .openSea(vessels: 4000))
    let open = night.actors.filter { $0.particulars.destination == "EXERCISE OPEN SEA" }
    #expect(open.count == 4000)
    let moving = open.compactMap { $0.truth(at: dusk.adding(milliseconds: 300_000)) }.filter { $0.speedKnots > 3 }
    #expect(moving.count > 3950)
    #expect(
      moving.allSatisfy { truth in
        OpenSea.waters.contains { water in
          (water.south...water.north).contains(truth.latitudeDegrees)
            && (water.west...water.east).contains(truth.longitudeDegrees)
        }
      })
  }
}
