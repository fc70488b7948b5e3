import Archive
import Foundation
import Geodesy
import Tracking

extension Picture {
  /// Hands positions and new descriptions to the archive. What it refuses is counted there; what it cannot write now is
  /// counted here, for the picture goes on when a disk does not.
  func keep(_ positions: [ArchivedPosition], _ descriptions: [StaticReport]) {
    do {
      if !positions.isEmpty { try archive.append(positions) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      for report in descriptions {
        let id = TrackID(mmsi: report.mmsi, exercise: report.exercise)
        try archive.describe(trackID: id.text, received: report.received, body: [UInt8](encoder.encode(report)))
      }
    } catch {
      noteArchiveFailure()
    }
  }
}

extension ArchivedPosition {
  /// What is kept of an observation.
  init(_ observation: SensorObservation, _ track: Track) {
    var flags: Flags = observation.exercise ? .exercise : []
    if track.flags.contains(.implausibleJump) { flags.insert(.implausibleJump) }
    self.init(
      trackID: track.id.text, at: observation.at, received: observation.received, position: observation.position,
      speedKnots: observation.speedKnots, courseDegrees: observation.courseDegrees,
      headingDegrees: observation.headingDegrees, flags: flags)
  }

  /// Whether it belongs to an exercise.
  package var isExercise: Bool { flags.contains(.exercise) }
}
