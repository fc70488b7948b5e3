import Archive
import Geodesy
import Testing
import Tracking

@testable import Operations

@Suite("The picture as it was known")
struct PicturePastTests {
  @Test func showsWhereEachCraftWasThen() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    sea.clock.advance(seconds: 60)
    let moment = sea.clock.now
    sea.clock.advance(seconds: 60)
    try sea.hear(AISLines.position(235_012_345, 51.004, 1.404), AISLines.position(235_012_346, 51, 1.5))
    let then = try sea.picture.past(at: moment, in: nil)
    #expect(then.map(\.id.text) == ["235012345"])
    #expect(((then.first?.position.position.latitudeDegrees ?? 0) - 51).magnitude < 1e-6)
    #expect(try sea.picture.past(at: sea.clock.now, in: nil).count == 2)
    let east = try #require(BoundingBox(south: 50, west: 1.45, north: 52, east: 2))
    #expect(try sea.picture.past(at: sea.clock.now, in: east).map(\.id.text) == ["235012346"])
    #expect(try sea.picture.past(TrackID("235012346"), at: moment) == nil)
    #expect(try sea.picture.past(TrackID("235012346"), at: sea.clock.now) != nil)
    #expect(try sea.picture.past(at: moment.adding(milliseconds: -120_000), in: nil).isEmpty)
  }

  @Test func aCraftIsCalledWhatItWasCalledThen() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4), AISLines.statics(235_012_345, name: "OLD NAME"))
    sea.clock.advance(seconds: 300)
    let moment = sea.clock.now
    sea.clock.advance(seconds: 300)
    try sea.hear(
      AISLines.statics(235_012_345, name: "NEW NAME", message: 2), AISLines.position(235_012_345, 51.02, 1.42))
    try sea.archive.flushDescriptions()
    #expect(try sea.names(at: moment) == ["235012345": "OLD NAME"])
    #expect(try sea.names(at: sea.clock.now) == ["235012345": "NEW NAME"])
    #expect(try sea.picture.past(TrackID("235012345"), at: moment)?.description?.name == "OLD NAME")
    #expect(sea.track("235012345")?.statics.name?.value == "NEW NAME")
  }

  /// Its name came before its first position, and is never said differently again.
  @Test func aCraftThatNamedItselfFirstHasItsNameInThePast() throws {
    let sea = try Sea()
    try sea.hear(AISLines.statics(235_012_345, name: "EARLY"))
    sea.clock.advance(seconds: 30)
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    sea.clock.advance(seconds: 30)
    try sea.hear(AISLines.statics(235_012_345, name: "EARLY", message: 2))
    #expect(sea.track("235012345")?.statics.name?.value == "EARLY")
    #expect(try sea.names(at: sea.clock.now) == ["235012345": "EARLY"])
    #expect(try sea.reopened().names(at: sea.clock.now) == ["235012345": "EARLY"])
  }

  @Test func aCraftThatHasBeenSilentIsStale() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    #expect(try sea.picture.past(at: sea.clock.now, in: nil).map(\.isStale) == [false])
    sea.clock.advance(seconds: 361)
    #expect(try sea.picture.past(at: sea.clock.now, in: nil).map(\.isStale) == [true])
    sea.clock.advance(seconds: 1_800)
    #expect(try sea.picture.past(at: sea.clock.now, in: nil).isEmpty)
  }

  @Test func thePathIsWhatWasReceivedByThen() throws {
    let sea = try Sea()
    let start = sea.clock.now
    for step in 0..<4 {
      try sea.hear(AISLines.position(235_012_345, 51 + 0.0003 * Double(step), 1.4))
      sea.clock.advance(seconds: 10)
    }
    let id = TrackID("235012345")
    let whole = try sea.picture.path(id, from: start, to: sea.clock.now, knownBy: nil).positions
    #expect(whole.count == 4)
    #expect(whole.map(\.at) == whole.map(\.at).sorted())
    let known = start.adding(milliseconds: 15_000)
    #expect(try sea.picture.path(id, from: start, to: sea.clock.now, knownBy: known).positions.count == 2)
    #expect(try sea.picture.path(TrackID("none"), from: start, to: sea.clock.now, knownBy: nil).positions.isEmpty)
  }

  @Test func aDeskThatRestartsTakesUpItsPicture() throws {
    let sea = try Sea()
    try sea.hear(
      AISLines.position(235_012_345, 51, 1.4), AISLines.statics(235_012_345, name: "TITAN", callSign: "GBTT"))
    try sea.hear(AISLines.position(235_012_346, 51, 1.5), feed: "night", exercise: true)
    sea.clock.advance(seconds: 60)
    let again = try sea.reopened()
    #expect(Set(again.picture.tracks.map(\.id.text)) == ["235012345", "EX235012346"])
    let titan = try #require(again.track("235012345"))
    #expect(titan.statics.name?.value == "TITAN" && titan.statics.callSign?.value == "GBTT")
    #expect((titan.position.latitudeDegrees - 51).magnitude < 1e-5)
    #expect(titan.lastHeard == again.clock.now.adding(milliseconds: -60_000))
    #expect(again.track("EX235012346")?.exercise == true)
    #expect(again.picture.search("titan", limit: 5).found.count == 1)
    // What is heard next continues the track and is no second one.
    try again.hear(AISLines.position(235_012_345, 51.002, 1.402))
    #expect(again.picture.trackCount == 2)
    #expect(again.track("235012345")?.flags.isEmpty == true)
  }

  @Test func whatIsTooOldIsNotTakenUp() throws {
    let sea = try Sea()
    try sea.hear(AISLines.position(235_012_345, 51, 1.4))
    sea.clock.advance(seconds: 3_600)
    #expect(try sea.reopened().picture.trackCount == 0)
  }
}
