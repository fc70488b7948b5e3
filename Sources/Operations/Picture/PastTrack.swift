package import Archive
import Foundation
package import Geodesy
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

  /// Whether it belongs to an exercise.
  package var exercise: Bool { position.isExercise }

  /// What kind of craft it was known to be.
  package var trackClass: TrackClass {
    TrackClass(mmsi: description?.mmsi ?? Self.mmsi(of: id), shipType: description?.shipType)
  }

  /// The number within the name of a track; 0 when there is none.
  static func mmsi(of id: TrackID) -> UInt32 {
    UInt32(id.text.drop { !$0.isNumber }) ?? 0
  }
}

extension StaticReport {
  /// This report with what a newer one of the same craft adds or changes.
  func merged(with newer: StaticReport) -> StaticReport {
    var merged = newer
    merged.name = newer.name ?? name
    merged.callSign = newer.callSign ?? callSign
    merged.imo = newer.imo ?? imo
    merged.shipType = newer.shipType ?? shipType
    merged.lengthMetres = newer.lengthMetres ?? lengthMetres
    merged.beamMetres = newer.beamMetres ?? beamMetres
    merged.toBowMetres = newer.toBowMetres ?? toBowMetres
    merged.toSternMetres = newer.toSternMetres ?? toSternMetres
    merged.toPortMetres = newer.toPortMetres ?? toPortMetres
    merged.toStarboardMetres = newer.toStarboardMetres ?? toStarboardMetres
    merged.draughtMetres = newer.draughtMetres ?? draughtMetres
    merged.destination = newer.destination ?? destination
    merged.eta = newer.eta ?? eta
    return merged
  }
}
