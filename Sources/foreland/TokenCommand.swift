import ArgumentParser
import Geodesy
import Operations

/// `foreland token`: bearer tokens for programs, from the console of the machine.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Issue, list and revoke bearer tokens.",
    subcommands: [TokenIssue.self, TokenRevoke.self, TokenList.self])
}

/// `foreland token issue`: a token that acts for a person, within scopes.
struct TokenIssue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Print a bearer token that acts for a person, within its scopes.")

  @Argument(help: "The sign-in name of the person for whom the token acts.")
  var name: PersonName

  @Option(
    help: """
      A scope; repeat it for more: \(TokenScope.words.map(\.rawValue).joined(separator: ", ")), or an act on a kind \
      of object such as see:picture.
      """)
  var scope: [String]

  @Option(help: "What the token is called in lists.")
  var label = "console"

  @Option(help: "When the token expires, as 2027-01-31T00:00:00Z; without it the token lasts until it is revoked.")
  var expires: String?

  @OptionGroup var console: ConsoleOptions

  func validate() throws {
    if scope.isEmpty { throw ValidationError("Name at least one --scope.") }
    _ = try scopes
    if let expires, Instant.parse(expires) == nil { throw ValidationError("'\(expires)' is no time in UTC.") }
  }

  private var scopes: [TokenScope] {
    get throws {
      try scope.flatMap { $0.split(separator: ",") }.map { typed in
        guard let scope = TokenScope(rawValue: String(typed)) else {
          throw ValidationError("'\(typed)' is no scope.")
        }
        return scope
      }
    }
  }

  func run() async throws {
    let command = IssueToken(
      person: name, label: label, scopes: try scopes, expiresAt: expires.flatMap { Instant.parse($0) })
    try await console.perform { centre in
      let issued = try await centre.issue(command, as: centre.console)
      let scopes = issued.token.scopes.map(\.rawValue).joined(separator: ", ")
      sayOnConsole("Token \(issued.token.id) acts for \(name) within \(scopes); it is shown only now:")
      print(issued.text)
    }
  }
}

/// `foreland token revoke`: the end of a token.
struct TokenRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Revoke a bearer token.")

  @Argument(help: "The token's identifier, as `token list` shows it.")
  var id: String

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    try await console.perform { centre in
      try await centre.revoke(RevokeToken(id), as: centre.console)
      sayOnConsole("Token \(id) is revoked.")
    }
  }
}

/// `foreland token list`: every token, one a line.
struct TokenList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List tokens: identifier, person, label, scopes, issued, expires, last used, state, tab-separated.")

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    try await console.perform { centre in
      let tokens = try await centre.tokens(of: nil, as: centre.console)
      for token in tokens {
        let columns = [
          token.id, token.person.text, token.label, token.scopes.map(\.rawValue).joined(separator: ","),
          token.issuedAt.iso8601, token.expiresAt?.iso8601 ?? "never", token.lastUsedAt?.iso8601 ?? "never",
          token.isRevoked ? "revoked" : "live",
        ]
        print(columns.joined(separator: "\t"))
      }
      sayOnConsole(tokens.count == 1 ? "1 token." : "\(tokens.count) tokens.")
    }
  }
}
