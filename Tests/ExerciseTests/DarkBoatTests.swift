import Geodesy
import Testing
import Tracking

@testable import Exercise

@Suite struct DarkBoatTests {
  private static let nights = (0..<8).map { Night(seed: UInt64(100 + $0), start: dusk, hours: 6) }

  @Test(arguments: nights) func flotillasAreAsBigAndAsSlowAsTheyAre(night: Night) {
    let inflatables = night.darkBoats.filter { $0.kind == .inflatable }
    let flotillas = Dictionary(grouping: inflatables, by: \.flotilla)
    #expect((2...4).contains(flotillas.count))
    #expect(flotillas.values.allSatisfy { (4...8).contains($0.count) })
    #expect(inflatables.allSatisfy { (28...68).contains($0.people) })
    for boat in inflatables {
      let actor = night.actors[boat.actor]
      #expect(actor.transponder == .silent && actor.name.hasPrefix("EXERCISE DARK ") && actor.mmsi == 0)
      for minute in stride(from: Int64(0), to: 360, by: 3) {
        guard let truth = actor.truth(at: dusk.adding(milliseconds: minute * 60_000)) else { continue }
        if truth.speedKnots > 8.5 { Issue.record("\(actor.name) at \(truth.speedKnots) knots") }
        if !(50.5...51.4).contains(truth.latitudeDegrees) || !(0.8...2.3).contains(truth.longitudeDegrees) {
          Issue.record("\(actor.name) at \(truth.latitudeDegrees), \(truth.longitudeDegrees)")
        }
      }
    }
  }

  @Test func somethingOfEverythingHappensInEightNights() {
    let kinds = Set(Self.nights.flatMap { $0.events.map(\.kind) })
    #expect(kinds == Set(NightEvent.Kind.allCases))
    #expect(Self.nights.contains { $0.darkBoats.contains { $0.kind == .rescueBoat } })
    for night in Self.nights {
      #expect(zip(night.events, night.events.dropFirst()).allSatisfy { $0.at <= $1.at })
      #expect(night.events.allSatisfy { night.start <= $0.at && $0.at < night.end })
    }
  }

  @Test func aDriftingBoatGoesWithTheWater() {
    var count = 0
    for night in Self.nights {
      for event in night.events where event.kind == .driftBegins {
        let moment = event.at.adding(milliseconds: 240_000)
        guard let truth = night.actors[event.actor].truth(at: moment) else { continue }
        #expect(truth.speedKnots < 2.6)
        count += 1
      }
    }
    #expect(count > 20)
  }

  @Test func aBoatThatIsMetHasARescueBoatBesideIt() throws {
    var count = 0
    for night in Self.nights {
      for event in night.events where event.kind == .isMet {
        let moment = event.at.adding(milliseconds: 300_000)
        guard let boat = night.actors[event.actor].truth(at: moment) else { continue }
        let nearest = night.darkBoats.filter { $0.kind == .rescueBoat }
          .compactMap { night.actors[$0.actor].truth(at: moment) }
          .map { Sphere.distanceMetres(from: $0.position, to: boat.position) }.min()
        #expect(try #require(nearest) < 250)
        let gone = event.at.adding(milliseconds: 1_500_000)
        #expect(night.actors[event.actor].truth(at: gone) == nil)
        count += 1
      }
    }
    #expect(count > 10)
  }

  @Test func someNightsHaveNoFlights() {
    let nights = (0..<100).map { SeaConditions(seed: UInt64($0)) }
    let grounded = nights.filter { !$0.permitsFlight }.count
    #expect((10...42).contains(grounded))
    for seed in 0..<100 {
      let night = Night(seed: UInt64(seed), start: dusk, hours: 0.1)
      #expect((night.flights.drone != nil) == nights[seed].permitsFlight)
    }
  }

  /// What the AIS of a night says is the same with and without those who do not speak.
  @Test func noDarkBoatStandsInTheAIS() throws {
    let night = Night(seed: 101, start: dusk, hours: 0.5)
    let speakers = Set(night.actors.filter { $0.transponder != .silent }.map(\.mmsi))
    for sentence in try messages(of: night) where !speakers.contains(sentence.mmsi) {
      Issue.record("\(sentence.mmsi) speaks")
    }
    #expect(night.emitters().count == speakers.count)
  }
}
