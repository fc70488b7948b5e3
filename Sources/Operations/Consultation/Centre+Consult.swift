import Geodesy
import Ledger
package import Marking
import Synchronization

/// Says that someone looked at something.
struct Consulted: Fact {
  static let kind = "consulted"
  var scope: Consultation.Scope
  /// The session or token in which it was looked at.
  var means: String
  /// What was shown.
  var shown: [String]
  var asOf: Instant?
  var hasQuestion: Bool
  var aggregate: String { "consultation" }
  var subjects: [String] { shown }
}

extension Centre {
  /// Records that something is looked at, once a session and hour; to be called before it is shown.
  ///
  /// - Parameter object: what is looked at, for the rules of access; the centre's own object of the scope's kind by
  ///   default.
  /// - Throws: `OperationsError` with code `refused` when the person may not, `limit` when the consultation names too
  ///   much or the session has looked at too much in this hour.
  package func consult(
    _ consultation: Consultation, as stated: Acting, of object: Protected? = nil
  ) async throws {
    let kind = object?.kind ?? consultation.scope.kind
    if let object {
      try await permit(.see, object, as: stated)
    } else {
      try await permit(.see, kind, as: stated)
    }
    guard consultation.subjects.count <= limits.consultationSubjects else {
      throw OperationsError(.limit, "A consultation names at most \(limits.consultationSubjects) subjects.")
    }
    guard consultation.question?.utf8.count ?? 0 <= limits.searchBytes else {
      throw OperationsError(.limit, "A search has at most \(limits.searchBytes) bytes.")
    }
    let acting = stated.settled(for: .see, on: kind, exercise: settings.exercise)
    let now = surroundings.now()
    let key = ConsultationBook.Key(
      means: acting.means, scope: consultation.scope, subjects: consultation.subjects,
      question: consultation.question, tenMinutes: consultation.asOf.map { $0.millisecondsSince1970 / 600_000 })
    try await consultations.once(key, at: now) { [self] in
      let fact = Consulted(
        scope: consultation.scope, means: acting.means.text, shown: consultation.subjects, asOf: consultation.asOf,
        hasQuestion: consultation.question != nil)
      // What was asked may name a person, so it stands in a part of its own.
      let question = consultation.question.map { PayloadPart(name: PartName.text, bytes: [UInt8]($0.utf8)) }
      let marking = object?.marking ?? .official
      let draft = try EntryDraft(
        fact, about: now, marking: marking.marked(exercise: settings.exercise), sealed: question.map { [$0] } ?? [])
      do {
        _ = try await append(as: acting) { _ in [draft] }
      } catch let error as LedgerError where error.code == .diskFull && kind.servesRescue {
        lateConsultations.withLock { $0.add(LateConsultations.Waiting(acting: acting, draft: draft)) }
      }
    }
  }
}

extension ObjectKind {
  /// Whether someone in danger may depend on its being seen, so that it is shown even when the record of that must wait.
  fileprivate var servesRescue: Bool { [.picture, .log, .feeds, .incident].contains(self) }
}
