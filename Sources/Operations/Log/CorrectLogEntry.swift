import GRDB
import Ledger
package import Marking

/// Corrects an entry of the watch log: the correction stands beside the entry, which stays as it is.
package struct CorrectLogEntry: Command, Sendable, Hashable {
  static let act = Act.correct
  static let kind = ObjectKind.log

  /// The entry that is corrected.
  package var sequence: Int64
  package var text: String

  /// Whether it is about someone in danger, so that it is written even when the disk is full.
  package var distress: Bool

  package init(_ sequence: Int64, text: String, distress: Bool = false) {
    self.distress = distress
    self.sequence = sequence
    self.text = text
  }

  var priority: EntryPriority { distress ? .distress : .ordinary }

  struct Corrected: Fact {
    static let kind = "log.corrected"
    var entry: Int64
    /// The track that the corrected entry is about, by its identifier.
    var track: String?
    var aggregate: String { WriteLogEntry.aggregate }
    var subjects: [String] { ["log:\(entry)"] + (track.map { ["track:\($0)"] } ?? []) }
  }

  /// The entry belongs to the agency of whoever wrote it. One that does not exist, or that the person may not read, is
  /// judged like one of the centre's, so that no answer tells which numbers there are.
  func object(_ ground: Ground) throws -> Protected {
    guard let entry = try readable(ground) else {
      return Protected(
        kind: .log, item: "log:\(sequence)", marking: ground.marking(.official), ownerAgency: nil,
        side: ObjectKind.log.side)
    }
    return entry.protected
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard let entry = try readable(ground) else {
      throw OperationsError(.notFound, "There is no entry of this number in the log.")
    }
    let text = try LogText.checked(text, ground.limits)
    let fact = Corrected(entry: sequence, track: entry.subject)
    let part = LogText.part(text, about: entry.subject.map { ["track:\($0)"] } ?? [])
    // A correction is for those who may read what it corrects; one of an exercise entry stays exercise, even when the
    // centre no longer exercises.
    let marking = entry.marking.marked(exercise: entry.exercise || ground.settings.exercise)
    return [try EntryDraft(fact, about: entry.about, marking: marking, sealed: [part])]
  }

  private func readable(_ ground: Ground) throws -> LogEntry? {
    let entry = try LogEntry.read(from: sequence, to: sequence, in: ground.views).first
    return entry.flatMap { ground.acting.mayRead($0) ? $0 : nil }
  }
}

extension LogEntry {
  /// The entry as far as access to it depends on it.
  package var protected: Protected {
    Protected(
      kind: .log, item: "log:\(sequence)", marking: marking, ownerAgency: agency, side: ObjectKind.log.side)
  }
}

extension Acting {
  /// Whether the person may read the entry.
  package func mayRead(_ entry: LogEntry) -> Bool { decide(viewer, .see, entry.protected, for: purpose).isPermitted }
}
