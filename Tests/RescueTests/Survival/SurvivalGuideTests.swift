import Testing

@testable import Rescue

@Suite struct SurvivalGuideTests {
  private func person(_ celsius: Double, _ change: (inout ImmersedPerson) -> Void = { _ in }) -> ImmersedPerson {
    var person = ImmersedPerson(waterCelsius: celsius)
    change(&person)
    return person
  }

  @Test(arguments: [(0.0, 106.7), (5, 132.1), (10, 176.8), (15, 276.8)])
  func haywardIsAsPublished(celsius: Double, minutes: Double) throws {
    #expect((try #require(SurvivalGuide.haywardMinutes(waterCelsius: celsius)) - minutes).magnitude < 0.1)
  }

  @Test func haywardEndsWhereItWasNotMeasured() {
    #expect(SurvivalGuide.haywardMinutes(waterCelsius: 20) == nil)
    #expect(SurvivalGuide.haywardMinutes(waterCelsius: -1) == nil)
    #expect(SurvivalGuide.haywardMinutes(waterCelsius: .nan) == nil)
  }

  @Test func sourcesStandSideBySide() throws {
    let estimates = try SurvivalGuide.estimates(
      for: person(10) {
        $0.clothing = .ordinary
        $0.flotation = .worn
        $0.age = .adult
        $0.build = .average
      })
    #expect(estimates.map(\.source) == SurvivalSource.allCases)
    #expect((estimates[0].hours.least - 2.95).magnitude < 0.01)
    #expect(estimates[1].hours.least == 24 && estimates[1].hours.most == nil)
    #expect(estimates[2].hours.least == 1 && estimates[2].hours.most == 6)
    #expect((try #require(estimates[3].hours.most) - 11.8784).magnitude < 1e-9)
    #expect(estimates[0].caveats == [.peopleDiffer, .drowningComesFirst, .calmWater])
  }

  /// The table of 2006: 3.6, 5.7 and 9.0 hours at 5, 10 and 15 °C without a buoyancy aid.
  @Test func theSurveyIsNotDrawnAsACurve() throws {
    let between = try SurvivalGuide.estimates(for: person(12) { $0.flotation = ImmersedPerson.Flotation.none })
    let survey = try #require(between.first { $0.source == .immersionSurvey2006 })
    #expect(survey.hours.least == 5.7 && survey.hours.most == 9.0)
    #expect(survey.caveats.contains(.betweenGivenTemperatures))
    let exact = try SurvivalGuide.estimates(for: person(5) { $0.flotation = ImmersedPerson.Flotation.none })
    #expect(exact.first { $0.source == .immersionSurvey2006 }?.hours.most == 3.6)
    // Unknown flotation shows both columns.
    #expect(try SurvivalGuide.estimates(for: person(5)).count { $0.source == .immersionSurvey2006 } == 2)
    #expect(try !SurvivalGuide.estimates(for: person(4.9)).contains { $0.source == .immersionSurvey2006 })
  }

  @Test func everyEstimateCarriesItsCaveatsAndNoneIsADeadline() throws {
    for celsius in stride(from: -2.0, through: 40, by: 0.5) {
      let estimates = try SurvivalGuide.estimates(for: person(celsius) { $0.minutesInWater = 14_000 })
      for estimate in estimates {
        #expect(estimate.caveats.starts(with: [.peopleDiffer, .drowningComesFirst]))
        #expect(estimate.hours.least >= 0 && estimate.hours.least <= estimate.hours.most ?? .infinity)
        #expect(estimate.caveats.contains(.timeHasPassed) == (estimate.hours.most.map { $0 < 14_000 / 60 } ?? false))
      }
    }
  }

  @Test func aChildIsNotTakenForAnAdult() throws {
    let child = try SurvivalGuide.estimates(for: person(8) { $0.age = .child })
    #expect(child[0].caveats.contains(.adultsOnly))
  }

  @Test(arguments: [Double.nan, -3, 41, .infinity, 1e300]) func whatNoSeaHasIsRefused(celsius: Double) {
    #expect(throws: SurvivalGuide.Refusal.self) { try SurvivalGuide.estimates(for: person(celsius)) }
    #expect(throws: SurvivalGuide.Refusal.self) {
      try SurvivalGuide.estimates(for: person(10) { $0.minutesInWater = celsius == -3 ? -1 : .nan })
    }
  }

  @Test func whatIsLeftOutIsNamedWithItsReason() {
    #expect(SurvivalOmission.allCases.allSatisfy { $0.reason.count > 40 })
    #expect(SurvivalSource.allCases.allSatisfy { $0.citation.contains(/\d{4}|Task Force/) })
  }
}
