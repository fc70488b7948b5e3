/// Who may see what, said a second time and naively: what the desk decides is compared with it.
struct Rights {
  /// What is asked for.
  enum Scope: String {
    case picture, track, search, log, record, people
  }

  private struct State {
    var roles: Set<String>
    var isActive: Bool
    /// The step at which it stood in the ledger.
    var said: Int
    /// The step at which the desk had answered for it; nil as long as it has not.
    var effective: Int?
  }

  private static let readers: [Scope: Set<String>] = {
    let picture: Set<String> = [
      "watchOfficer", "intelligenceOfficer", "analyst", "caseOfficer", "liaisonOfficer", "dataProtectionOfficer",
    ]
    return [
      .picture: picture, .track: picture, .search: picture, .log: picture.union(["referralOfficer"]),
      .record: ["dataProtectionOfficer"], .people: ["administrator", "dataProtectionOfficer"],
    ]
  }()

  private var states: [String: [State]] = [:]
  /// Sessions that have ended: the step from which none may be answered.
  private var ended: [String: Int?] = [:]

  /// Takes over what an entry says of a person.
  mutating func note(_ kind: String, person: String, roles: [String]?, step: Int) {
    let last = states[person]?.last
    let state: State
    switch kind {
    case "person.added", "person.changed":
      state = State(roles: Set(roles ?? []), isActive: last?.isActive ?? true, said: step)
    case "person.disabled": state = State(roles: last?.roles ?? [], isActive: false, said: step)
    case "person.enabled": state = State(roles: last?.roles ?? [], isActive: true, said: step)
    default: return
    }
    states[person, default: []].append(state)
  }

  mutating func noteEnd(of session: String) { ended[session] = .some(nil) }

  /// The desk has answered for everything that the ledger says of a person by now.
  mutating func tookEffect(for person: String, at step: Int) {
    for index in states[person]?.indices ?? 0..<0 where states[person]?[index].effective == nil {
      states[person]?[index].effective = step
    }
  }

  mutating func tookEffectForAll(at step: Int) {
    for person in states.keys { tookEffect(for: person, at: step) }
    for session in ended.keys where ended[session] == .some(nil) { ended[session] = step }
  }

  mutating func endTookEffect(of session: String, at step: Int) {
    if ended[session] == .some(nil) { ended[session] = step }
  }

  /// Whether a person may have been shown something at some time between two steps.
  func mayHaveSeen(_ scope: Scope, _ person: String, from: Int, to: Int) -> Bool {
    let history = states[person] ?? []
    let first = history.lastIndex { ($0.effective ?? .max) <= from } ?? 0
    return history.dropFirst(first).contains { state in
      state.said <= to && state.isActive && !state.roles.isDisjoint(with: Self.readers[scope] ?? [])
    }
  }

  /// Whether the ledger says now that a person has access.
  func isActive(_ person: String) -> Bool { states[person]?.last?.isActive ?? false }

  /// Whether the ledger has said anything of a person's rights since a step.
  func haveChanged(_ person: String, since step: Int) -> Bool {
    states[person]?.last.map { $0.said >= step } ?? false
  }

  /// Whether a session had ended, and the desk answered for it, before a step.
  func hadEnded(_ session: String, before step: Int) -> Bool {
    guard let effective = ended[session], let effective else { return false }
    return effective < step
  }
}
