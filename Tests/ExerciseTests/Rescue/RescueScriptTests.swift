import Geodesy
import Testing

@testable import Exercise

@Suite struct RescueScriptTests {
  @Test(arguments: RescueNights.seeds) func eventsComeInOrderWithinTheNightAndSayThatTheyAreExercise(seed: UInt64) {
    let script = RescueNights.script(seed)
    #expect(script.events.map(\.number) == Array(script.events.indices))
    #expect(zip(script.events, script.events.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(script.events.allSatisfy { script.night.start <= $0.at && $0.at < script.night.end })
    #expect(Array(script) == script.events)
    for event in script.events {
      #expect(event.isExercise && !event.texts.isEmpty)
      #expect(event.texts.allSatisfy { $0.hasPrefix("EXERCISE") })
      #expect(event.texts.allSatisfy { $0.utf8.count < 300 })
    }
    #expect(script.truth.boatOfEvent.count == script.events.count)
    #expect(script.truth.reports.map(\.event) == script.events.filter { $0.report != nil }.map(\.number))
  }

  @Test func sameSeedSameNightAndOtherSeedsOtherNights() {
    for (seed, script) in zip(RescueNights.seeds, RescueNights.scripts).prefix(3) {
      let again = Night(seed: seed, start: dusk, hours: 8).rescue
      #expect(again.events == script.events && again.truth == script.truth && again.weather == script.weather)
    }
    for (first, second) in zip(RescueNights.scripts, RescueNights.scripts.dropFirst()) {
      #expect(first.events != second.events && first.truth.boats != second.truth.boats)
    }
  }

  @Test func somethingOfEverythingHappensAtBothCentres() {
    let events = RescueNights.scripts.flatMap(\.events)
    let kinds = Set(events.map(\.kindName))
    #expect(
      kinds == [
        "report", "recovery", "ashore", "landing", "assetDeclared", "assetMoved", "phase", "handOver",
      ])
    for channel in ScriptReport.Channel.allCases {
      #expect(events.contains { $0.report?.channel == channel }, "\(channel)")
    }
    for flaw in RescueTruth.Report.Flaw.allCases {
      #expect(RescueNights.scripts.contains { $0.truth.reports.contains { $0.flaws.contains(flaw) } }, "\(flaw)")
    }
    for centre in ScriptCentre.allCases {
      #expect(events.contains { $0.centre == centre && $0.report != nil })
      #expect(events.contains { $0.centre == centre && $0.recovery != nil })
    }
    #expect(events.contains { $0.report?.nextCall != nil })
    #expect(events.contains { $0.report?.takingWater == true })
    #expect(events.contains { $0.report?.inWater != nil })
    for script in RescueNights.scripts {
      let home = script.events.filter { $0.centre == .home && $0.report != nil }.count
      #expect((10...160).contains(home), "\(home) reports in night \(script.night.seed)")
    }
  }

  @Test(arguments: RescueNights.seeds) func phonesAreThoseKeptForDramaAndOfOneBoatAlone(seed: UInt64) {
    let script = RescueNights.script(seed)
    let phones = script.truth.boats.flatMap(\.phones)
    #expect(Set(phones).count == phones.count)
    for event in script.events {
      guard let report = event.report, let phone = report.phone else { continue }
      #expect(phone.hasPrefix("+44 7700 900") && phone.count == 15 || phone.hasPrefix("+33 6 39 98 "))
      let boat = script.truth.boatOfEvent[event.number]
      if let owner = script.truth.boats.first(where: { $0.phones.contains(phone) }) { #expect(owner.actor == boat) }
    }
    #expect(script.answer(of: "+44 0", at: dusk) == .noAnswer)
  }

  @Test func aNightOfNoLengthHasNobodyAndNoTrap() {
    for hours in [0, 0.01, -3, .nan, 1] {
      let script = Night(seed: 7, start: dusk, hours: hours).rescue
      #expect(script.events.allSatisfy { $0.at <= script.night.end })
      #expect(script.truth.boats.allSatisfy { $0.tally(at: script.night.end).aboard == $0.people })
    }
    let far = Instant(millisecondsSince1970: .max)
    #expect(Night(seed: 7, start: dusk, hours: 1).rescue.answer(of: "+44 7700 900001", at: far) != .switchedOff)
  }

  @Test(arguments: RescueNights.seeds) func theWeatherCarriesTheBoats(seed: UInt64) throws {
    let script = RescueNights.script(seed)
    let weather = script.weather
    #expect(weather.count == 17 && weather.first?.at == script.night.start && weather.last?.at == script.night.end)
    for value in weather {
      let current =
        (value.currentNorthMetresPerSecond * value.currentNorthMetresPerSecond
        + value.currentEastMetresPerSecond * value.currentEastMetresPerSecond).squareRoot()
      #expect(current <= 0.9001 && (0..<360).contains(value.windFromDegrees))
      #expect((7...17).contains(value.waterCelsius) && value.seaState == script.night.conditions.seaState)
      #expect((value.windMetresPerSecond / script.night.conditions.windMetresPerSecond - 1).magnitude < 0.6)
    }
    #expect(Set(weather.map(\.currentEastMetresPerSecond)).count > 10)
  }
}
