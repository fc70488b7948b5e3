package import Archive
import Foundation
import Geodesy
package import Tracking

/// A craft as it was known at a past moment, out of the archive.
package struct PastTrack: Sendable {
  /// The name of its track.
  package let id: TrackID
  /// The last position that had been received by then.
  package let position: ArchivedPosition
  /// What it had said of itself by then, the newest of each field.
  package let description: StaticReport?
  /// Whether it had been silent for longer than a craft under way is.
  package let isStale: Bool

  /// The number that its transponder sends.
  package var mmsi: UInt32 { description?.mmsi ?? Self.mmsi(of: id) }

  /// Whether it belongs to an exercise.
  package var exercise: Bool { position.isExercise }

  /// What kind of craft it was known to be.
  package var trackClass: TrackClass {
    TrackClass(mmsi: mmsi, shipType: description?.shipType)
  }

  /// The number within the name of a track; 0 when there is none.
  static func mmsi(of id: TrackID) -> UInt32 {
    UInt32(id.text.drop { !$0.isNumber }) ?? 0
  }
}

extension StaticReport {
  /// All that a track has said of itself, as one report.
  package init(_ track: Track) {
    let known = track.statics
    self.init(
      mmsi: track.mmsi, at: track.lastHeard, received: track.lastHeard, source: track.sources.sorted().first ?? "",
      exercise: track.exercise, name: known.name?.value, callSign: known.callSign?.value, imo: known.imo?.value,
      shipType: known.shipType?.value, lengthMetres: known.lengthMetres?.value, beamMetres: known.beamMetres?.value,
      toBowMetres: known.toBowMetres?.value, toSternMetres: known.toSternMetres?.value,
      toPortMetres: known.toPortMetres?.value, toStarboardMetres: known.toStarboardMetres?.value,
      draughtMetres: known.draughtMetres?.value, destination: known.destination?.value, eta: known.eta?.value)
  }
}
