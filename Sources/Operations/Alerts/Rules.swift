import Foundation
import GRDB
import Ledger
import Marking
package import Tracking

/// The rules by which behaviour is judged were changed by somebody on watch.
struct RulesChanged: Fact {
  static let kind = "rules.changed"
  static let aggregate = "rules"

  var rules: [BehaviourRule]
  var aggregate: String { Self.aggregate }
}

/// Changes one of the rules by which behaviour is judged.
package struct ChangeRule: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  package var rule: BehaviourRule

  package init(_ rule: BehaviourRule) { self.rule = rule }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    var rules = try RulesView.read(in: ground.views)
    guard let index = rules.firstIndex(where: { $0.id == rule.id }) else {
      throw OperationsError(.notFound, "There is no such rule.")
    }
    rules[index] = rule
    return [try EntryDraft(RulesChanged(rules: rules), about: ground.now, marking: ground.marking(.official))]
  }
}

/// The rules as they are.
struct RulesView: LedgerView {
  let name = "rules"
  let version = 1

  static let table = BelievedTable(name: "rules", key: [.integer("one")], values: [.text("rules")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try entry.fact(RulesChanged.self) else { return }
    let text = String(decoding: try JSONEncoder.sorted.encode(fact.rules), as: UTF8.self)
    try Self.table.believe(["one": 1, "rules": text], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}

  /// The rules as known; the standard ones until somebody has changed one. A kind that came with a newer version is added.
  static func read(_ asKnown: AsKnown = .now, in db: Database) throws -> [BehaviourRule] {
    let text = try String.fetchOne(db, sql: "SELECT rules FROM rules WHERE \(asKnown.condition())")
    guard let text else { return BehaviourRules.standard }
    let changed = try JSONDecoder().decode([BehaviourRule].self, from: Data(text.utf8))
    let known = Set(changed.map(\.id))
    return changed + BehaviourRules.standard.filter { !known.contains($0.id) }
  }
}

extension Centre {
  /// The rules by which behaviour is judged, for the desk itself.
  package func rules() async throws -> [BehaviourRule] {
    try await ledger.read { db in try RulesView.read(in: db) }
  }

  /// The rules, for whoever may see the picture.
  package func rules(as acting: Acting) async throws -> [BehaviourRule] {
    try await permit(.see, .picture, as: acting)
    return try await rules()
  }

  /// Changes a rule.
  package func change(_ command: ChangeRule, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }
}
