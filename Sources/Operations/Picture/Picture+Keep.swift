import Archive
import Foundation
import Geodesy
import Tracking

extension Picture {
  /// What the archive is to keep of some bytes of a feed.
  struct Kept {
    var positions: [ArchivedPosition] = []
    var descriptions: [StaticReport] = []
  }

  /// Hands positions and new descriptions to the archive. What it refuses is counted there; what it cannot write now is
  /// counted here, for the picture goes on when a disk does not.
  func keep(_ kept: Kept) {
    do {
      if !kept.positions.isEmpty { try archive.append(kept.positions) }
      for report in kept.descriptions {
        let id = TrackID(mmsi: report.mmsi, exercise: report.exercise)
        try archive.describe(trackID: id.text, received: report.received, body: StaticReportBytes.encode(report))
      }
    } catch {
      noteArchiveFailure()
    }
  }
}

extension ArchivedPosition {
  /// What is kept of an observation of a track that the tracker keeps in a slot.
  init(_ observation: SensorObservation, _ id: TrackID, _ trackFlags: Set<TrackFlag>, slot: Int) {
    var flags: Flags = observation.exercise ? .exercise : []
    if !trackFlags.isEmpty, trackFlags.contains(.implausibleJump) { flags.insert(.implausibleJump) }
    self.init(
      trackID: id.text, at: observation.at, received: observation.received, position: observation.position,
      speedKnots: observation.speedKnots, courseDegrees: observation.courseDegrees,
      headingDegrees: observation.headingDegrees, flags: flags, hint: Int32(clamping: slot))
  }

  /// What is kept of a craft that has no transponder, where it is now.
  init(_ track: Track) {
    self.init(
      trackID: track.id.text, at: track.state.at, received: track.lastHeard, position: track.position,
      speedKnots: track.state.speedKnots, courseDegrees: track.state.courseDegrees,
      flags: track.exercise ? .exercise : [])
  }

  /// Whether it belongs to an exercise.
  package var isExercise: Bool { flags.contains(.exercise) }
}
