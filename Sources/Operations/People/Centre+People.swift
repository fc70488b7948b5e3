import GRDB
import Ledger
import Marking
import Synchronization

extension Centre {
  /// The agencies, by code.
  package func agencies(as acting: Acting, asKnown: AsKnown = .now) async throws -> [Agency] {
    try await permit(.see, .people, as: acting)
    return try await ledger.read { db in try Agency.all(asKnown, in: db) }
  }

  /// Adds an agency.
  package func add(_ command: AddAgency, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
  }

  /// Everyone, by name.
  package func people(as acting: Acting, asKnown: AsKnown = .now) async throws -> [Person] {
    try await permit(.see, .people, as: acting)
    return try await ledger.read { db in try Person.all(asKnown, in: db) }
  }

  /// One person; everyone may see themselves.
  package func person(_ name: PersonName, as acting: Acting, asKnown: AsKnown = .now) async throws -> Person {
    try await permit(.see, name.text == acting.viewer.name ? .account : .people, as: acting)
    let person = try await ledger.read { db in try Person.read(name, asKnown, in: db) }
    guard let person else { throw OperationsError(.notFound, "There is no person of this name.") }
    return person
  }

  /// Adds a person.
  ///
  /// - Returns: the one-time secret with which the person signs in for the first time.
  package func add(_ command: AddPerson, as acting: Acting) async throws -> IssuedSecret {
    let (text, stored) = StoredSecret.make(surroundings, lifeMilliseconds: limits.secretLifeMilliseconds)
    var command = command
    command.secret = stored
    _ = try await perform(command, as: acting)
    return IssuedSecret(person: command.name, text: text, expiresAt: stored.expiresAt)
  }

  /// Changes a person's name in full, agency, roles and clearance; sessions that are open follow at once.
  package func change(_ command: ChangePerson, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
    try await refreshAccess(of: command.name)
  }

  /// Takes a person's access away; every session and token ends at once.
  package func disable(_ command: DisablePerson, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
    try await refreshAccess(of: command.name)
  }

  /// Gives a disabled person access again.
  package func enable(_ command: EnablePerson, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
    try await refreshAccess(of: command.name)
  }

  /// Puts a one-time secret in the place of a person's password; every session and token ends at once.
  package func reset(_ command: ResetPerson, as acting: Acting) async throws -> IssuedSecret {
    let (text, stored) = StoredSecret.make(surroundings, lifeMilliseconds: limits.secretLifeMilliseconds)
    var command = command
    command.secret = stored
    _ = try await perform(command, as: acting)
    guardPosts.withLock { $0.names.forget(command.name.text) }
    try await refreshAccess(of: command.name)
    return IssuedSecret(person: command.name, text: text, expiresAt: stored.expiresAt)
  }
}
