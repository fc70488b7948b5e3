import Geodesy
import GRDB
import Ledger
package import Marking

extension Centre {
  /// Decides whether the person may, carries the command out, and records it when it is refused.
  ///
  /// - Parameter key: a value that the caller chose for this one command; a repeated command is one command.
  func perform(_ command: some Command, as stated: Acting, key: String? = nil) async throws -> AppendReceipt {
    let act = type(of: command).act
    let acting = stated.settled(for: act, on: command.kind(for: stated), exercise: settings.exercise)
    do {
      return try await append(as: acting, key: key, priority: command.priority) { ground in
        let object = try command.object(ground)
        let decision = decide(acting.viewer, act, object, for: acting.purpose)
        guard decision.isPermitted else { throw OperationsError(decision.reasons) }
        return try command.entries(ground)
      }
    } catch let error as OperationsError where [.refused, .scopeMissing, .notFound].contains(error.code) {
      // What is not there is recorded like what may not be touched: somebody may be trying names.
      try await recordRefusal(error, act: act, kind: command.kind(for: stated), item: nil, as: acting)
      throw error
    }
  }

  /// Appends what the rule makes of the views, without asking whether the person may.
  ///
  /// - Parameter priority: that of the record by default, for what is appended so is the account of who has access.
  func append(
    as acting: Acting, key: String? = nil, priority: EntryPriority = .record,
    _ rule: @escaping @Sendable (Ground) throws -> [EntryDraft]
  ) async throws -> AppendReceipt {
    let context = CommandContext(
      actor: acting.viewer.name, agency: acting.viewer.agency, purpose: acting.purpose.rawValue, idempotencyKey: key,
      priority: priority)
    let now = surroundings.now()
    return try await ledger.perform(context) { [limits, shelf] db in
      let settings = try CentreSettings.read(in: db)
      return try rule(Ground(views: db, now: now, acting: acting, limits: limits, shelf: shelf, settings: settings))
    }
  }

  /// Decides whether someone may do this to that, and records and throws it when not.
  ///
  /// - Throws: `OperationsError` with code `refused` or `scopeMissing` and the codes of the reasons.
  package func permit(_ act: Act, _ object: Protected, as stated: Acting) async throws {
    let acting = stated.settled(for: act, on: object.kind, exercise: settings.exercise)
    let decision = decide(acting.viewer, act, object, for: acting.purpose)
    guard !decision.isPermitted else { return }
    let error = OperationsError(decision.reasons)
    try await recordRefusal(error, act: act, kind: object.kind, item: object.item, as: acting)
    throw error
  }

  /// The same for the centre's own objects of a kind, with the exercise mark of the centre.
  package func permit(_ act: Act, _ kind: ObjectKind, as acting: Acting) async throws {
    let marking = Marking.official.marked(exercise: settings.exercise)
    try await permit(act, Protected(kind: kind, marking: marking, ownerAgency: nil, side: kind.side), as: acting)
  }

  /// Acts of the program itself, or of someone who has not proved yet who they are.
  var itself: Acting {
    Acting(
      viewer: Viewer(
        name: SystemActor.centre, agency: settings.agency, nation: SystemActor.nation, roles: [],
        clearance: Clearance(classification: .official)),
      purpose: .administration, means: .console)
  }

  /// Whoever holds the machine.
  package var console: Acting { .console(agency: settings.agency) }
}

extension OperationsError {
  /// A refusal for reasons of the rules of access.
  init(_ reasons: [Reason]) {
    let code: Code = reasons == [.scopeMissing] ? .scopeMissing : .refused
    self.init(
      code, reasons.first?.text ?? "The rules of access do not permit this.", reasons: reasons.map(\.code))
  }
}
