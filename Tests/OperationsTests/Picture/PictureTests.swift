import Geodesy
import Testing
import Tracking

@testable import Operations

@Suite("The live picture")
struct PictureTests {
  @Test func aChangeIsToldOnce() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4), AISLines.statics(235_012_345, name: "TITAN"))
    let changes = sea.picture.takeChanges()
    #expect(changes.tracks.map(\.id.text) == ["235012345"])
    #expect(changes.tracks.first?.statics.name?.value == "TITAN")
    #expect(changes.ended.isEmpty)
    let again = sea.picture.takeChanges()
    #expect(again.tracks.isEmpty && again.ended.isEmpty)
    sea.clock.advance(seconds: 10)
    try sea.hear(AISLines.position(235_012_345, 51.0003, 1.4003))
    #expect(sea.picture.takeChanges().tracks.count == 1)
  }

  @Test func aCraftThatIsSilentCoastsAndEnds() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    _ = sea.picture.takeChanges()
    sea.clock.advance(seconds: 600)
    sea.picture.advance(to: sea.clock.now)
    #expect(sea.picture.takeChanges().tracks.map(\.status) == [.coasting])
    sea.clock.advance(seconds: 13 * 3_600)
    sea.picture.advance(to: sea.clock.now)
    let changes = sea.picture.takeChanges()
    #expect(changes.tracks.isEmpty)
    #expect(changes.ended.map(\.text) == ["235012345"])
    #expect(sea.picture.trackCount == 0 && sea.picture.tracks.isEmpty)
    #expect(sea.picture.takeChanges().ended.isEmpty)
  }

  @Test func whoIsHeardAgainBeforeAnybodyAskedHasNotEnded() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    _ = sea.picture.takeChanges()
    sea.clock.advance(seconds: 13 * 3_600)
    sea.picture.advance(to: sea.clock.now)
    try sea.hear(AISLines.position(235_012_345, 51.2, 1.4))
    let changes = sea.picture.takeChanges()
    #expect(changes.tracks.map(\.id.text) == ["235012345"])
    #expect(changes.ended.isEmpty)
  }

  @Test func feedsAreKnownBeforeTheyAreHeard() throws {
    var limits = Picture.Limits()
    limits.feeds = 2
    let sea = try Sea(limits: limits)
    sea.picture.ingest(feed: "unknown", bytes: AISLines.position(235_012_345, 51, 1.4), arrived: sea.clock.now)
    #expect(sea.picture.trackCount == 0 && sea.picture.feedCounts.isEmpty)
    try sea.picture.open(feed: "b", exercise: true)
    try sea.picture.open(feed: "a", exercise: false)
    try sea.picture.open(feed: "b", exercise: false)
    #expect(sea.picture.feedCounts.map(\.name) == ["a", "b"])
    #expect(sea.picture.feedCounts.map(\.exercise) == [false, true])
    #expect(throws: OperationsError.self) { try sea.picture.open(feed: "c", exercise: false) }
  }

  @Test func anExerciseNeverBecomesARealCraft() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    try sea.hear(AISLines.position(235_012_345, 51.1, 1.4), feed: "night", exercise: true)
    #expect(Set(sea.picture.tracks.map(\.id.text)) == ["235012345", "EX235012345"])
    #expect(sea.track("EX235012345")?.exercise == true)
    #expect(sea.track("235012345")?.exercise == false)
    let past = try sea.picture.past(at: sea.clock.now, in: nil)
    #expect(Set(past.filter(\.exercise).map(\.id.text)) == ["EX235012345"])
    #expect(past.allSatisfy { $0.mmsi == 235_012_345 })
  }

  @Test func safetyTextsAreRememberedWithinALimit() throws {
    var limits = Picture.Limits()
    limits.safetyTexts = 1
    let sea = try Sea(limits: limits)
    try sea.hear(AISLines.safetyText(235_012_345, "MAN OVERBOARD"))
    try sea.hear(AISLines.safetyText(235_012_346, "IGNORED"))
    try sea.hear(AISLines.safetyText(235_012_345, "MAN RECOVERED"))
    #expect(sea.picture.safetyText(mmsi: 235_012_345) == "MAN RECOVERED")
    #expect(sea.picture.safetyText(mmsi: 235_012_346) == nil)
  }
}
