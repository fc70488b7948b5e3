import Geodesy
import Testing

@testable import Exercise

@Suite struct RescueTruthTests {
  @Test(arguments: RescueNights.seeds) func everyoneAboardIsSomewhereAtEveryMoment(seed: UInt64) {
    let script = RescueNights.script(seed)
    let night = script.night
    let inflatables = night.darkBoats.filter { $0.kind == .inflatable }
    #expect(script.truth.boats.map(\.actor) == inflatables.map(\.actor))
    #expect(script.truth.boats.map(\.people) == inflatables.map(\.people))
    for minute in stride(from: Int64(-60), through: 600, by: 20) {
      for boat in script.truth.boats {
        let tally = boat.tally(at: night.start.adding(milliseconds: minute * 60_000))
        let known = tally.recovered + tally.landed + tally.returned + tally.dead
        let parts = [
          tally.aboard, tally.recovered, tally.landed, tally.returned, tally.dead, tally.missing, tally.afloat,
        ]
        if known + tally.missing + tally.afloat != boat.people || parts.contains(where: { $0 < 0 }) {
          Issue.record("\(boat.actor) at \(minute): \(tally)")
        }
      }
    }
  }

  @Test(arguments: RescueNights.seeds) func boatsEndAsRadarShowsThem(seed: UInt64) {
    let script = RescueNights.script(seed)
    let night = script.night
    for event in night.events where event.kind == .isMet {
      let end = event.at.adding(milliseconds: 1_200_000)
      guard end <= night.end, let boat = script.truth.boat(event.actor) else { continue }
      let tally = boat.tally(at: end)
      #expect(tally.afloat == 0 && tally.landed + tally.returned == 0)
      #expect(tally.recovered > 0)
      if boat.capsizedAt == nil { #expect(tally.recovered == boat.people) }
      #expect(boat.tally(at: event.at.adding(milliseconds: -1000)).unaccounted > boat.people / 2)
    }
    for event in night.events where event.kind == .turnsBack {
      guard let boat = script.truth.boat(event.actor) else { continue }
      let tally = boat.tally(at: night.end)
      #expect(tally.landed == 0 && tally.missing == 0 && tally.dead == 0)
    }
  }

  @Test func everyNightHasTwoBoatsThatAreAlikeAndOneOfThemIsLost() throws {
    var differences: [Int] = []
    for script in RescueNights.scripts {
      guard let alike = script.truth.alike else { continue }
      let recovered = try #require(script.truth.boat(alike.recovered))
      let lost = try #require(script.truth.boat(alike.lost))
      #expect(recovered.colour == lost.colour && recovered.engine == lost.engine)
      let capsized = try #require(lost.capsizedAt)
      #expect(recovered.tally(at: capsized).recovered == recovered.people)
      let end = lost.tally(at: script.night.end)
      #expect(end.missing > 0 && end.afloat == 0 && end.recovered > 0 && end.dead > 0)
      differences.append(abs(recovered.people - lost.people))
      let calls = script.truth.reports.filter { $0.boat == alike.lost }.map { script.events[$0.event] }
      let aboard = calls.filter { $0.report?.phone.map(lost.phones.contains) ?? false }
      #expect(aboard.count >= 3)
      // The calls stop; whatever is heard later comes from others.
      #expect(aboard.allSatisfy { $0.at < capsized })
      #expect(lost.phones.allSatisfy { script.answer(of: $0, at: capsized) == .switchedOff })
    }
    #expect(differences.count >= 10)
    #expect(differences.filter { $0 <= 6 }.count >= differences.count * 3 / 4)
  }

  @Test(arguments: RescueNights.seeds) func theLastWordAshoreIsTheTrueCount(seed: UInt64) {
    let script = RescueNights.script(seed)
    for boat in script.truth.boats {
      for outcome in boat.outcomes {
        #expect(outcome.people > 0 && outcome.at < script.night.end)
        #expect((outcome.fate == .recovered || outcome.fate == .dead) == (outcome.asset != nil))
        for told in outcome.told {
          #expect(told.at >= outcome.at && script.events[told.event].at == told.at)
          #expect(script.truth.boatOfEvent[told.event] == boat.actor)
          if case .ashore(let ashore) = script.events[told.event].kind {
            #expect(ashore.people == outcome.people && told.people == outcome.people)
            #expect(script.events[ashore.recovery].recovery?.asset == ashore.asset)
          }
        }
      }
    }
  }

  @Test func crewsCountDifferentlyInTheDarkAndSeveralAssetsShareABoat() {
    let boats = RescueNights.scripts.flatMap(\.truth.boats)
    let lifted = boats.flatMap(\.outcomes).filter { $0.fate == .recovered && $0.told.count == 2 }
    #expect(lifted.contains { $0.told[0].people != $0.told[1].people })
    #expect(lifted.contains { $0.told[0].people == $0.told[1].people })
    #expect(boats.contains { Set($0.outcomes.compactMap(\.asset)).count >= 2 })
    for fate in ScriptFate.allCases { #expect(boats.contains { $0.outcomes.contains { $0.fate == fate } }, "\(fate)") }
  }
}
