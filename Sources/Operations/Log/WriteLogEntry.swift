package import Geodesy
import Ledger
package import Marking

/// Writes an entry in the watch log.
package struct WriteLogEntry: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  /// The text as typed; it is kept so.
  package var text: String
  /// The time that it is about; nil for now.
  package var about: Instant?
  /// The track that it is about, by its identifier.
  package var subject: String?
  /// Who may read it; everyone on watch, when nothing limits it.
  package var marking: Marking

  /// Whether it is about someone in danger, so that it is written even when the disk is full.
  package var distress: Bool

  package init(
    text: String, about: Instant? = nil, subject: String? = nil, marking: Marking = .official, distress: Bool = false
  ) {
    self.distress = distress
    self.text = text
    self.about = about
    self.subject = subject
    self.marking = marking
  }

  var priority: EntryPriority { distress || LogText.isDistressDevice(subject) ? .distress : .ordinary }

  /// The aggregate of every entry of the log.
  static let aggregate = "log"

  struct Written: Fact {
    static let kind = "log.written"
    /// The track that it is about, by its identifier.
    var track: String?
    var aggregate: String { WriteLogEntry.aggregate }
    var subjects: [String] { track.map { ["track:\($0)"] } ?? [] }
  }

  /// Nobody writes what they could not read.
  func object(_ ground: Ground) throws -> Protected {
    Protected(
      kind: .log, marking: ground.marking(marking), ownerAgency: ground.acting.viewer.agency, side: ObjectKind.log.side)
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard marking.text.utf8.count <= ground.limits.markingBytes else {
      throw OperationsError(.limit, "A marking has at most \(ground.limits.markingBytes) bytes.")
    }
    let text = try LogText.checked(text, ground.limits)
    if let subject, !LogText.isTrackIdentifier(subject) {
      throw OperationsError(.invalid, "The subject of an entry is the identifier of a track.")
    }
    let about = about ?? ground.now
    guard about <= ground.now.adding(milliseconds: ground.limits.logAheadMilliseconds) else {
      throw OperationsError(.invalid, "The time that the entry is about lies too far ahead.")
    }
    let fact = Written(track: subject)
    let part = LogText.part(text, about: fact.subjects)
    return [try EntryDraft(fact, about: about, marking: ground.marking(marking), sealed: [part])]
  }
}

/// The rules for what stands in the log.
enum LogText {
  /// The longest identifier of a track, in bytes.
  static let longestIdentifierBytes = 64

  /// The first digits of the numbers of devices that call for help: search and rescue transmitters, devices for persons
  /// overboard, and distress radio beacons (ITU-R M.585-9, annex 2).
  private static let distressPrefixes = ["970", "972", "974"]

  /// Whether a track is that of a device that calls for help.
  static func isDistressDevice(_ track: String?) -> Bool {
    guard let track else { return false }
    let digits = track.hasPrefix("EX") ? track.dropFirst(2) : track[...]
    return digits.utf8.count == 9 && distressPrefixes.contains { digits.hasPrefix($0) }
  }

  /// The text as typed, when it can stand in the log.
  static func checked(_ text: String, _ limits: OperationsLimits) throws -> String {
    guard text.utf8.count <= limits.logTextBytes else {
      throw OperationsError(.limit, "An entry has at most \(limits.logTextBytes) bytes; split it.")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw OperationsError(.invalid, "An entry needs some text.")
    }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\r" || $0 == "\t" || (" "..."~").contains($0)
        || $0.properties.generalCategory != .control
    }
    guard isPlain else { throw OperationsError(.invalid, "The text holds control characters.") }
    return text
  }

  /// Whether a text can name a track.
  static func isTrackIdentifier(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let others = Set("-_.:".utf8)
    return (1...longestIdentifierBytes).contains(bytes.count)
      && bytes.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || others.contains($0)
      }
  }

  /// The part with the text, sealed for the track that it is about: what a vessel's erasure takes away goes with it.
  static func part(_ text: String, about subjects: [String]) -> PayloadPart {
    PayloadPart(name: PartName.text, subjects: subjects, bytes: [UInt8](text.utf8))
  }
}
