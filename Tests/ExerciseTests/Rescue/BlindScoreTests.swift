import Geodesy
import Testing

@testable import Exercise

@Suite struct BlindScoreTests {
  @Test(arguments: RescueNights.seeds) func whoeverKnowsTheTruthScoresPerfectly(seed: UInt64) {
    let script = RescueNights.script(seed)
    let score = BlindScore(of: .perfect(script), against: script)
    #expect(score.abandoned.isEmpty && score.split.isEmpty && score.mixed.isEmpty && score.leftOpen.isEmpty)
    #expect(score.adjustedRandIndex == 1 && score.ungroupedReports == 0)
    #expect(score.unaccounted == score.statedUnaccounted)
    #expect(score.delays.allSatisfy { $0.seconds == 0 } && !score.delays.isEmpty)
    let statements = score.statements(of: script.night)
    #expect(statements.first == .nobodyGivenUp)
    #expect(statements.contains(.unaccounted(people: score.unaccounted, stated: score.unaccounted)))
    #expect(statements.last == .grouping(adjustedRandIndex: 1, reports: score.reports, ungrouped: 0))
  }

  @Test func theTiredWatchGivesPeopleUp() {
    let scores = RescueNights.scripts.map { BlindScore(of: .tired($0), against: $0) }
    let mean = scores.map(\.adjustedRandIndex).reduce(0, +) / Double(scores.count)
    #expect(mean < 0.9)
    #expect(scores.filter { !$0.abandoned.isEmpty }.count >= 3)
    #expect(scores.allSatisfy { !$0.split.isEmpty })
    #expect(scores.filter { $0.unaccounted != $0.statedUnaccounted }.count >= 10)
    for (script, score) in zip(RescueNights.scripts, scores) where !score.abandoned.isEmpty {
      let statements = score.statements(of: script.night)
      #expect(["closedWithPeopleUnaccounted", "neverOpened"].contains(statements[0].code))
    }
  }

  @Test(arguments: RescueNights.seeds) func closingTheLostBoatWithTheOtherComesFirst(seed: UInt64) throws {
    let script = RescueNights.script(seed)
    guard let alike = script.truth.alike else { return }
    var trainee = TraineeReckoning.perfect(script)
    let wrong = "boat \(alike.recovered)"
    guard trainee.incidents.contains(where: { $0.name == wrong }) else { return }
    trainee.incidents.removeAll { $0.name == "boat \(alike.lost)" }
    for (event, name) in trainee.incidentOfReport where name == "boat \(alike.lost)" {
      trainee.incidentOfReport[event] = wrong
    }
    let score = BlindScore(of: trainee, against: script)
    let missing = try #require(script.truth.boat(alike.lost)).tally(at: script.night.end).missing
    #expect(score.abandoned == [.init(boat: alike.lost, incidents: [wrong], unaccounted: missing)])
    #expect(score.mixed == [.init(incident: wrong, boats: [alike.recovered, alike.lost].sorted())])
    #expect(score.adjustedRandIndex < 1 && score.statedUnaccounted == score.unaccounted - missing)
    let name = script.night.actors[alike.lost].name
    #expect(
      score.statements(of: script.night).first
        == .closedWithPeopleUnaccounted(boat: name, incidents: [wrong], people: missing))
  }

  @Test func whoeverDoesNothingHasOpenedNothing() throws {
    let script = RescueNights.scripts[0]
    let score = BlindScore(of: .init(incidents: [], incidentOfReport: [:]), against: script)
    #expect(score.ungroupedReports == score.reports && score.reports > 0)
    #expect(score.abandoned.allSatisfy { $0.incidents.isEmpty } && score.statedUnaccounted == 0)
    #expect(score.abandoned.reduce(0) { $0 + $1.unaccounted } == score.unaccounted)
    #expect(score.delays.allSatisfy { $0.seconds == nil } && score.medianDelaySeconds == nil)
    #expect(score.adjustedRandIndex == 0)
  }

  @Test func leavingEverythingOpenHarmsNobody() {
    for script in RescueNights.scripts {
      var trainee = TraineeReckoning.perfect(script)
      for index in trainee.incidents.indices { trainee.incidents[index].isOpen = true }
      let score = BlindScore(of: trainee, against: script)
      #expect(score.abandoned.isEmpty)
      for left in score.leftOpen {
        #expect(script.truth.boat(left.boat)?.tally(at: script.night.end).unaccounted == 0)
      }
    }
  }

  @Test func oddAnswersAreTakenAsTheyAre() {
    let script = RescueNights.scripts[1]
    let incidents = [
      TraineeReckoning.Incident(name: "", isOpen: true, accounted: .min, unaccounted: .max, tasked: dusk),
      .init(name: "a", isOpen: false, accounted: .max, unaccounted: .max, tasked: .init(millisecondsSince1970: .min)),
      .init(name: "a", isOpen: true, accounted: 0, unaccounted: .min),
    ]
    let groups = [-1: "a", .max: "a", script.truth.reports[0].event: "a", 3: "nowhere"]
    let score = BlindScore(of: .init(incidents: incidents, incidentOfReport: groups), against: script)
    #expect(score.statedUnaccounted == ScoreSheet.mostPeople)
    #expect(score.adjustedRandIndex.isFinite)
    let early = BlindScore(
      of: .init(incidents: incidents, incidentOfReport: groups), against: script,
      at: Instant(millisecondsSince1970: .min))
    #expect(early.reports == 0 && early.adjustedRandIndex == 1)
  }

  @Test func theRandIndexOfKnownGroups() {
    #expect((AdjustedRandIndex.value([0, 0, 1, 1], [0, 0, 1, 2]) - 4.0 / 7).magnitude < 1e-12)
    #expect(AdjustedRandIndex.value([0, 0, 1, 1], [5, 5, 9, 9]) == 1)
    #expect((AdjustedRandIndex.value([0, 0, 1, 1], [0, 1, 0, 1]) + 0.5).magnitude < 1e-12)
    #expect(AdjustedRandIndex.value([0, 0, 0], [0, 1, 2]) == 0)
    #expect(AdjustedRandIndex.value([], []) == 1 && AdjustedRandIndex.value([1], [2]) == 1)
  }
}
