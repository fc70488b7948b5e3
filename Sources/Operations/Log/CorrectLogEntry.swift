import GRDB
import Ledger
import Marking

/// Corrects an entry of the watch log: the correction stands beside the entry, which stays as it is.
package struct CorrectLogEntry: Command, Sendable, Hashable {
  static let act = Act.correct
  static let kind = ObjectKind.log

  /// The entry that is corrected.
  package var sequence: Int64
  package var text: String

  package init(_ sequence: Int64, text: String) {
    self.sequence = sequence
    self.text = text
  }

  struct Corrected: Fact {
    static let kind = "log.corrected"
    var entry: Int64
    /// The track that the corrected entry is about, by its identifier.
    var track: String?
    var aggregate: String { WriteLogEntry.aggregate }
    var subjects: [String] { ["log:\(entry)"] + (track.map { ["track:\($0)"] } ?? []) }
  }

  /// The entry belongs to the agency of whoever wrote it. One that does not exist is judged like one of the centre's,
  /// so that a refusal does not tell which numbers there are.
  func object(_ ground: Ground) throws -> Protected {
    let entry = try LogEntry.read(from: sequence, to: sequence, in: ground.views).first
    return Protected(
      kind: .log, item: "log:\(sequence)",
      marking: .official.marked(exercise: entry?.exercise ?? ground.settings.exercise), ownerAgency: entry?.agency,
      side: ObjectKind.log.side)
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let entry = try existing(ground)
    let text = try LogText.checked(text, ground.limits)
    let fact = Corrected(entry: sequence, track: entry.subject)
    let part = LogText.part(text, about: entry.subject.map { ["track:\($0)"] } ?? [])
    // A correction of an exercise entry stays exercise, even when the centre no longer exercises.
    let marking = Marking.official.marked(exercise: entry.exercise || ground.settings.exercise)
    return [try EntryDraft(fact, about: entry.about, marking: marking, sealed: [part])]
  }

  private func existing(_ ground: Ground) throws -> LogEntry {
    guard let entry = try LogEntry.read(from: sequence, to: sequence, in: ground.views).first else {
      throw OperationsError(.notFound, "There is no entry of this number in the log.")
    }
    return entry
  }
}
