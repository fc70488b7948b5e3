import Archive
import Foundation
import Geodesy
import Tracking

@testable import Operations

/// A picture over an archive in a folder of its own, with a clock that stands until it is moved.
final class Sea {
  let folder: TestFolder
  let clock: TestClock
  let archive: Archive
  let picture: Picture

  init(limits: Picture.Limits = Picture.Limits(), thinning: ThinningRule = .usual) throws {
    let folder = try TestFolder()
    let clock = TestClock()
    archive = try Archive(
      path: folder.url.appending(path: "positions").path, thinning: thinning, now: { clock.now })
    picture = Picture(archive: archive, limits: limits)
    (self.folder, self.clock) = (folder, clock)
  }

  private init(folder: TestFolder, clock: TestClock, archive: Archive) {
    (self.folder, self.clock, self.archive) = (folder, clock, archive)
    picture = Picture(archive: archive)
  }

  /// The same sea after the process has ended and begun anew.
  func reopened() throws -> Sea {
    try archive.flush()
    try archive.flushDescriptions()
    let clock = clock
    let again = Sea(
      folder: folder, clock: clock, archive: try Archive(path: archive.path, now: { clock.now }))
    try again.picture.resume(at: clock.now)
    return again
  }

  func hear(_ lines: [UInt8]..., feed: String = "shore", exercise: Bool = false) throws {
    try picture.open(feed: feed, exercise: exercise)
    picture.ingest(feed: feed, bytes: lines.flatMap { $0 }, arrived: clock.now)
  }

  func track(_ id: String) -> Track? { picture.track(TrackID(id)) }

  /// The names that a past picture shows, by track.
  func names(at moment: Instant) throws -> [String: String?] {
    try Dictionary(
      uniqueKeysWithValues: picture.past(at: moment, in: nil).map { ($0.id.text, $0.description?.name) })
  }
}
