import Ledger
package import Marking

extension Centre {
  /// The purposes that a person may state: those for which one of their roles works.
  package static func purposes(of viewer: Viewer) -> [Purpose] {
    Purpose.allCases.filter { purpose in viewer.roles.contains { PermissionTable.grants(purpose, to: $0) } }
  }

  /// The purpose that goes with a person's roles when none is stated: the first that a role works for, those of the
  /// watch before those of the office.
  package static func plainPurpose(of viewer: Viewer) -> Purpose {
    let order: [Purpose] = [
      .maritimeSafety, .borderSecurity, .investigation, .onlineReferral, .statistics, .oversight, .administration,
    ]
    let own = purposes(of: viewer)
    return order.first { own.contains($0) } ?? .administration
  }

  /// States another purpose for the rest of a session.
  ///
  /// - Throws: `OperationsError` with code `refused` when none of the person's roles works for the purpose.
  package func state(_ purpose: Purpose, session token: String) async throws -> Session {
    let session = try await self.session(token: token)
    guard Self.purposes(of: session.acting.viewer).contains(purpose) else {
      let error = OperationsError([.purposeNotGranted])
      try await recordRefusal(error, act: .see, kind: .account, item: nil, as: session.acting)
      throw error
    }
    let fact = PurposeStated(session: session.id, person: session.person.name, purpose: purpose)
    let acting = Acting(viewer: session.person.viewer, purpose: purpose, means: session.acting.means)
    _ = try await append(as: acting) { ground in
      [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
    try await refreshAccess(of: session.person.name)
    return try await self.session(token: token)
  }
}
