import Ledger
import Marking
package import Tracking

/// Says by hand that a craft which sensors show carries a transponder, that it does not, or that the desk is to judge again.
package struct CorrelateTrack: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  /// What somebody on watch says.
  package enum Word: String, Sendable, Hashable, Codable, CaseIterable {
    case together
    case apart
    case undone
  }

  /// The craft that sensors show.
  package var track: TrackID
  /// The number of the transponder.
  package var mmsi: UInt32
  package var word: Word

  package init(_ track: TrackID, mmsi: UInt32, _ word: Word) {
    self.track = track
    self.mmsi = mmsi
    self.word = word
  }

  struct Correlated: Fact {
    static let kind = "track.correlated"
    var track: String
    var other: String
    var word: Word
    var aggregate: String { "track:\(track)" }
    var subjects: [String] { ["track:\(track)", "track:\(other)"] }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard track.sensedNumber != nil else {
      throw OperationsError(.invalid, "Only a craft that sensors show is joined by hand, such as S17.")
    }
    guard (1...999_999_999).contains(mmsi) else { throw OperationsError(.invalid, "A number has nine digits.") }
    let other = TrackID(mmsi: mmsi, exercise: track.isExercise).text
    let fact = Correlated(track: track.text, other: other, word: word)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

extension Centre {
  /// Records what somebody on watch says of a craft and a transponder, and lets the picture obey.
  ///
  /// - Throws: `OperationsError` with the code `notFound` when the picture has no such craft.
  package func correlate(
    _ command: CorrelateTrack, in picture: Picture, as acting: Acting, key: String? = nil
  ) async throws {
    try await permit(.append, .log, as: acting)
    guard picture.track(command.track) != nil || command.word == .undone else {
      throw OperationsError(.notFound, "There is no such craft now.")
    }
    _ = try await perform(command, as: acting, key: key)
    let together: Bool? =
      switch command.word {
      case .together: true
      case .apart: false
      case .undone: nil
      }
    _ = picture.obey(command.track, mmsi: command.mmsi, together: together)
  }
}
