import GRDB
import Ledger
import Marking

/// The recorded decision that one contact report may serve law enforcement: the only road through the wall.
package struct DecideReuse: Command, Sendable, Hashable {
  static let act = Act.disclose
  static let kind = ObjectKind.incident

  package var contact: String
  package var legalBasis: String

  package init(_ contact: String, legalBasis: String) {
    self.contact = contact
    self.legalBasis = legalBasis
  }

  struct Decided: Fact {
    static let kind = "wall.opened"
    var item: String
    var officer: String
    var aggregate: String { item }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    _ = try ground.shelf.book(in: ground.views, keeps: false).contact(contact)
    let basis = try ground.needed(legalBasis, "State the legal basis.")
    let fact = Decided(item: RescueNames.contact(contact), officer: ground.acting.viewer.name)
    return [try ground.draft(fact, text: basis)]
  }
}

/// The decisions that open the wall, one for each item.
struct WallView: LedgerView {
  let name = "wall"
  let version = 1

  static let table = BelievedTable(name: "wall", key: [.text("item")], values: [.text("officer"), .text("basis")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try entry.fact(DecideReuse.Decided.self), let basis = entry.text(PartName.text) else { return }
    try Self.table.believe(
      ["item": fact.item, "officer": fact.officer, "basis": basis], from: entry.sequence, in: db)
  }

  /// Without its basis a decision opens nothing.
  func purge(subject: String, from db: Database) throws {
    try db.execute(sql: "DELETE FROM wall WHERE item = ?", arguments: [subject])
  }

  static func decision(_ item: String, in db: Database) throws -> ReuseDecision? {
    guard let row = try table.now(["item": item], in: db) else { return nil }
    return ReuseDecision(officer: row["officer"], legalBasis: row["basis"], item: item)
  }
}

extension Centre {
  /// Opens the wall for one report, by a decision that is recorded with its officer and its legal basis.
  package func open(_ command: DecideReuse, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  /// One report for somebody on the side of law enforcement: refused unless a recorded decision is about this very report.
  ///
  /// Every look is an entry of its own.
  package func contactUnderDecision(_ id: String, as acting: Acting) async throws -> Contact {
    let item = RescueNames.contact(id)
    let reuse = try await ledger.read { db in try WallView.decision(item, in: db) }
    let object = Protected(
      kind: .incident, item: item, marking: .official.marked(exercise: settings.exercise), ownerAgency: nil,
      side: .rescue)
    let decision = decide(acting.viewer, .see, object, for: acting.purpose, given: reuse)
    guard decision.isPermitted else {
      let error = OperationsError(decision.reasons)
      try await recordRefusal(error, act: .see, kind: .incident, item: item, as: acting)
      throw error
    }
    let fact = Consulted(
      scope: .incidents, means: acting.means.text, shown: [item], asOf: nil, hasQuestion: false)
    let now = surroundings.now()
    let marking = object.marking
    _ = try await append(as: acting) { _ in [try EntryDraft(fact, about: now, marking: marking)] }
    return try await rescueBook().contact(id)
  }
}
