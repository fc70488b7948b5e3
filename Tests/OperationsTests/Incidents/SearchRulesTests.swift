import Geodesy
import Ledger
import Marking
import Rescue
import Testing

@testable import Operations

@Suite struct SearchRulesTests {
  private func watch() async throws -> (TestDesk, mara: Acting, incident: String) {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await desk.centre.rescue(
      DeclareAsset(
        DeclaredAsset(
          name: "RNLI 17-31", kind: .lifeboat, agency: "coastguard", speedKnots: 25, enduranceMinutes: 600,
          capacity: 100)), as: mara)
    let incident = try #require(
      try await desk.centre.rescue(TakeContact(ContactStatement(.call), opens: .distress), as: mara).first)
    return (desk, mara, incident)
  }

  private func order(_ begins: Instant) throws -> SearchOrder {
    let start = try #require(Position(latitudeDegrees: 51, longitudeDegrees: 1.5))
    let plan = SearchPatternPlan(
      pattern: .expandingSquare, start: start, startTime: begins, orientationDegrees: 40, trackSpacingMetres: 1000,
      speedMetresPerSecond: 7, secondsAvailable: 3600)
    return SearchOrder(
      plan, object: .loadedInflatable, lookout: .smallVessel, heightMetres: nil, sweepWidthMetres: 1500,
      remarks: ["objectEstimated"], coverage: 1.5, detectionProbability: 0.77, success: 0.4)
  }

  private func square(_ east: Double = 1.5) throws -> Polygon {
    let corners = [(51.0, east), (51.1, east), (51.1, east + 0.1), (51.0, east + 0.1)]
    return try #require(
      Polygon(ring: corners.compactMap { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }))
  }

  private func boat(_ desk: TestDesk, _ incident: String) async throws -> Boat {
    try #require(try await desk.centre.rescueBook().boat(of: incident))
  }

  @Test func aSearchIsOrderedMadeAndTakenBack() async throws {
    let (desk, mara, incident) = try await watch()
    let order = try order(desk.clock.now)
    try await desk.centre.rescue(
      OrderSearch(incident, [OrderSearch.Part(asset: "RNLI 17-31", order)], text: "go"), as: mara)
    var known = try await boat(desk, incident)
    let search = try #require(known.searches.first)
    #expect(search.order == order && search.order.plan.pattern == .expandingSquare)
    #expect(known.tasks.map(\.id) == [search.id] && known.tasks[0].order == .search)

    let made = SearchMade(
      searcher: "RNLI 17-31", means: .asset, outcome: .nothing, from: desk.clock.now.adding(milliseconds: -60_000),
      to: desk.clock.now, areas: [SearchMade.Area(try square(), detectionProbability: 0.7)])
    try await desk.centre.rescue(ReportSearch(incident, search: search.id, made), as: mara)
    known = try await boat(desk, incident)
    #expect(known.searchesMade.count == 1 && known.tasks[0].stage == .done)
    #expect(known.searchesMade[0].made.searched.map(\.detectionProbability) == [0.7])
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(ReportSearch(incident, search: search.id, made), as: mara)
    }

    try await desk.centre.rescue(WithdrawSearch(incident, known.searchesMade[0].id, reason: "other boat"), as: mara)
    known = try await boat(desk, incident)
    #expect(known.searchesMade[0].withdrawnBy != nil)
    try await desk.centre.rescue(ReportSearch(incident, search: search.id, made), as: mara)
    #expect(try await boat(desk, incident).searchesMade.count == 2)
  }

  @Test func whatWasNotMadeSaysNothing() async throws {
    let (desk, mara, incident) = try await watch()
    let now = desk.clock.now
    let made = SearchMade(searcher: "x", means: .asset, outcome: .notMade, from: now, to: now, areas: [])
    try await desk.centre.rescue(ReportSearch(incident, search: nil, made), as: mara)
    #expect(try await boat(desk, incident).searchesMade[0].made.searched.isEmpty)
    let area = SearchMade.Area(try square(), detectionProbability: 0.5)
    let wrong = [
      SearchMade(searcher: "x", means: .asset, outcome: .nothing, from: now, to: now, areas: []),
      SearchMade(searcher: "", means: .asset, outcome: .nothing, from: now, to: now, areas: [area]),
      SearchMade(
        searcher: "x", means: .asset, outcome: .nothing, from: now, to: now.adding(milliseconds: 60_000), areas: [area]),
      SearchMade(
        searcher: "x", means: .asset, outcome: .nothing, from: now, to: now.adding(milliseconds: -1), areas: [area]),
      SearchMade(
        searcher: "x", means: .asset, outcome: .nothing, from: now, to: now,
        areas: [SearchMade.Area(area.footprint, detectionProbability: 1.5)]),
    ]
    for made in wrong {
      await #expect(throws: OperationsError.self, "\(made)") {
        try await desk.centre.rescue(ReportSearch(incident, search: nil, made), as: mara)
      }
    }
  }

  @Test func whatTheSensorsSawCountsOnceForItsTime() async throws {
    let (desk, mara, incident) = try await watch()
    let minutes: Int64 = 600_000
    func look() throws -> SearchMade {
      SearchMade(
        searcher: "sensors", means: .radar, outcome: .nothing, from: desk.clock.now.adding(milliseconds: -minutes),
        to: desk.clock.now, areas: [SearchMade.Area(try square(), detectionProbability: 0.4)])
    }
    try await desk.centre.rescue(ReportSearch(incident, search: nil, try look()), as: mara)
    let first = desk.clock.now
    desk.clock.advance(seconds: 240)
    let twin = try look()
    let refusal = await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(ReportSearch(incident, search: nil, twin), as: mara)
    }
    #expect(refusal?.code == .counted && refusal?.retryAt == first.adding(milliseconds: minutes))
    // An aircraft at the same time is another search.
    var flown = twin
    flown.means = .asset
    try await desk.centre.rescue(ReportSearch(incident, search: nil, flown), as: mara)
    // From the named moment on it counts again, and so it does when the first was taken back.
    desk.clock.advance(seconds: 360)
    try await desk.centre.rescue(ReportSearch(incident, search: nil, try look()), as: mara)
    let made = try await boat(desk, incident).searchesMade.filter { $0.made.means == .radar }
    #expect(made.count == 2)
    for one in made { try await desk.centre.rescue(WithdrawSearch(incident, one.id, reason: "it was seen"), as: mara) }
    try await desk.centre.rescue(ReportSearch(incident, search: nil, twin), as: mara)
  }

  @Test func endingTheSearchClosesNothing() async throws {
    let (desk, mara, incident) = try await watch()
    try await desk.centre.rescue(
      EndSearch(incident, reason: "dark", success: 0.62, longestSurvivalHours: 11.9), as: mara)
    var known = try await boat(desk, incident)
    #expect(known.isOpen && known.searchEnd?.holds == true && known.searchEnd?.success == 0.62)
    #expect(try await desk.centre.rescueSummary().openBoats == 1)
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(EndSearch(incident, reason: "again"), as: mara)
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(EndSearch(incident, holds: false, reason: " "), as: mara)
    }
    try await desk.centre.rescue(EndSearch(incident, holds: false, reason: "a call"), as: mara)
    known = try await boat(desk, incident)
    #expect(known.searchEnd?.holds == false && known.isOpen)
  }

  @Test func whatTheBoatMayBeIsSaidInClassesThatAreKnown() async throws {
    let (desk, mara, incident) = try await watch()
    let assumption = DriftAssumption([.init("INFLATABLE-LOADED", weight: 2), .init("SKIFF-3", weight: 1)])
    try await desk.centre.rescue(AssumeDrift(incident, assumption), as: mara)
    #expect(try await boat(desk, incident).drifting?.value == assumption)
    for wrong in [
      DriftAssumption([]), DriftAssumption([.init("NONE", weight: 1)]), DriftAssumption([.init("SKIFF-3", weight: 0)]),
      DriftAssumption([.init("SKIFF-3", weight: 1), .init("SKIFF-3", weight: 1)]),
    ] {
      await #expect(throws: OperationsError.self) {
        try await desk.centre.rescue(AssumeDrift(incident, wrong), as: mara)
      }
    }
  }

  @Test func theWaterIsStatedAndOlderEntriesOfTheSameKindStay() async throws {
    let (desk, mara, incident) = try await watch()
    var statement = WaterStatement(waterCelsius: 11)
    statement.flotation = .worn
    statement.since = desk.clock.now.adding(milliseconds: -3_600_000)
    try await desk.centre.rescue(StateWater(incident, statement), as: mara)
    let known = try await boat(desk, incident)
    #expect(known.water?.value == statement && known.water?.value.person(now: desk.clock.now).minutesInWater == 60)
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(StateWater(incident, WaterStatement(waterCelsius: 70)), as: mara)
    }
    // The log tells of it, and a rebuilt book says the same.
    #expect(known.log.contains { $0.kind == "rescue.water" && $0.arguments["waterCelsius"] == "11" })
  }
}
