import ArgumentParser
import Foundation
import Geodesy
import Ledger
import Marking
import Operations

/// `foreland user`: the people of a centre, from the console of its machine.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Add, list, reset and disable people.",
    subcommands: [UserAdd.self, UserReset.self, UserList.self, UserDisable.self])
}

/// The store that a command works on, and how its failures are told.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "The store: a ledger's file, or the folder that holds it.")
  var store: String

  /// Opens the centre, does the work as whoever holds the machine, and closes the centre.
  ///
  /// - Parameter creating: whether a store that is not there is made.
  func perform(creating: Bool = false, _ work: (Centre) async throws -> Void) async throws {
    do {
      let location = StoreLocation(path: store)
      guard creating || FileManager.default.fileExists(atPath: location.ledgerPath) else {
        throw OperationsError(.notFound, "There is no store at \(location.ledgerPath).")
      }
      let centre = try await Centre.open(location)
      do {
        try await work(centre)
      } catch {
        try? await centre.close()
        throw error
      }
      try await centre.close()
    } catch let error as OperationsError {
      try refuse(error.message)
    } catch let error as LedgerError {
      let isRunning = error.code == .locked ? " If a desk runs on this store, use its own pages, or stop it." : ""
      try refuse(error.description + isRunning)
    }
  }

  private func refuse(_ message: String) throws {
    sayOnConsole(message)
    throw ExitCode(1)
  }
}

/// Words about the run, which go to standard error.
func sayOnConsole(_ words: String) {
  FileHandle.standardError.write(Data("foreland: \(words)\n".utf8))
}

/// The name of a person as typed on the command line.
extension PersonName: ExpressibleByArgument {
  /// Reads the name as `PersonName.init(_:)` does.
  public init?(argument: String) { self.init(argument) }
}

/// `foreland user add`: a person, with a one-time sign-in secret.
struct UserAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person and print their one-time sign-in secret.")

  @Argument(help: "The name to sign in with: 2 to 64 of a–z, 0–9, . - _")
  var name: PersonName

  @Option(help: "The person's agency; one that is not known is added.")
  var agency: String

  @Option(help: "The nation of an agency that is not known, as a two-letter ISO 3166 code.")
  var nation = "GB"

  @Option(help: "A role; repeat it for more: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
  var role: [String]

  @Option(help: "The clearance: OFFICIAL, OFFICIAL-SENSITIVE, SECRET or TOP-SECRET.")
  var clearance = "OFFICIAL-SENSITIVE"

  @Option(name: .customLong("display-name"), help: "The person's name in full.")
  var displayName: String?

  @OptionGroup var console: ConsoleOptions

  func validate() throws {
    if role.isEmpty { throw ValidationError("Name at least one --role.") }
    _ = try roles
    guard Clearance(typed: clearance) != nil else { throw ValidationError("'\(clearance)' is no clearance.") }
    guard Agency.code(typed: agency) != nil else { throw ValidationError("'\(agency)' cannot be an agency's code.") }
  }

  private var roles: Set<Role> {
    get throws {
      try Set(
        role.flatMap { $0.split(separator: ",") }.map { typed in
          guard let role = Role(typed: String(typed)) else { throw ValidationError("'\(typed)' is no role.") }
          return role
        })
    }
  }

  func run() async throws {
    let roles = try roles
    guard let clearance = Clearance(typed: clearance), let code = Agency.code(typed: agency) else { return }
    try await console.perform(creating: true) { centre in
      if try await !centre.agencies(as: centre.console).contains(where: { $0.code == code }) {
        let added = Agency(code: code, name: agency, nation: nation.uppercased())
        try await centre.add(AddAgency(added), as: centre.console)
        sayOnConsole("Added the agency \(code) (\(added.nation)).")
      }
      let command = AddPerson(
        name: name, displayName: displayName, agency: code, roles: roles, clearance: clearance)
      let secret = try await centre.add(command, as: centre.console)
      sayOnConsole("Added \(name). The one-time sign-in secret is good until \(secret.expiresAt.iso8601):")
      print(secret.text)
    }
  }
}

/// `foreland user reset`: a one-time secret in the place of a password.
struct UserReset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Void a person's password and print a one-time sign-in secret.")

  @Argument(help: "The person's sign-in name.")
  var name: PersonName

  @Flag(name: .customLong("remove-second-factor"), help: "Remove the second factor too, for one that is lost.")
  var removesSecondFactor = false

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    try await console.perform { centre in
      let command = ResetPerson(name, removesSecondFactor: removesSecondFactor)
      let secret = try await centre.reset(command, as: centre.console)
      sayOnConsole("\(name) is signed out everywhere. The one-time secret is good until \(secret.expiresAt.iso8601):")
      print(secret.text)
    }
  }
}

/// `foreland user list`: everyone, one a line.
struct UserList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List people: name, agency, roles, clearance, state, tab-separated.")

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    try await console.perform { centre in
      let people = try await centre.people(as: centre.console)
      for person in people {
        let roles = person.roles.inOrder.map(\.rawValue).joined(separator: ",")
        let columns = [
          person.name.text, person.agency, roles, person.clearance.text, person.state.rawValue,
          person.hasPassword ? "password" : "no password",
        ]
        print(columns.joined(separator: "\t"))
      }
      sayOnConsole(people.count == 1 ? "1 person." : "\(people.count) people.")
    }
  }
}

/// `foreland user disable`: no more access.
struct UserDisable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Take a person's access away; sessions and tokens end.")

  @Argument(help: "The person's sign-in name.")
  var name: PersonName

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    try await console.perform { centre in
      try await centre.disable(DisablePerson(name), as: centre.console)
      sayOnConsole("\(name) has no access any more.")
    }
  }
}
