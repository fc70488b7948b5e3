package import Archive
import Foundation
package import Geodesy
package import Tracking

extension Picture {
  /// A craft that has been silent for this long at the asked moment is shown as coasting.
  static let coastingAfterSeconds = 360.0

  /// The picture as it was known at a past moment.
  /// - Parameter box: only craft in it; all when nil.
  /// - Parameter reach: leaves out craft that had been silent for longer, in milliseconds; the usual time when nil.
  /// - Throws: what the archive throws when a block cannot be read.
  package func past(
    at moment: Instant, in box: BoundingBox?, reachingBackMilliseconds reach: Int64? = nil
  ) throws -> [PastTrack] {
    let positions = try archive.picture(
      at: moment, knownBy: moment, staleAfterMilliseconds: reach ?? limits.staleAfterMilliseconds
    ).positions.filter { box?.contains($0.position) ?? true }
    let descriptions = try archive.descriptions(of: positions.map(\.trackID), knownBy: moment)
    return positions.map { past($0, descriptions, moment) }
  }

  /// One craft as it was known at a past moment, nil when it had not been heard within the time a picture reaches back.
  package func past(_ id: TrackID, at moment: Instant) throws -> PastTrack? {
    let from = moment.adding(milliseconds: -limits.staleAfterMilliseconds)
    guard let last = try archive.path(trackID: id.text, from: from, to: moment, knownBy: moment).positions.last else {
      return nil
    }
    return past(last, try archive.descriptions(of: [id.text], knownBy: moment), moment)
  }

  /// Where a craft was, oldest first.
  /// - Parameter knownBy: leaves out what was received later; nil for all that is known now.
  package func path(_ id: TrackID, from: Instant, to: Instant, knownBy: Instant?) throws -> ArchiveAnswer {
    try archive.path(trackID: id.text, from: from, to: to, knownBy: knownBy)
  }

  /// Takes up the picture where the archive left it, so that a desk that restarts does not start from an empty sea.
  package func resume(at now: Instant) throws {
    for past in try past(at: now, in: nil) { restore(past) }
  }

  private func past(
    _ position: ArchivedPosition, _ descriptions: [String: [UInt8]], _ moment: Instant
  ) -> PastTrack {
    PastTrack(
      id: TrackID(position.trackID), position: position,
      description: descriptions[position.trackID].flatMap(StaticReportBytes.decode),
      isStale: moment.seconds(since: position.received) > Self.coastingAfterSeconds)
  }
}
