import ArgumentParser
import Foundation

/// The command line: every part of the system as a tool.
struct ForelandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "foreland",
    abstract: "The operations and intelligence platform of a multi-agency border security command.",
    version: "0.1.0",
    subcommands: [
      DecodeCommand.self, TrackCommand.self, BoatsCommand.self, DriftCommand.self, ServeCommand.self,
      ExerciseCommand.self, ResolveCommand.self, NamesCommand.self, NetworkCommand.self, ForecastCommand.self,
      WarnCommand.self, StatisticsCommand.self, UserCommand.self, TokenCommand.self, ContactsCommand.self,
      LedgerCommand.self, BasemapCommand.self, DoctorCommand.self, ConfigurationCommand.self, MeasuresCommand.self,
    ])
}

/// Parses and runs, and ends with 0 for done, 1 for refused input, 2 for wrong usage.
@main
enum Main {
  static func main() async {
    do {
      var command = try ForelandCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = ForelandCommand.exitCode(for: error)
      let message = ForelandCommand.fullMessage(for: error)
      if code.isSuccess {
        print(message)
        exit(0)
      }
      FileHandle.standardError.write(Data((message + "\n").utf8))
      exit(code == .validationFailure ? 2 : 1)
    }
  }
}
