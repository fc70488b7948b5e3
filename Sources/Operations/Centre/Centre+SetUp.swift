package import Geodesy
import GRDB
import Ledger
package import Marking
import Synchronization

/// What a new centre begins with.
package struct SetUp: Sendable, Hashable {
  package var settings: CentreSettings
  /// The agency that runs the centre; `settings.agency` is its code.
  package var agency: Agency
  /// The first person.
  package var person: PersonName
  package var displayName: String?
  /// What the first person does: keeps people's access, watches and oversees, until others are appointed to that.
  package var roles: Set<Role>
  package var clearance: Clearance

  package init(
    settings: CentreSettings, agency: Agency, person: PersonName, displayName: String? = nil,
    roles: Set<Role> = [.administrator, .watchOfficer, .dataProtectionOfficer],
    clearance: Clearance = Clearance(classification: .official)
  ) {
    self.settings = settings
    self.agency = agency
    self.person = person
    self.displayName = displayName
    self.roles = roles
    self.clearance = clearance
  }
}

extension Centre {
  /// Whether nobody has been added yet.
  package func needsSetUp() async throws -> Bool {
    try await ledger.read { db in try Self.isEmpty(db) }
  }

  /// Sets up a new centre with its first person.
  ///
  /// - Returns: the one-time secret with which the first person signs in.
  /// - Throws: `OperationsError` with code `conflict` when people exist already.
  package func setUp(_ setUp: SetUp) async throws -> IssuedSecret {
    let (text, stored) = StoredSecret.make(surroundings, lifeMilliseconds: limits.secretLifeMilliseconds)
    var person = AddPerson(
      name: setUp.person, displayName: setUp.displayName, agency: setUp.agency.code, roles: setUp.roles,
      clearance: setUp.clearance, addsAgency: true)
    person.secret = stored
    guard setUp.settings.agency == setUp.agency.code, setUp.roles.contains(.administrator) else {
      throw OperationsError(.invalid, "The first person administers the centre, and its agency runs it.")
    }
    let addsPerson = person
    _ = try await append(as: .console(agency: setUp.agency.code)) { ground in
      guard try Self.isEmpty(ground.views) else {
        throw OperationsError(.conflict, "The centre is set up already; add people with `foreland user add`.")
      }
      let isNew = try Agency.read(setUp.agency.code, in: ground.views) == nil
      let agency = isNew ? try AddAgency(setUp.agency).entries(ground) : []
      // The agency's own entry stands above, so the person's rule must not add a second one.
      let people = try addsPerson.entries(ground).filter { $0.kind != AddAgency.Added.kind }
      return try ChangeSettings(setUp.settings).entries(ground) + agency + people
    }
    try await rememberSettings()
    return IssuedSecret(person: setUp.person, text: text, expiresAt: stored.expiresAt)
  }

  /// Changes how the centre is set up.
  package func change(_ command: ChangeSettings, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
    try await rememberSettings()
  }

  /// The last sequence that was recorded at a time or before it: what "as known at" means.
  package func sequence(knownAt instant: Instant) async throws -> Int64 {
    try ledger.sequence(knownAtMilliseconds: instant.millisecondsSince1970)
  }

  private func rememberSettings() async throws {
    let settings = try await ledger.read { db in try CentreSettings.read(in: db) }
    settingsNow.withLock { $0 = settings }
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    try Row.fetchOne(db, sql: "SELECT 1 FROM person LIMIT 1") == nil
  }
}
