package import Geodesy
package import Marking

/// A person of the centre, as a list shows them.
package struct Person: Sendable, Hashable {
  /// The name under which the person signs in and stands in the record.
  package let name: PersonName
  /// The name in full; nil when none was given or it has been erased.
  package let displayName: String?
  /// The agency, by its code.
  package let agency: String
  /// The agency's nation.
  package let nation: String
  package let roles: Set<Role>
  package let clearance: Clearance
  package let state: State
  /// Whether a password is set.
  package let hasPassword: Bool
  /// Whether a second factor is asked for.
  package let hasSecondFactor: Bool
  /// When the person was added.
  package let addedAt: Instant

  package enum State: String, Sendable, Hashable {
    case active
    case disabled
  }

  /// The person as the rules see them.
  package var viewer: Viewer {
    Viewer(name: name.text, agency: agency, nation: nation, roles: roles, clearance: clearance)
  }
}

/// A one-time secret on its way to the person; it is shown once and kept nowhere.
package struct IssuedSecret: Sendable, Hashable {
  package let person: PersonName
  /// The secret as it is typed, in groups of five.
  package let text: String
  package let expiresAt: Instant
}
