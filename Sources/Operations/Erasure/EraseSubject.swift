import Geodesy
import GRDB
import Ledger
import Marking

/// The order that everything about a subject be erased, by an officer who may and who says why.
package struct EraseSubject: Sendable, Hashable {
  /// The fewest letters of a reason: enough for a reference to the request or the law.
  static let shortestReason = 10

  /// Who or what is erased, such as `track:235012345` or `person:mara`.
  package var subject: String
  /// Who answers for it.
  package var officer: PersonName
  /// Why, with the request or the law that it follows; it names nobody.
  package var reason: String

  package init(_ subject: String, officer: PersonName, reason: String) {
    self.subject = subject
    self.officer = officer
    self.reason = reason
  }

  /// Says who ordered what to be erased. The entry of the erasure itself is the ledger's own and follows it.
  struct Ordered: Fact {
    static let kind = "erasure.ordered"
    var subject: String
    var officer: String
    var aggregate: String { "erasure:\(subject)" }
    var subjects: [String] { [subject] }
  }

  /// The draft of the order, when it is one.
  func draft(_ ground: Ground) throws -> EntryDraft {
    guard reason.count(where: \.isLetter) >= Self.shortestReason, reason.utf8.count <= ground.limits.nameBytes else {
      throw OperationsError(
        .invalid,
        "State the reason with at least \(Self.shortestReason) letters and at most \(ground.limits.nameBytes) bytes.")
    }
    let isKnown = try Row.fetchOne(
      ground.views, sql: "SELECT 1 FROM record_subject WHERE subject = ? LIMIT 1", arguments: [subject])
    guard isKnown != nil else {
      throw OperationsError(
        .notFound, "The ledger names no such subject. A vessel is track:NUMBER, a person person:NAME.")
    }
    let part = PayloadPart(name: PartName.text, bytes: [UInt8](reason.utf8))
    return try EntryDraft(
      Ordered(subject: subject, officer: officer.text), about: ground.now, marking: ground.marking(.official),
      sealed: [part])
  }
}

/// What an erasure did.
package struct ErasureOutcome: Sendable, Hashable {
  /// The sequence of the entry that records who ordered it.
  package let order: Int64
  /// The sequence of the entry that records the erasure.
  package let erasure: Int64
  /// Blocks of the archive that were written anew without the subject.
  package let blocks: Int
}
