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

  /// The number that its transponder sends; nil for a craft that only sensors without identity showed.
  package var mmsi: UInt32? { description?.mmsi ?? id.mmsi }

  /// Whether it belongs to an exercise.
  package var exercise: Bool { position.isExercise }

  /// What kind of craft it was known to be.
  package var trackClass: TrackClass {
    mmsi == nil && id.sensedNumber != nil ? .sensed : TrackClass(mmsi: mmsi, shipType: description?.shipType)
  }
}

extension StaticReport {
  /// All that a track has said of itself, as one report; nil for a craft that has no transponder to say it with.
  package init?(_ track: Track) {
    guard let mmsi = track.mmsi else { return nil }
    let known = track.statics
    self.init(
      mmsi: mmsi, at: track.lastHeard, received: track.lastHeard, source: track.sources.sorted().first ?? "",
      exercise: track.exercise, name: known.name?.value, callSign: known.callSign?.value, imo: known.imo?.value,
      shipType: known.shipType?.value, lengthMetres: known.lengthMetres?.value, beamMetres: known.beamMetres?.value,
      toBowMetres: known.toBowMetres?.value, toSternMetres: known.toSternMetres?.value,
      toPortMetres: known.toPortMetres?.value, toStarboardMetres: known.toStarboardMetres?.value,
      draughtMetres: known.draughtMetres?.value, destination: known.destination?.value, eta: known.eta?.value)
  }
}
