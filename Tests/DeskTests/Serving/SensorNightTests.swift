import Archive
import Foundation
import Exercise
import Geodesy
import Operations
import Testing
import Tracking

@testable import Desk

@Suite("A night of sensors on the picture")
struct SensorNightTests {
  /// Plays some of a night into a picture, as the desk does.
  private func play(seed: UInt64, minutes: Int64) throws -> (picture: Picture, night: Night, folder: TestFolder) {
    let folder = try TestFolder()
    let start = Instant(millisecondsSince1970: 1_637_700_000_000)
    let night = Night(seed: seed, start: start, hours: 4)
    let archive = try Archive(path: folder.url.appending(path: "positions").path, now: { start })
    let picture = Picture(archive: archive)
    try ExercisePlayer.open(night.feeds, in: picture)
    var told = start
    for emission in night.emissions() where emission.at <= start.adding(milliseconds: minutes * 60_000) {
      picture.ingest(
        feed: ExercisePlayer.name(of: night.feeds[emission.feed]), bytes: emission.bytes, arrived: emission.at)
      guard emission.at.seconds(since: told) >= 1 else { continue }
      told = emission.at
      picture.advance(to: told)
      _ = picture.takeChanges()
    }
    return (picture, night, folder)
  }

  @Test func sensorsShowWhatSaysNothingOfItselfAndSupportWhatDoes() throws {
    let (picture, night, folder) = try play(seed: 3, minutes: 7)
    defer { withExtendedLifetime(folder) {} }
    #expect(picture.feedCounts.allSatisfy { $0.refused == 0 }, "\(picture.feedCounts.map(\.refusals))")
    let tracks = picture.tracks
    let sensed = tracks.filter { $0.trackClass == .sensed }
    #expect(!sensed.isEmpty && sensed.allSatisfy { $0.mmsi == nil && $0.exercise && $0.sensed != nil })
    // Ships within the reach of the radars are one track each, and say that radars show them too.
    let supported = tracks.filter { $0.mmsi != nil && $0.sensed != nil }
    #expect(supported.count > 20)
    #expect(tracks.contains { $0.trackClass == .aircraft })
    // Each boat that sensors show lies where there truly is something.
    let truth = night.truth(at: night.start.adding(milliseconds: 7 * 60_000)).map(\.position)
    let firm = sensed.filter { $0.status == .live && ($0.sensed?.existence ?? 0) > 0.99 && $0.observationsCount > 30 }
    let real = firm.filter { track in
      truth.contains { place in
        let way = TangentPlane(origin: place).local(track.position)
        return (way.eastMetres * way.eastMetres + way.northMetres * way.northMetres).squareRoot() < 600
      }
    }
    #expect(Double(real.count) >= 0.8 * Double(firm.count), "\(real.count) of \(firm.count)")
    let why = try #require(supported.first?.sensed)
    #expect(!why.sightings.isEmpty && !why.contributions.isEmpty && why.contributions.count <= 50)
  }

  @Test func aCraftIsFoundByItsNameAndJoinedByHand() throws {
    let (picture, _, folder) = try play(seed: 3, minutes: 6)
    defer { withExtendedLifetime(folder) {} }
    let craft = try #require(picture.tracks.first { $0.trackClass == .sensed && $0.status == .live })
    #expect(picture.search(craft.id.text, limit: 3).found.first?.id == craft.id)
    #expect(picture.obey(craft.id, mmsi: 235_990_000, together: false))
    #expect(picture.obey(craft.id, mmsi: 235_990_000, together: nil))
    #expect(!picture.obey(TrackID(sensed: 999_999, exercise: true), mmsi: 1, together: true))
    #expect(picture.sensorTroubles.isEmpty)
  }
}
