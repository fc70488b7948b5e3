import Geodesy
import Testing
import Tracking

@testable import Exercise

@Suite struct SentenceTests {
  private static let night = Night(seed: 7, start: dusk, hours: 0.25)
  private static let all = Result { try messages(of: night) }
  private var night: Night { Self.night }
  private var read: [ReadMessage] { get throws { try Self.all.get() } }

  @Test func everyLineIsReadByAnotherReader() throws {
    let lengths = [1: 168, 3: 168, 4: 168, 5: 424, 9: 168, 14: nil, 18: 168, 21: 272, 24: nil]
    var counts: [Int: Int] = [:]
    for message in try read {
      counts[message.type, default: 0] += 1
      if lengths[message.type].map({ $0 ?? message.bitCount }) != message.bitCount || message.number(6, 2) != 0 {
        Issue.record("type \(message.type) of \(message.bitCount) bits")
      }
    }
    #expect(Set(counts.keys) == [1, 3, 4, 5, 9, 14, 18, 21, 24])
    #expect((counts[1] ?? 0) > 5000)
  }

  @Test func everyPositionIsWhereTheActorTrulyIs() throws {
    let actors = night.speakers
    var greatest = 0.0
    var count = 0
    for message in try read {
      guard let actor = actors[message.mmsi] else { throw LineFault(line: "\(message.mmsi)", reason: "nobody's") }
      guard let position = message.position else { continue }
      let second = Instant(millisecondsSince1970: message.at.millisecondsSince1970 / 1000 * 1000)
      guard let truth = actor.truth(at: second) ?? actor.truth(at: message.at) else {
        Issue.record("\(actor.name) speaks and is not there")
        continue
      }
      greatest = max(greatest, Sphere.distanceMetres(from: position, to: truth.position))
      count += 1
      if [1, 3].contains(message.type) {
        let isRight =
          abs(Double(message.number(50, 10)) / 10 - truth.speedKnots) < 0.8
          && message.number(137, 6) == Int(second.millisecondsSince1970 / 1000 % 60)
          && message.number(38, 4) == truth.navigationalStatus.rawValue
        if !isRight { Issue.record("\(actor.name) at \(message.at)") }
      }
    }
    #expect(count > 6000)
    // Five deviations of the worse receivers in both directions.
    #expect(greatest > 5 && greatest < 60, "\(greatest) m")
  }

  @Test func everyoneSaysThatItIsAnExercise() throws {
    var named: Set<UInt32> = []
    for message in try read {
      let name: String
      switch message.type {
      case 5: name = message.text(112, characters: 20)
      case 21: name = message.text(43, characters: 20)
      case 24 where message.number(38, 2) == 0: name = message.text(40, characters: 20)
      case 14:
        let text = message.text(40, characters: (message.bitCount - 40) / 6)
        #expect(text.hasPrefix("EXERCISE EXERCISE EXERCISE") || text == "SART TEST")
        continue
      default: continue
      }
      let actor = try #require(night.actors.first { $0.mmsi == message.mmsi })
      #expect(name == actor.name)
      #expect(name.hasPrefix("EXERCISE "))
      named.insert(message.mmsi)
      if message.type == 5 {
        #expect(message.text(70, characters: 7).hasPrefix("EX"))
        #expect(message.text(302, characters: 20).hasPrefix("EXERCISE"))
        #expect(message.number(40, 30) == 0)
        #expect(message.number(240, 9) + message.number(249, 9) == actor.particulars.lengthMetres)
      }
    }
    let nameless = night.speakers.values.filter { actor in
      !named.contains(actor.mmsi) && night.truth(at: night.start).contains { $0.actor == actor.number }
    }
    #expect(Set(nameless.map(\.trackClass)) == [.base, .aircraft, .distress])
  }

  @Test func baseStationsTellTheTime() throws {
    let message = try #require(try read.first { $0.type == 4 })
    let iso = message.at.iso8601
    let told = [(38, 14), (52, 4), (56, 5), (61, 5), (66, 6), (72, 6)].map { message.number($0.0, $0.1) }
    let expected = iso.prefix(19).split { !$0.isNumber }.compactMap { Int($0) }
    #expect(told == expected)
  }

  @Test func theTestOfTheRescueTransmitterIsOneBurst() throws {
    let burst = try read.filter { $0.mmsi == 970_000_001 }
    #expect(burst.map(\.type) == [14, 1, 1, 1, 1, 1, 1, 14])
    #expect(burst.filter { $0.type == 1 }.allSatisfy { $0.number(38, 4) == 15 })
  }

  @Test func rateOfTurnByTheStandard() {
    #expect(AISFields.rateOfTurn(20) == 21)
    #expect(AISFields.rateOfTurn(-20) == -21)
    #expect(AISFields.rateOfTurn(0) == 0)
    #expect(AISFields.rateOfTurn(100_000) == 126)
    #expect(AISFields.rateOfTurn(nil) == -128)
    #expect(AISFields.course(359.97) == 0)
    #expect(AISFields.heading(359.6) == 0)
  }
}
