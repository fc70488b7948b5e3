import Geodesy
import Marking
import Operations

/// What happens when a store is new: somebody must be able to sign in.
enum FirstRun {
  /// The first person of a centre that has none.
  static let firstPerson = "officer"

  static func prepare(_ centre: Centre, exercise: Bool, announce: @Sendable (String) -> Void) async throws {
    if try await centre.needsSetUp() {
      guard let person = PersonName(firstPerson) else { return }
      let secret = try await centre.setUp(
        SetUp(
          settings: CentreSettings(name: "Foreland", agency: "centre", exercise: exercise),
          agency: Agency(code: "centre", name: "Foreland", nation: "GB"), person: person,
          roles: [.administrator, .watchOfficer, .seniorOfficer, .dataProtectionOfficer, .statistician]))
      announce(words(secret))
    } else if centre.settings.exercise != exercise {
      // What an exercise writes is marked in the ledger for ever, so one store is never both.
      throw ServeFailure(
        exercise
          ? "This store is a real one: play an exercise into a store of its own (another --store)."
          : "This store belongs to an exercise: serve real feeds from a store of their own (another --store).")
    } else if let waiting = try await firstPersonStillWaiting(centre) {
      announce(words(try await centre.reset(ResetPerson(waiting, endsTokens: false), as: centre.console)))
    }
  }

  /// The first person, as long as nobody at all has signed in: the secret may have been lost, or have expired.
  private static func firstPersonStillWaiting(_ centre: Centre) async throws -> PersonName? {
    let people = try await centre.people(as: centre.console)
    guard people.count == 1, let person = people.first, !person.hasPassword else { return nil }
    return person.name
  }

  private static func words(_ secret: IssuedSecret) -> String {
    """

      First sign-in
        name    \(secret.person.text)
        secret  \(secret.text)
      It works once, until \(secret.expiresAt.iso8601); you then choose a password.

    """
  }
}
